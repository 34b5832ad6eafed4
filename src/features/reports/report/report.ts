/** What may be asked for by name: in addresses, files and the API. */
export const reportNames = [
  'days',
  'services',
  'channels',
  'hours',
  'occupancy',
  'cancellations',
  'first-free',
  'lead-time',
  'releases',
  'clearances',
  'waiting-list',
] as const;
export type ReportName = (typeof reportNames)[number];

/** What a column holds, and so how it is written on a page and in each kind of file. */
export type CellKind =
  | 'day'
  | 'moment'
  | 'service'
  | 'word'
  | 'hour'
  | 'weekday'
  | 'count'
  /** 0 to 1 */
  | 'share'
  /** may have decimals */
  | 'days'
  | 'minutes';

export type Cell = string | number | Temporal.PlainDate | Temporal.Instant | null;

export interface ReportColumn {
  /** its name in JSON; its heading is the text of this key */
  readonly key: string;
  readonly kind: CellKind;
}

/** Rows of figures, before they are written in any language. */
export interface Report {
  readonly name: ReportName;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly Cell[])[];
  /** What the whole period comes to, where rows do not say it. */
  readonly facts: readonly { readonly key: string; readonly kind: CellKind; readonly value: Cell }[];
}

export function isReportName(text: string): text is ReportName {
  return reportNames.some((name) => name === text);
}

/** The cells of one column. */
export function columnOf(report: Report, key: string): Cell[] {
  const index = report.columns.findIndex((column) => column.key === key);
  return report.rows.map((row) => row[index] ?? null);
}

/** A column's numbers; nothing where there is none. */
export function numbersOf(report: Report, key: string): (number | null)[] {
  return columnOf(report, key).map((cell) => (typeof cell === 'number' ? cell : null));
}

export function isEmptyReport(report: Report): boolean {
  return report.rows.every((row) =>
    row.every((cell, index) => {
      const kind = report.columns[index]?.kind;
      return kind === 'count' ? cell === 0 || cell === null : isKey(kind) || cell === null;
    }),
  );
}

/** Columns that only say what a row is about. */
function isKey(kind: CellKind | undefined): boolean {
  return kind !== 'count' && kind !== 'share' && kind !== 'days' && kind !== 'minutes' && kind !== 'moment';
}
