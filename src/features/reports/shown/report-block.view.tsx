import { ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Table } from '#ui/table.tsx';
import { chartOf } from '../charts/chart-of.ts';
import { ChartView } from '../charts/chart.view.tsx';
import { isEmptyReport, type Report } from '../report/report.ts';
import { reportTexts } from '../report/report.text.ts';
import { heading, showCell, type Writing } from '../report/show-cell.ts';
import { shownTexts } from './shown.text.ts';

const quiet = ['day', 'moment', 'service', 'word', 'hour', 'weekday'];

/** One report: its chart, the table behind it, and how it is counted. */
export function ReportBlock({ report, writing }: { report: Report; writing: Writing }) {
  const t = shownTexts.for(writing.language);
  const words = reportTexts.for(writing.language);
  if (isEmptyReport(report)) {
    return (
      <EmptyState icon="chart" title={t('emptyTitle')} level={3}>
        <p>{t('emptyReport')}</p>
      </EmptyState>
    );
  }
  const chart = chartOf(report, writing);
  return (
    <>
      {report.facts.length > 0 && <Facts report={report} writing={writing} />}
      {chart && <ChartView id={`chart-${report.name}`} chart={chart} language={writing.language} />}
      <details class="t-data">
        <summary>{t('table')}</summary>
        <div class="t-data-inside" role="region" aria-label={`${t('table')}: ${words(report.name)}`} tabindex={0}>
          <ReportTable report={report} writing={writing} />
        </div>
      </details>
      <details class="t-data">
        <summary>{t('how')}</summary>
        <p>{words(`${report.name}-how`)}</p>
      </details>
    </>
  );
}

function Facts({ report, writing }: { report: Report; writing: Writing }) {
  return (
    <dl class="t-facts">
      {report.facts.map(({ key, kind, value }) => (
        <div key={key}>
          <dt>{heading({ key }, writing)}</dt>
          <dd>{showCell(kind, value, writing)}</dd>
        </div>
      ))}
    </dl>
  );
}

export function ReportTable({ report, writing }: { report: Report; writing: Writing }) {
  return (
    <Table
      dense
      caption={reportTexts.for(writing.language)(report.name)}
      columns={report.columns.map((column) => ({
        label: heading(column, writing),
        numeric: !quiet.includes(column.kind),
      }))}
      rows={report.rows.map((row, index) => ({
        key: String(index),
        cells: row.map((cell, column) => showCell(report.columns[column]?.kind ?? 'word', cell, writing)),
      }))}
    />
  );
}

/** The files of a report. `href`: where they are, without the format. */
export function Downloads({ report, writing, href }: { report: Report; writing: Writing; href: string }) {
  const t = shownTexts.for(writing.language);
  const name = reportTexts.for(writing.language)(report.name);
  return (
    <div class="t-downloads t-no-print">
      <ButtonLink
        href={`${href}&format=csv`}
        kind="secondary"
        small
        icon="download"
        label={t('csvOf', { report: name })}
      >
        {t('csv')}
      </ButtonLink>
      <ButtonLink
        href={`${href}&format=xlsx`}
        kind="secondary"
        small
        icon="download"
        label={t('xlsxOf', { report: name })}
      >
        {t('xlsx')}
      </ButtonLink>
      {report.columns[0]?.kind === 'day' && writing.grain !== 'day' && <span class="t-muted">{t('filesByDay')}</span>}
    </div>
  );
}
