import type { Office } from '#features/offices/index.ts';
import { type Language, localText } from '#platform/language.ts';
import { Badge } from '#ui/badge.tsx';
import { ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { Pagination } from '#ui/pagination.tsx';
import { Table } from '#ui/table.tsx';
import { SearchForm, Toolbar } from '#ui/toolbar.tsx';
import { missingContacts } from '../missing-contacts.ts';
import { networkPaths, publicOfficePath, settingsPaths } from '../paths.ts';
import { NetworkPage } from './network-page.view.tsx';
import { networkTexts } from './network.text.ts';

export const shownOffices = ['bookable', 'missing', 'all'] as const;
export type ShownOffices = (typeof shownOffices)[number];

export function NetworkOfficesView(props: {
  context: PageContext;
  q: string;
  show: ShownOffices;
  rows: readonly { office: Office; bookable: boolean }[];
  total: number;
  next?: string | undefined;
}) {
  const { context, q, show, rows, total, next } = props;
  const { language } = context;
  const t = networkTexts.for(language);
  return (
    <NetworkPage context={context} title={t('offices')} lead={t('lead')}>
      <div class="mb-4">
        <SearchForm language={language} action={networkPaths.offices} label={t('search')} value={q} shortcut />
      </div>
      <Toolbar label={t('show')}>
        {shownOffices.map((name) => (
          <ButtonLink
            key={name}
            href={filterPath(name, q)}
            kind={name === show ? 'primary' : 'secondary'}
            small
            label={name === show ? t('shown', { what: t(name) }) : undefined}
          >
            {t(name)}
          </ButtonLink>
        ))}
      </Toolbar>
      <p class="t-muted">{t('total', { count: total })}</p>
      {rows.length === 0 ? (
        <EmptyState icon="office" title={t('none')}>
          <p>{t('noneWhy')}</p>
        </EmptyState>
      ) : (
        <Table
          caption={t('caption')}
          dense
          columns={[{ label: t('office') }, { label: t('state') }, { label: t('contactsOf') }, { label: t('actions') }]}
          rows={rows.map(({ office, bookable }) => ({
            key: office.code,
            cells: [
              <Named key="office" office={office} language={language} />,
              bookable ? <Badge tone="success">{t('isBookable')}</Badge> : <Badge tone="neutral">{t('isNot')}</Badge>,
              <ContactState key="contacts" office={office} language={language} />,
              <ButtonLink
                key="settings"
                href={settingsPaths.hub(office.code)}
                kind="secondary"
                small
                label={t('settingsOf', { office: localText(office.name, language) })}
              >
                {t('settings')}
              </ButtonLink>,
            ],
          }))}
        />
      )}
      <Pagination language={language} next={next} />
    </NetworkPage>
  );
}

function Named({ office, language }: { office: Office; language: Language }) {
  return (
    <>
      <a href={publicOfficePath(office.code)}>{localText(office.name, language)}</a>
      <br />
      <span class="t-code" translate={false}>
        {office.code}
      </span>
    </>
  );
}

function ContactState({ office, language }: { office: Office; language: Language }) {
  const t = networkTexts.for(language);
  const missing = missingContacts(office).map((name) => t(name));
  if (missing.length === 0) return <>{t('complete')}</>;
  return <>{t('lacks', { what: new Intl.ListFormat(language).format(missing) })}</>;
}

function filterPath(show: ShownOffices, q: string): string {
  const query = new URLSearchParams({ show, ...(q !== '' && show !== 'missing' && { q }) });
  return `${networkPaths.offices}?${query.toString()}`;
}
