import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { OfficeContacts } from '#features/offices/index.ts';

/** Columns that a file of contacts may change, in the order of our own files. */
export const contactColumns = [
  'address',
  'email',
  'phone',
  'website',
  'hours_it',
  'hours_en',
  'directions_it',
  'directions_en',
  'accessibility_it',
  'accessibility_en',
  'notice_it',
  'notice_en',
] as const;
export type ContactColumn = (typeof contactColumns)[number];

/** Columns for whoever reads the file; what they hold is not looked at. */
const readOnly = ['name', 'city'] as const;

export const mostRows = 10_000;
export const mostBytes = 2 * 1024 * 1024;

/** In a cell: takes away what is there. An empty cell changes nothing. */
export const clearMark = '-';

export interface ContactRow {
  readonly line: number;
  readonly code: string;
  readonly cells: Partial<Record<ContactColumn, string>>;
}

export type FileFault =
  | { reason: 'empty' | 'not-text' | 'no-code' | 'too-many-rows' }
  | { reason: 'broken'; line: number }
  | { reason: 'columns'; line: number }
  | { reason: 'unknown-column' | 'column-twice'; column: string };

/** The text of a file: UTF-8 or UTF-16 when it says so or is so, otherwise Windows-1252 as spreadsheets in Italy write. */
export function decodeFile(bytes: Buffer): string | undefined {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : isUtf8(bytes) ? 'utf-8' : 'windows-1252';
  const text = new TextDecoder(encoding).decode(bytes);
  return text.includes('\0') ? undefined : text;
}

/** The rows of a file of contacts. Commas, semicolons or tabs, told from the first line. */
export function readContacts(text: string): { ok: true; rows: ContactRow[] } | { ok: false; fault: FileFault } {
  const content = text.replace(/^\uFEFF/, '');
  if (content.trim() === '') return { ok: false, fault: { reason: 'empty' } };
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(content, {
      delimiter: delimiterOf(content),
      info: true,
      relax_column_count: true,
      skip_records_with_empty_values: true,
      trim: true,
      // The types of the library do not know what `info` adds.
    }) as unknown as typeof records;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { ok: false, fault: { reason: 'broken', line: Number(error['lines'] ?? 1) } };
  }
  const [head, ...body] = records;
  const columns = (head?.record ?? []).map((name) => name.toLowerCase());
  const fault = faultOfColumns(columns);
  if (fault) return { ok: false, fault };
  if (body.length === 0) return { ok: false, fault: { reason: 'empty' } };
  if (body.length > mostRows) return { ok: false, fault: { reason: 'too-many-rows' } };
  const uneven = body.find(({ record }) => record.length !== columns.length);
  if (uneven) return { ok: false, fault: { reason: 'columns', line: uneven.info.lines } };
  return { ok: true, rows: body.map(({ record, info }) => toRow(columns, record, info.lines)) };
}

/** A file of contacts as it can be sent back; with no offices, an empty one to fill in. */
export function writeContacts(offices: readonly OfficeContacts[]): string {
  const columns = ['code', ...readOnly, ...contactColumns];
  const rows = offices.map((office) => [
    office.code,
    office.name.it,
    office.city.it,
    office.address,
    office.email,
    office.phone,
    office.website,
    ...(['hours', 'directions', 'accessibility', 'notice'] as const).flatMap((name) => [
      office[name]?.it,
      office[name]?.en,
    ]),
  ]);
  // A cell that begins like a formula must not become one in a spreadsheet.
  return stringify([columns, ...rows], {
    bom: true,
    delimiter: ';',
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}

function toRow(columns: readonly string[], record: readonly string[], line: number): ContactRow {
  const cell = (name: string) => unescapeFormula(record[columns.indexOf(name)] ?? '');
  const cells: Partial<Record<ContactColumn, string>> = {};
  for (const name of contactColumns) {
    const text = cell(name);
    if (text !== '') cells[name] = text;
  }
  return { line, code: cell('code').toLowerCase(), cells };
}

/** Our own files put ' before a sign that would begin a formula. */
function unescapeFormula(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

function faultOfColumns(columns: readonly string[]): FileFault | undefined {
  if (!columns.includes('code')) return { reason: 'no-code' };
  const known: readonly string[] = ['code', ...readOnly, ...contactColumns];
  const unknown = columns.find((name) => !known.includes(name));
  if (unknown !== undefined) return { reason: 'unknown-column', column: unknown.slice(0, 40) };
  const twice = columns.find((name, index) => columns.indexOf(name) !== index);
  return twice === undefined ? undefined : { reason: 'column-twice', column: twice };
}

function delimiterOf(content: string): string {
  const first = content.split(/\r?\n/, 1)[0] ?? '';
  const counts = [';', ',', '\t'].map((sign) => ({ sign, count: first.split(sign).length }));
  return counts.sort((a, b) => b.count - a.count)[0]?.sign ?? ';';
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
