import { clockTime, dayIn, withArticle } from '#platform/dates.ts';
import { Alert } from '#ui/alert.tsx';
import { ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { Table } from '#ui/table.tsx';
import { SearchForm } from '#ui/toolbar.tsx';
import type { FoundAccount } from '../account.query.ts';
import type { WaitingAppeal } from '../appeals/appeal.query.ts';
import type { AtOffice } from '../at-office.ts';
import type { WaitingChange } from '../changes/change.query.ts';
import type { Hint, Pair } from '../hints.query.ts';
import { casePaths } from '../paths.ts';
import { Hints, Pairs } from './accounts-hints.view.tsx';
import { accountsTexts } from './accounts.text.ts';

export interface AccountsProps {
  context: PageContext;
  at: AtOffice;
  appeals: readonly WaitingAppeal[];
  changes: readonly WaitingChange[];
  pairs: readonly Pair[];
  hints: readonly Hint[];
  search: { words: string; found: readonly FoundAccount[] } | undefined;
  merged: boolean;
}

/** What waits for a decision about accounts, a search, and hints for who looks. */
export function AccountsView(props: AccountsProps) {
  const { context, at, appeals, changes, search, merged } = props;
  const { language, csrf } = context;
  const t = accountsTexts.for(language);
  const code = at.office.code;
  const waiting = appeals.length + changes.length;
  return (
    <OfficeLayout context={context} at={at} title={t('title')} searchesItself>
      <PageHeading
        title={t('title')}
        lead={t('lead', { count: waiting })}
        aside={
          <>
            {at.may('serve') && (
              <ButtonLink href={`/office/${code}/identify`} kind="secondary">
                {t('identify')}
              </ButtonLink>
            )}{' '}
            {at.may('edit-office') && (
              <ButtonLink href={casePaths.noShowRule(code)} kind="secondary">
                {t('rule')}
              </ButtonLink>
            )}
          </>
        }
      />
      {merged && <Alert language={language} tone="success" title={t('merged')} live />}
      <SearchForm
        language={language}
        action={casePaths.list(code)}
        label={t('search')}
        value={search?.words}
        post={{ csrf, id: 'account-search' }}
      />
      {search && <Found {...props} found={search.found} />}
      {waiting === 0 && !search && (
        <EmptyState icon="check-circle" title={t('noneTitle')}>
          <p>{t('noneAbout')}</p>
        </EmptyState>
      )}
      <Appeals {...props} />
      <Changes {...props} />
      <Pairs {...props} />
      <Hints {...props} />
    </OfficeLayout>
  );
}

function Found({ context, at, found }: AccountsProps & { found: readonly FoundAccount[] }) {
  const t = accountsTexts.for(context.language);
  if (found.length === 0) {
    return (
      <div role="status">
        <h2>{t('found', { count: 0 })}</h2>
        <p>{t('foundNone')}</p>
      </div>
    );
  }
  return (
    <>
      <h2>{t('found', { count: found.length })}</h2>
      <ul>
        {found.map(({ id, name, email }) => (
          <li key={id}>
            <a href={casePaths.account(at.office.code, id)}>{name}</a> <span class="t-muted">{email}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Appeals({ context, at, appeals }: AccountsProps) {
  const t = accountsTexts.for(context.language);
  if (appeals.length === 0) return null;
  const { code } = at.office;
  return (
    <>
      <h2 class="mt-5">{t('appeals')}</h2>
      <Table
        caption={t('appeals')}
        columns={[{ label: t('person') }, { label: t('what') }, { label: t('since') }, { label: t('do') }]}
        rows={appeals.map((appeal) => ({
          key: String(appeal.id),
          cells: [
            <a key="who" href={casePaths.account(code, appeal.accountId)}>
              {appeal.name}
            </a>,
            t(appeal.blockId === null ? 'pause' : 'block'),
            written(appeal.createdAt, { context, at }),
            <ButtonLink
              key="do"
              small
              href={
                appeal.blockId === null ? casePaths.pause(code, appeal.id) : casePaths.oneBlock(code, appeal.blockId)
              }
              label={`${t('decide')}: ${appeal.name}`}
            >
              {t('decide')}
            </ButtonLink>,
          ],
        }))}
      />
    </>
  );
}

function Changes({ context, at, changes }: AccountsProps) {
  const t = accountsTexts.for(context.language);
  if (changes.length === 0) return null;
  const { code } = at.office;
  return (
    <>
      <h2 class="mt-5">{t('changes')}</h2>
      <Table
        caption={t('changes')}
        columns={[{ label: t('person') }, { label: t('since') }, { label: t('do') }]}
        rows={changes.map((change) => ({
          key: String(change.id),
          cells: [
            <a key="who" href={casePaths.account(code, change.accountId)}>
              {change.name}
            </a>,
            written(change.createdAt, { context, at }),
            <ButtonLink
              key="do"
              small
              href={casePaths.change(code, change.id)}
              label={`${t('compare')}: ${change.name}`}
            >
              {t('compare')}
            </ButtonLink>,
          ],
        }))}
      />
    </>
  );
}

function written(when: Temporal.Instant, { context, at }: Pick<AccountsProps, 'context' | 'at'>): string {
  const zone = at.office.timeZone;
  return `${withArticle('il', dayIn(when, zone), context.language)}, ${clockTime(when, zone)}`;
}
