import { monthName } from '#platform/dates.ts';
import { localText } from '#platform/language.ts';
import { closePdf, openPdf, pageHeight, pageWidth, type Pdf, tag, write } from '#platform/pdf/pdf.ts';
import { drawTable } from '#platform/pdf/table.ts';
import { capital } from '#ui/calendar/weekdays.ts';
import { chartOf } from '../charts/chart-of.ts';
import { overviewFigures } from '../figures/overview.query.ts';
import { headingTexts } from '../report/headings.text.ts';
import { reportTexts } from '../report/report.text.ts';
import { columnOf, isEmptyReport, numbersOf, type Report } from '../report/report.ts';
import { showCell, showWord } from '../report/show-cell.ts';
import { notableChanges } from '../shown/changes.rules.ts';
import { sentences, showFigure } from '../shown/key-figures.view.tsx';
import { shownTexts } from '../shown/shown.text.ts';
import { drawChart } from './draw-chart.ts';
import type { MonthOfOffice } from './month.query.ts';
import { monthlyTexts } from './monthly.text.ts';

const margin = 36;
const width = pageWidth - 2 * margin;
const chartHeight = 205;

/** An office's month as tagged PDF on A4: the five figures, what changed, two charts, and the counts behind them. */
export async function monthlyPdf(month: MonthOfOffice, now: Temporal.Instant): Promise<Buffer> {
  const { language } = month.writing;
  const t = monthlyTexts.for(language);
  const office = localText(month.office.name, language);
  const title = `${office}: ${t('title', { month: monthName(month.month, language) })}`;
  const pdf = openPdf({ title, language, author: office, now });
  let y = drawHead(pdf, month, title);
  for (const report of month.charts) {
    const chart = isEmptyReport(report) ? undefined : chartOf(report, month.writing);
    if (chart === undefined) continue;
    y = paragraph(pdf, 'H2', reportTexts.for(language)(report.name), y + 10);
    drawChart(pdf, pdf.root, chart, { x: margin, y: y + 2, width, height: chartHeight });
    y += chartHeight + 4;
  }
  const rows = tableRows(month);
  if (rows.length > 0) {
    // A heading with three lines below it, or a page of its own.
    const isBelow = y + 140 < pageHeight - margin;
    if (!isBelow) pdf.doc.addPage();
    const before = isBelow ? 0 : 1;
    const foot = (page: number, pages: number) => t('foot', { title, page: page + before, pages: pages + before });
    const top = paragraph(pdf, 'H2', t('table'), isBelow ? y + 14 : margin);
    drawTable(pdf, { columns: columnsOf(month), rows, foot }, top + 6);
  }
  return closePdf(pdf);
}

/** The five figures in words, each with how it was before. */
export function figuresInWords({ now, before, writing }: Pick<MonthOfOffice, 'now' | 'before' | 'writing'>): string[] {
  const { language } = writing;
  const t = monthlyTexts.for(language);
  const words = shownTexts.for(language);
  return overviewFigures.map((figure) => {
    const [value, earlier] = [now[figure], before[figure]];
    const name = words(figure);
    if (value === null) return t('figure', { name, value: '–' });
    const shown = showFigure(figure, value, language);
    if (earlier === null || before.isEmpty) return t('figure', { name, value: shown });
    return t('figureBefore', { name, value: shown, before: showFigure(figure, earlier, language) });
  });
}

/** What changed, in words. */
export function changesInWords({ now, before, writing }: Pick<MonthOfOffice, 'now' | 'before' | 'writing'>): string[] {
  return sentences(notableChanges(now, before), writing.language);
}

function drawHead(pdf: Pdf, month: MonthOfOffice, title: string): number {
  const { language } = month.writing;
  const t = monthlyTexts.for(language);
  let y = paragraph(pdf, 'H1', title, margin);
  y = paragraph(pdf, 'P', t('compared', { month: monthName(month.month.subtract({ months: 1 }), language) }), y + 2);
  if (month.now.isEmpty) return paragraph(pdf, 'P', t('empty'), y + 6);
  y = list(pdf, figuresInWords(month), y + 6);
  const changes = changesInWords(month);
  if (changes.length === 0) return y;
  y = paragraph(pdf, 'H2', shownTexts.for(language)('changed'), y + 8);
  return list(pdf, changes, y + 2);
}

const looks = {
  H1: { size: 17, weight: 'bold' },
  H2: { size: 12.5, weight: 'bold' },
  P: { size: 10 },
  LBody: { size: 10.5 },
} as const;

function paragraph(pdf: Pdf, kind: 'H1' | 'H2' | 'P', text: string, y: number): number {
  let height = 0;
  tag(pdf, pdf.root, kind, 'drawn', () => {
    height = write(pdf, text, { x: margin, y, width }, looks[kind]);
  });
  return y + height + 3;
}

function list(pdf: Pdf, items: readonly string[], y: number): number {
  let at = y;
  tag(pdf, pdf.root, 'L', 'elements', (element) => {
    for (const item of items) {
      tag(pdf, element, 'LI', 'elements', (entry) => {
        tag(pdf, entry, 'LBody', 'drawn', () => {
          at += write(pdf, item, { x: margin, y: at, width }, looks.LBody) + 2;
        });
      });
    }
  });
  return at;
}

const counted = ['appointments', 'served', 'absent', 'cancelled'] as const;

function columnsOf({ writing }: MonthOfOffice) {
  const words = headingTexts.for(writing.language);
  const first = { label: monthlyTexts.for(writing.language)('what'), share: 40 };
  return [first, ...counted.map((key) => ({ label: words(key), share: 15, numeric: true }))];
}

/** The counts of each service, then of each channel. */
function tableRows({ tables, writing }: MonthOfOffice): string[][] {
  const t = monthlyTexts.for(writing.language);
  return tables.flatMap((report) => {
    const kind = report.columns[0]?.kind ?? 'word';
    const lost = lostOf(report);
    return columnOf(report, report.columns[0]?.key ?? '').map((cell, row) => {
      const name = showWord(kind, String(cell), writing);
      const numbers = (['appointments', 'served', 'absent'] as const).map((key) => numbersOf(report, key)[row] ?? 0);
      const shown = [...numbers, lost[row] ?? 0].map((value) => showCell('count', value, writing));
      return [t(report.name === 'services' ? 'service' : 'channel', { name: capital(name) }), ...shown];
    });
  });
}

function lostOf(report: Report): number[] {
  const parts = ['cancelledCitizen', 'cancelledOffice', 'cancelledUnconfirmed', 'cancelledClearance'];
  return report.rows.map((_, row) => parts.reduce((sum, key) => sum + (numbersOf(report, key)[row] ?? 0), 0));
}
