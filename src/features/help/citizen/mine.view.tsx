import { localText } from '#platform/language.ts';
import { Actions, ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { Table } from '#ui/table.tsx';
import type { ListedHelp } from '../inbox.query.ts';
import { helpTexts } from '../help.text.ts';
import { StateBadge } from '../state-badge.view.tsx';
import { moment } from '../thread.view.tsx';

/** What somebody asked after login, with where it stands. */
export function MineView(props: { context: PageContext; requests: readonly (ListedHelp & { path: string })[] }) {
  const { context, requests } = props;
  const { language } = context;
  const t = helpTexts.for(language);
  return (
    <Layout
      context={context}
      title={t('mine')}
      breadcrumb={[
        { label: t('home'), href: sitePaths.home },
        { label: t('help'), href: sitePaths.help },
        { label: t('mine') },
      ]}
    >
      <PageHeading title={t('mine')} lead={t('mineLead')} />
      {requests.length === 0 ? (
        <EmptyState title={t('mineNone')}>
          <p>{t('mineNoneText')}</p>
          <ButtonLink href="/help/ask">{t('ask')}</ButtonLink>
        </EmptyState>
      ) : (
        <>
          <Table
            caption={t('mine')}
            columns={[t('number'), t('about'), t('writtenTo'), t('changed'), t('state')].map((label) => ({ label }))}
            rows={requests.map((request) => ({
              key: String(request.id),
              cells: [
                <a key="number" href={request.path}>
                  {t('thread', { number: String(request.id) })}
                </a>,
                request.opening,
                request.officeName ? localText(request.officeName, language) : t('site'),
                moment(request.changedAt, 'Europe/Rome', language),
                <StateBadge key="state" language={language} state={request.state} />,
              ],
            }))}
          />
          <Actions>
            <ButtonLink href="/help/ask">{t('ask')}</ButtonLink>
          </Actions>
        </>
      )}
    </Layout>
  );
}
