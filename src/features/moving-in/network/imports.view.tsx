import type { ComponentChildren } from 'preact';
import { clockTime, dayIn, dayMonthYear } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import { networkNav, networkNavTexts } from '#ui/frame/network-nav.ts';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { SummaryList } from '#ui/summary-list.tsx';
import { Table } from '#ui/table.tsx';
import { faultTexts, hintTexts } from '../faults.text.ts';
import { reportTexts } from '../report.text.ts';
import type { PastImport } from '../runs.query.ts';
import { importsTexts } from './imports.text.ts';

const zone = 'Europe/Rome';

export const importsPath = '/network/imports';

/** What became of rows, in this order; what is taken comes first. */
const became = [
  'created',
  'changed',
  'same',
  'kept',
  'refused',
  'beyond',
  'outside',
  'wrong-code',
  'new-code',
  'told',
] as const;

export function ImportsView({ context, imports }: { context: PageContext; imports: readonly PastImport[] }) {
  const { language } = context;
  const t = importsTexts.for(language);
  const numeric = true;
  return (
    <Frame context={context} title={t('title')} lead={t('lead')}>
      {imports.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneWhy')}</EmptyState>
      ) : (
        <Table
          caption={t('caption')}
          columns={[
            { label: t('file') },
            { label: t('content') },
            { label: t('day') },
            { label: t('by') },
            { label: t('taken'), numeric },
            { label: t('refused'), numeric },
          ]}
          rows={imports.map((one) => ({
            key: String(one.id),
            cells: [
              <a key="file" href={`${importsPath}/${one.id}`}>
                {one.fileName}
              </a>,
              kindWord(one, language),
              [t('when', momentWords(one, language)), ...(one.finishedAt === null ? [t('unfinished')] : [])].join(
                ' · ',
              ),
              one.by,
              (one.counts['created'] ?? 0) + (one.counts['changed'] ?? 0),
              one.counts['refused'] ?? 0,
            ],
          }))}
        />
      )}
    </Frame>
  );
}

export function ImportPage({ context, run }: { context: PageContext; run: PastImport }) {
  const { language } = context;
  const t = importsTexts.for(language);
  const words = { by: run.by, file: run.fileName, ...momentWords(run, language) };
  const labels = reportTexts.for(language);
  const counted = became.filter((what) => (run.counts[what] ?? 0) > 0);
  return (
    <Frame context={context} title={t('one', words)} lead={t('oneLead', words)}>
      <p>
        <a href={importsPath}>{t('back')}</a>
      </p>
      <h2>{t('counts')}</h2>
      {run.finishedAt === null && <p>{t('unfinished')}</p>}
      <SummaryList
        language={language}
        rows={[
          { key: t('content'), value: kindWord(run, language) },
          { key: t('rows'), value: String(run.counts['rows'] ?? 0) },
          // The sentences of the command: what it is, a colon, how many.
          ...counted.map((what) => {
            const [key = '', value = ''] = labels(what, { count: run.counts[what] ?? 0 }).split(/: (?=[^:]*$)/);
            return { key: `${key.charAt(0).toUpperCase()}${key.slice(1)}`, value };
          }),
        ]}
      />
      {run.refused.length > 0 && (
        <>
          <h2>{t('refusedCaption')}</h2>
          <p class="t-muted">{t('first', { count: run.refused.length })}</p>
          <Table
            dense
            caption={t('refusedCaption')}
            columns={[{ label: t('row') }, { label: t('column') }, { label: t('reason') }, { label: t('hint') }]}
            rows={run.refused.map(({ line, column, reason }, index) => ({
              key: String(index),
              cells: [
                String(line),
                column,
                faultTexts.has(reason) ? faultTexts.for(language)(reason) : reason,
                hintTexts.has(reason) ? hintTexts.for(language)(reason) : '',
              ],
            }))}
          />
        </>
      )}
    </Frame>
  );
}

function Frame(props: { context: PageContext; title: string; lead: string; children: ComponentChildren }) {
  const { context, title, lead, children } = props;
  const area = networkNavTexts.for(context.language)('area');
  const nav = networkNav(context.language, context.url);
  return (
    <Layout context={context} area="office" officeName={area} nav={nav} title={title}>
      <PageHeading title={title} lead={lead} />
      {children}
    </Layout>
  );
}

function kindWord({ kind }: PastImport, language: Language): string {
  return reportTexts.has(kind) ? reportTexts.for(language)(kind) : kind;
}

function momentWords({ startedAt }: PastImport, language: Language) {
  return { day: dayMonthYear(dayIn(startedAt, zone), language), time: clockTime(startedAt, zone) };
}
