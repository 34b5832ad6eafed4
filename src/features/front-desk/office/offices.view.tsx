import { localText } from '#platform/language.ts';
import { ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { CardLink, Cards } from '#ui/card.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { SearchForm } from '#ui/toolbar.tsx';
import type { DeskLink } from '../my-offices.ts';
import { allAgendasPath } from './all/all-agendas.view.tsx';
import { deskOfficesTexts } from './offices.text.ts';

/** Which office to work at. */
export function DeskOfficesView(props: {
  context: PageContext;
  links: readonly DeskLink[];
  /** What was searched for, where there are too many offices to show. */
  search?: string | undefined;
  /** Looks after the whole network: the way there stands beside the heading. */
  isNetwork?: boolean | undefined;
  /** appointments of today, by office; known where one chooses among one's own */
  today?: ReadonlyMap<number, number> | undefined;
}) {
  const { context, links, search, isNetwork = false, today } = props;
  const { language } = context;
  const t = deskOfficesTexts.for(language);
  return (
    <Layout
      context={context}
      title={t('title')}
      area="office"
      nav={today ? [{ href: allAgendasPath, label: t('all') }] : []}
    >
      <PageHeading
        title={t('title')}
        lead={search === undefined ? t('lead') : t('leadAll')}
        aside={
          isNetwork && (
            <ButtonLink href="/network" kind="secondary" icon="settings">
              {t('network')}
            </ButtonLink>
          )
        }
      />
      {search !== undefined && (
        <div class="mb-4">
          <SearchForm language={language} action={sitePaths.office} label={t('search')} value={search} shortcut />
        </div>
      )}
      {links.length === 0 ? (
        <EmptyState icon="office" title={t('none')}>
          <p>{t('noneWhy')}</p>
        </EmptyState>
      ) : (
        <Cards>
          {links.map(({ office, href }) => (
            <CardLink
              key={office.id}
              href={href}
              level={2}
              title={localText(office.name, language)}
              answer={today && t('today', { count: today.get(office.id) ?? 0 })}
              tone="plain"
            >
              {localText(office.city, language)}
              <br />
              <span class="t-code" translate={false}>
                {office.code}
              </span>
            </CardLink>
          ))}
        </Cards>
      )}
    </Layout>
  );
}
