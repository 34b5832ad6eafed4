import { clockTime, dayIn, monthName, shortDate } from '#platform/dates.ts';
import type { LocalText } from '#platform/language.ts';
import { Actions, ButtonLink } from '#ui/button.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import type { AtOffice } from '../at-office.ts';
import { asQuery, reportsPath } from '../paths.ts';
import { reportTexts } from '../report/report.text.ts';
import { leadOf, daysOf } from '../shown/lead.ts';
import { OverviewBody } from '../shown/overview.view.tsx';
import { PeriodForm, serviceFilter } from '../shown/period-form.view.tsx';
import type { OverviewPage } from '../shown/read-overview.ts';
import { Downloads, ReportBlock } from '../shown/report-block.view.tsx';
import type { ReportPage } from '../shown/report-page.ts';
import { shownTexts } from '../shown/shown.text.ts';

interface ServiceFilter {
  readonly codes: readonly string[];
  readonly names: ReadonlyMap<string, LocalText>;
  readonly value: string | null;
}

/** The first page of an office's reports. */
export function ReportsView(props: {
  context: PageContext;
  at: AtOffice;
  page: OverviewPage;
  filter: ServiceFilter;
  counted: Temporal.Instant | null;
}) {
  const { context, at, page, filter, counted } = props;
  const { language } = context;
  const t = shownTexts.for(language);
  const { office } = at;
  const query = asQuery(page.asked, { service: filter.value });
  return (
    <OfficeLayout context={context} at={at} title={t('title')} width="full" invalid={page.asked.errors.length > 0}>
      <PageHeading title={t('title')} lead={leadOf(page.asked, language)} />
      <PeriodForm
        language={language}
        action={reportsPath(office.code)}
        asked={page.asked}
        filters={[serviceFilter(language, filter)]}
      />
      <OverviewBody
        language={language}
        page={page}
        hrefOf={(name) => reportsPath(office.code, name) + query}
        empty={<Empty at={at} language={language} />}
      />
      <MonthlySection at={at} language={language} />
      <p class="t-muted t-report-note">
        {counted ? t('counted', { when: moment(counted, at, language) }) : t('notCounted')}
      </p>
    </OfficeLayout>
  );
}

type Language = PageContext['language'];

function Empty({ at, language }: { at: AtOffice; language: Language }) {
  const t = shownTexts.for(language);
  const { office } = at;
  return (
    <>
      <p>{t('emptyOffice')}</p>
      <Actions>
        {at.may('edit-planner') && <ButtonLink href={`/office/${office.code}/planners`}>{t('toPlanners')}</ButtonLink>}
        <ButtonLink href={`${reportsPath(office.code)}?period=quarter`} kind="secondary">
          {t('longer')}
        </ButtonLink>
      </Actions>
    </>
  );
}

function MonthlySection({ at, language }: { at: AtOffice; language: Language }) {
  const t = shownTexts.for(language);
  const month = at.today.toPlainYearMonth().subtract({ months: 1 });
  const base = reportsPath(at.office.code);
  return (
    <section class="t-no-print">
      <h2>{t('monthly')}</h2>
      <p>{t('monthlyAbout')}</p>
      <Actions>
        <ButtonLink href={`${base}/month.pdf?month=${month.toString()}`} kind="secondary" icon="download">
          {t('monthPdf', { month: monthName(month, language) })}
        </ButtonLink>
        <ButtonLink href={`${base}/recipients`} kind="secondary" icon="mail">
          {t('recipients')}
        </ButtonLink>
      </Actions>
    </section>
  );
}

/** One report of an office. */
export function OneReportView(props: { context: PageContext; at: AtOffice; page: ReportPage; filter: ServiceFilter }) {
  const { context, at, page, filter } = props;
  const { language } = context;
  const { report, writing, asked } = page;
  const t = shownTexts.for(language);
  const words = reportTexts.for(language);
  const { code } = at.office;
  const query = asQuery(asked, { service: filter.value });
  return (
    <OfficeLayout
      context={context}
      at={at}
      title={words(report.name)}
      width="full"
      invalid={asked.errors.length > 0}
      breadcrumb={[{ label: t('title'), href: reportsPath(code) + query }, { label: words(report.name) }]}
    >
      <PageHeading title={words(report.name)} kicker={daysOf(asked, language)} lead={words(`${report.name}-about`)} />
      <PeriodForm
        language={language}
        action={reportsPath(code, report.name)}
        asked={asked}
        filters={[serviceFilter(language, filter)]}
      />
      <div class="t-report">
        <ReportBlock report={report} writing={writing} />
        <Downloads report={report} writing={writing} href={`${reportsPath(code, report.name)}/file${query}`} />
      </div>
    </OfficeLayout>
  );
}

function moment(instant: Temporal.Instant, { office }: AtOffice, language: Language): string {
  return `${shortDate(dayIn(instant, office.timeZone), language)}, ${clockTime(instant, office.timeZone)}`;
}
