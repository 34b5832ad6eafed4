import type { CellObject, SheetData } from 'write-excel-file/node';
import { reportTexts } from '../report/report.text.ts';
import type { Cell, CellKind, Report } from '../report/report.ts';
import { heading, showWord, type Writing } from '../report/show-cell.ts';

/** A report as a workbook: the rows, and beside them how they were counted. Numbers are numbers, days are days. */
export async function reportXlsx(
  report: Report,
  writing: Writing,
  about: { title: string; place: string; period: string },
): Promise<Buffer> {
  const { language } = writing;
  const t = reportTexts.for(language);
  const head = report.columns.map((column) => strong(heading(column, writing)));
  const rows = report.rows.map((row) =>
    row.map((cell, index) => written(report.columns[index]?.kind ?? 'word', cell, writing)),
  );
  const notes: SheetData = [
    [strong(t(report.name))],
    [text(about.place)],
    [text(about.period)],
    ...report.facts.map(({ key, kind, value }) => [text(heading({ key }, writing)), written(kind, value, writing)]),
    [text(t(`${report.name}-how`))],
  ];
  const columns = report.columns.map(({ kind }) => ({ width: kind === 'service' || kind === 'word' ? 32 : 16 }));
  const sheets = [
    { data: [head, ...rows], sheet: nameOf(t(report.name)), columns, stickyRowsCount: 1 },
    { data: notes, sheet: nameOf(about.title), columns: [{ width: 48 }, { width: 16 }] },
  ];
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  return writeXlsxFile(sheets).toBuffer();
}

function written(kind: CellKind, cell: Cell, writing: Writing): CellObject | null {
  if (cell === null) return null;
  if (cell instanceof Temporal.PlainDate) {
    const { year, month, day } = cell;
    return { value: new Date(Date.UTC(year, month - 1, day)), type: Date, format: 'yyyy-mm-dd' };
  }
  if (cell instanceof Temporal.Instant) {
    // A spreadsheet knows no zones: the moment as the office's clock told it.
    const local = cell.toZonedDateTimeISO(writing.zone).toPlainDateTime();
    return {
      value: new Date(`${local.toString({ smallestUnit: 'second' })}Z`),
      type: Date,
      format: 'yyyy-mm-dd hh:mm',
    };
  }
  if (typeof cell === 'string') return text(showWord(kind, cell, writing));
  const format = kind === 'share' ? '0.0%' : kind === 'days' ? '0.0' : '0';
  return { value: cell, type: Number, format };
}

function text(value: string): CellObject {
  return { value, type: String };
}

function strong(value: string): CellObject {
  return { ...text(value), fontWeight: 'bold', wrap: true };
}

/** What a sheet may be called: 31 letters, and none of a few signs. */
function nameOf(title: string): string {
  return title.replace(/[\\/?*:[\]]/g, ' ').slice(0, 31);
}
