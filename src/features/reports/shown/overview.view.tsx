import type { ComponentChildren } from 'preact';
import type { Language } from '#platform/language.ts';
import { CardLink, Cards } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import type { OverviewFigure } from '../figures/overview.query.ts';
import { reportTexts } from '../report/report.text.ts';
import { type ReportName, reportNames } from '../report/report.ts';
import { Changes, KeyFigures } from './key-figures.view.tsx';
import type { OverviewPage } from './read-overview.ts';
import { ReportBlock } from './report-block.view.tsx';
import { shownTexts } from './shown.text.ts';

/** Where a figure is explained. */
const reportOf: Readonly<Record<OverviewFigure, ReportName>> = {
  appointments: 'days',
  occupancy: 'occupancy',
  firstFree: 'first-free',
  absent: 'hours',
  cancelled: 'cancellations',
};

/** The first page of reports: five figures, what changed, two charts, and the way to all others. */
export function OverviewBody(props: {
  language: Language;
  page: OverviewPage;
  hrefOf: (name: ReportName) => string;
  /** what a new office reads */
  empty: ComponentChildren;
  more?: ComponentChildren;
}) {
  const { language, page, hrefOf, empty, more } = props;
  const t = shownTexts.for(language);
  const words = reportTexts.for(language);
  const { now, before, reports, writing } = page;
  if (now.isEmpty) {
    return (
      <EmptyState icon="chart" title={t('emptyTitle')}>
        {empty}
      </EmptyState>
    );
  }
  return (
    <>
      <KeyFigures language={language} now={now} before={before} hrefOf={(figure) => hrefOf(reportOf[figure])} />
      <Changes language={language} now={now} before={before} />
      <div class="t-charts">
        {reports.map((report) => (
          <section key={report.name}>
            <h2 class="h4">
              <a href={hrefOf(report.name)}>{words(report.name)}</a>
            </h2>
            <ReportBlock report={report} writing={writing} />
          </section>
        ))}
      </div>
      <h2>{t('all')}</h2>
      <Cards>
        {more}
        {reportNames.map((name) => (
          <CardLink key={name} href={hrefOf(name)} title={words(name)}>
            {words(`${name}-about`)}
          </CardLink>
        ))}
      </Cards>
    </>
  );
}
