import type { AccessibilityReport } from '#features/site/index.ts';
import { dayIn, dayMonthYear } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import { Badge } from '#ui/badge.tsx';
import { ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { Table } from '#ui/table.tsx';
import { networkPaths } from '../paths.ts';
import { NetworkPage } from './network-page.view.tsx';
import { reportsTexts } from './reports.text.ts';

/** The site's own clock: the network is Italy's. */
export const networkZone = 'Europe/Rome';

/** Characters of an answer. */
export const longestAnswer = 4000;

/** After so long whoever wrote may turn to the ombudsman. */
const answerWithin = Temporal.Duration.from({ hours: 30 * 24 });

export function ReportsView(props: {
  context: PageContext;
  reports: readonly AccessibilityReport[];
  now: Temporal.Instant;
}) {
  const { context, reports, now } = props;
  const { language } = context;
  const t = reportsTexts.for(language);
  const open = reports.filter(({ closedAt }) => closedAt === null).length;
  return (
    <NetworkPage context={context} title={t('title')} lead={t('lead', { count: open })}>
      {reports.length === 0 ? (
        <EmptyState icon="check-circle" title={t('none')}>
          <p>{t('noneWhy')}</p>
          <ButtonLink href={sitePaths.accessibility} kind="secondary">
            {t('statement')}
          </ButtonLink>
        </EmptyState>
      ) : (
        <Table
          caption={t('caption')}
          columns={[{ label: t('number') }, { label: t('page') }, { label: t('day') }, { label: t('state') }]}
          rows={reports.map((report) => ({
            key: String(report.id),
            cells: [
              <a key="number" href={networkPaths.report(report.id)}>
                {t('one', { number: String(report.id) })}
              </a>,
              report.page,
              dayMonthYear(dayIn(report.createdAt, networkZone), language),
              <State key="state" language={language} report={report} now={now} />,
            ],
          }))}
        />
      )}
    </NetworkPage>
  );
}

function State(props: { language: Language; report: AccessibilityReport; now: Temporal.Instant }) {
  const { language, report, now } = props;
  const t = reportsTexts.for(language);
  if (report.answer !== null) return <Badge tone="success">{t('answered')}</Badge>;
  if (report.closedAt !== null) return <Badge tone="neutral">{t('closed')}</Badge>;
  const isLate = Temporal.Instant.compare(report.createdAt.add(answerWithin), now) < 0;
  return isLate ? <Badge tone="danger">{t('late')}</Badge> : <Badge tone="warning">{t('open')}</Badge>;
}
