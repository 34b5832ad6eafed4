import { clockTime, dayIn, shortDate } from '#platform/dates.ts';
import { CardLink } from '#ui/card.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { asQuery, networkReportsPath } from '../paths.ts';
import { reportTexts } from '../report/report.text.ts';
import { leadOf } from '../shown/lead.ts';
import { OverviewBody } from '../shown/overview.view.tsx';
import { type Filter, PeriodForm } from '../shown/period-form.view.tsx';
import type { OverviewPage } from '../shown/read-overview.ts';
import { Downloads, ReportBlock } from '../shown/report-block.view.tsx';
import type { ReportPage } from '../shown/report-page.ts';
import { shownTexts } from '../shown/shown.text.ts';
import { NetworkFrame } from './network-frame.view.tsx';

/** The chosen filters, as they stand in an address. */
export function chosen(filters: readonly Filter[]): Record<string, string | null> {
  return Object.fromEntries(filters.map(({ name, value }) => [name, value]));
}

/** The first page of the network's reports. */
export function NetworkReportsView(props: {
  context: PageContext;
  page: OverviewPage;
  filters: readonly Filter[];
  counted: Temporal.Instant | null;
}) {
  const { context, page, filters, counted } = props;
  const { language } = context;
  const t = shownTexts.for(language);
  const query = asQuery(page.asked, chosen(filters));
  const zone = 'Europe/Rome';
  const when = counted && `${shortDate(dayIn(counted, zone), language)}, ${clockTime(counted, zone)}`;
  return (
    <NetworkFrame
      context={context}
      title={t('networkTitle')}
      lead={leadOf(page.asked, language)}
      errors={page.asked.errors.length}
    >
      <PeriodForm language={language} action={networkReportsPath()} asked={page.asked} filters={filters} />
      <OverviewBody
        language={language}
        page={page}
        hrefOf={(name) => networkReportsPath(name) + query}
        empty={<p>{t('emptyReport')}</p>}
        more={
          <CardLink href={`${networkReportsPath()}/offices${query}`} title={t('ranking')} icon="office">
            {t('ranking-about')}
          </CardLink>
        }
      />
      <p>
        <a href="/open-data">{t('openData')}</a>
      </p>
      <p class="t-muted">{when ? t('countedNetwork', { when }) : t('notCounted')}</p>
    </NetworkFrame>
  );
}

/** One report over all offices. */
export function NetworkReportView(props: { context: PageContext; page: ReportPage; filters: readonly Filter[] }) {
  const { context, page, filters } = props;
  const { language } = context;
  const { report, writing, asked } = page;
  const t = shownTexts.for(language);
  const words = reportTexts.for(language);
  const query = asQuery(asked, chosen(filters));
  return (
    <NetworkFrame
      context={context}
      title={words(report.name)}
      lead={words(`${report.name}-about`)}
      errors={asked.errors.length}
      breadcrumb={[{ label: t('networkTitle'), href: networkReportsPath() + query }, { label: words(report.name) }]}
    >
      <PeriodForm language={language} action={networkReportsPath(report.name)} asked={asked} filters={filters} />
      <div class="t-report">
        <ReportBlock report={report} writing={writing} />
        <Downloads report={report} writing={writing} href={`${networkReportsPath(report.name)}/file${query}`} />
      </div>
    </NetworkFrame>
  );
}
