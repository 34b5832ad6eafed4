import { type Language, localeOf } from '#platform/language.ts';
import { numbersOf, type Report } from '../report/report.ts';
import { showCell, type Writing } from '../report/show-cell.ts';
import type { Series } from './chart.ts';
import { chartTexts } from './chart.text.ts';

/** What can be seen in columns: how many, from where to where, and the tallest. */
export function columnsSummary(labels: readonly string[], series: readonly Series[], language: Language): string {
  const t = chartTexts.for(language);
  const totals = labels.map((_, index) => series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0));
  const most = Math.max(0, ...totals);
  const where = labels[totals.indexOf(most)];
  if (most === 0 || where === undefined) return t('nothing');
  const [first = '', last = ''] = [labels[0], labels.at(-1)];
  return t('columnsSummary', { labels: labels.length, first, last, most: rounded(most, language), where });
}

/** What can be seen in lines: of each, the highest and the lowest. */
export function linesSummary(labels: readonly string[], series: readonly Series[], language: Language): string {
  const t = chartTexts.for(language);
  const parts = series.flatMap(({ label, values }) => {
    const known = values.filter((value) => value !== null);
    if (known.length === 0) return [];
    const most = Math.max(...known);
    const told = {
      first: labels[0] ?? '',
      last: labels.at(-1) ?? '',
      most: rounded(most, language),
      least: rounded(Math.min(...known), language),
      where: labels[values.indexOf(most)] ?? '',
    };
    return [`${series.length > 1 ? `${label}. ` : ''}${t('linesSummary', told)}`];
  });
  return parts.join(' ') || t('nothing');
}

export function barsSummary(bars: readonly { label: string; shown: string }[], language: Language): string {
  const t = chartTexts.for(language);
  if (bars.length === 0) return t('nothing');
  const list = bars.map(({ label, shown }) => t('bar', { label, value: shown }));
  return t('barsSummary', { list: new Intl.ListFormat(localeOf(language)).format(list) });
}

export function heatSummary(report: Report, writing: Writing): string {
  const t = chartTexts.for(writing.language);
  const [days, hours] = [numbersOf(report, 'weekday'), numbersOf(report, 'hour')];
  const fields = numbersOf(report, 'occupancy').flatMap((share, row) => (share === null ? [] : [{ share, row }]));
  const sorted = fields.toSorted((a, b) => b.share - a.share || a.row - b.row);
  const [full, free] = [sorted[0], sorted.at(-1)];
  if (full === undefined || free === undefined) return t('nothing');
  const name = ({ row }: { row: number }): string =>
    `${showCell('weekday', days[row] ?? null, writing)} ${showCell('hour', hours[row] ?? null, writing)}`;
  const share = (field: { share: number }): string => showCell('share', field.share, writing);
  return t('heatSummary', { full: name(full), fullShare: share(full), free: name(free), freeShare: share(free) });
}

function rounded(value: number, language: Language): string {
  return new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 1 }).format(value);
}
