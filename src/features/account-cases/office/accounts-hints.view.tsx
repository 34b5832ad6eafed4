import { ButtonLink } from '#ui/button.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { Table } from '#ui/table.tsx';
import type { AtOffice } from '../at-office.ts';
import type { Hint, Pair } from '../hints.query.ts';
import { casePaths } from '../paths.ts';
import { accountsTexts } from './accounts.text.ts';

interface Props {
  context: PageContext;
  at: AtOffice;
}

/** Accounts that may be of one person. */
export function Pairs({ context, at, pairs }: Props & { pairs: readonly Pair[] }) {
  const t = accountsTexts.for(context.language);
  if (pairs.length === 0) return null;
  const { code } = at.office;
  return (
    <>
      <h2 class="mt-5">{t('pairs')}</h2>
      <p>{t('pairsAbout')}</p>
      <Table
        caption={t('pairs')}
        columns={[{ label: t('person') }, { label: t('about') }, { label: t('do') }]}
        rows={pairs.map(({ one, other, oneName, otherName, reason }) => ({
          key: `${one} ${other}`,
          cells: [
            oneName === otherName ? oneName : `${oneName} · ${otherName}`,
            t(reason === 'person' ? 'person-reason' : reason),
            <ButtonLink
              key="do"
              small
              kind="secondary"
              href={casePaths.merge(code, one, other)}
              label={`${t('compare')}: ${oneName}`}
            >
              {t('compare')}
            </ButtonLink>,
          ],
        }))}
      />
    </>
  );
}

/** Figures that may help who decides. */
export function Hints({ context, at, hints }: Props & { hints: readonly Hint[] }) {
  const t = accountsTexts.for(context.language);
  if (hints.length === 0) return null;
  return (
    <>
      <h2 class="mt-5">{t('hints')}</h2>
      <p>{t('hintsAbout')}</p>
      <Table
        caption={t('hints')}
        columns={[{ label: t('person') }, { label: t('about') }]}
        rows={hints.map(({ accountId, name, reason, count }) => ({
          key: `${accountId} ${reason}`,
          cells: [
            <a key="who" href={casePaths.account(at.office.code, accountId)}>
              {name}
            </a>,
            t(reason, { count }),
          ],
        }))}
      />
    </>
  );
}
