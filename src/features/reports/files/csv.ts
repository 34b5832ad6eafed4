import { stringify } from 'csv-stringify/sync';
import { localeOf } from '#platform/language.ts';
import type { Cell, Report } from '../report/report.ts';
import { heading, plainCell, showWord, type Writing } from '../report/show-cell.ts';

/**
 * A report as CSV for a spreadsheet: semicolons and a byte order mark, as everywhere on this site; days as `2026-11-22`,
 * numbers with the decimal sign of the language. A cell that begins like a formula cannot become one.
 */
export function reportCsv(report: Report, writing: Writing): string {
  const head = report.columns.map((column) => heading(column, writing));
  const rows = report.rows.map((row) => row.map((cell, index) => written(report, index, cell, writing)));
  return stringify([head, ...rows], {
    bom: true,
    delimiter: ';',
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}

function written(report: Report, index: number, cell: Cell, writing: Writing): string {
  const kind = report.columns[index]?.kind ?? 'word';
  if (cell === null) return '';
  if (typeof cell === 'string') return showWord(kind, cell, writing);
  if (typeof cell !== 'number') return String(plainCell(cell, writing.zone));
  if (Number.isInteger(cell)) return String(cell);
  const digits = { useGrouping: false, maximumFractionDigits: kind === 'share' ? 4 : 2 } as const;
  return new Intl.NumberFormat(localeOf(writing.language), digits).format(cell);
}
