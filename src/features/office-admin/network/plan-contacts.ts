import { type DetailsChange, type OfficeContacts, officeContacts } from '#features/offices/index.ts';
import type { Db, Tx } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';
import { officeEmail, officePhone, officeWebsite, optionalLine } from '../contact-fields.ts';
import {
  clearMark,
  type ContactColumn,
  contactColumns,
  type ContactRow,
  type FileFault,
  readContacts,
} from './contacts-file.ts';

/** Something wrong with a row. */
export interface RowFault {
  readonly line: number;
  readonly code: string;
  readonly column: 'code' | ContactColumn;
  readonly reason:
    | 'unknown-office'
    | 'twice'
    | 'required'
    | 'email'
    | 'phone'
    | 'website'
    | 'too-long'
    | 'italian-first';
}

export interface PlannedChange {
  readonly office: OfficeContacts;
  readonly change: DetailsChange;
}

/** What a file would do. Nothing is done while a row has a fault. */
export interface ImportPlan {
  readonly rows: number;
  readonly faults: readonly RowFault[];
  readonly changes: readonly PlannedChange[];
  readonly unchanged: number;
}

const texts = ['hours', 'directions', 'accessibility', 'notice'] as const;
const longest = { hours: 500, directions: 500, accessibility: 1000, notice: 500 } as const;
const fields = { address: optionalLine(300), email: officeEmail, phone: officePhone, website: officeWebsite } as const;

/** Compares a file with the offices as they are. `lock`: they stay so until the transaction ends. */
export async function planContacts(
  db: Db | Tx,
  request: { content: string; lock?: boolean },
): Promise<{ ok: true; plan: ImportPlan } | { ok: false; fault: FileFault }> {
  const file = readContacts(request.content);
  if (!file.ok) return file;
  const codes = [...new Set(file.rows.map((row) => row.code))];
  const found = await officeContacts(db, { codes, lock: request.lock ?? false });
  const offices = new Map(found.map((office) => [office.code, office]));
  const seen = new Set<string>();
  const faults: RowFault[] = [];
  const changes: PlannedChange[] = [];
  for (const row of file.rows) {
    const office = offices.get(row.code);
    const codeFault =
      row.code === '' ? 'required' : office === undefined ? 'unknown-office' : seen.has(row.code) && 'twice';
    if (codeFault) faults.push({ line: row.line, code: row.code.slice(0, 80), column: 'code', reason: codeFault });
    seen.add(row.code);
    const read = readRow(row, office);
    faults.push(...read.faults);
    if (office && Object.keys(read.change).length > 0) changes.push({ office, change: read.change });
  }
  const unchanged = file.rows.length - changes.length;
  return { ok: true, plan: { rows: file.rows.length, faults, changes, unchanged } };
}

/** What a row would change of an office, and what is wrong with it; also of one that does not exist. */
function readRow(row: ContactRow, office: OfficeContacts | undefined): { change: DetailsChange; faults: RowFault[] } {
  const faults: RowFault[] = [];
  const wrong = (column: ContactColumn, reason: RowFault['reason']) =>
    faults.push({ line: row.line, code: row.code, column, reason });
  const change: Record<string, string | LocalText | null> = {};
  for (const name of ['address', 'email', 'phone', 'website'] as const) {
    const cell = row.cells[name];
    if (cell === undefined) continue;
    const read = fields[name].safeParse(cell === clearMark ? '' : cell);
    if (!read.success) wrong(name, reasonOf(read.error.issues[0]?.message));
    else if (read.data !== (office?.[name] ?? null)) change[name] = read.data;
  }
  for (const name of texts) {
    const next = nextText(row, name, office?.[name] ?? null);
    if (next === undefined) continue;
    if (next.long) wrong(next.long, 'too-long');
    else if (next.text === undefined) wrong(`${name}_it`, 'italian-first');
    else change[name] = next.text;
  }
  return { change, faults };
}

/** A text with the row's languages put in; undefined when nothing changes, `text: undefined` when Italian is missing. */
function nextText(
  row: ContactRow,
  name: (typeof texts)[number],
  current: LocalText | null,
): { text?: LocalText | null; long?: ContactColumn } | undefined {
  const next: Record<string, string> = { ...current };
  for (const language of ['it', 'en'] as const) {
    const cell = row.cells[`${name}_${language}`];
    if (cell === undefined) continue;
    if (cell.length > longest[name]) return { long: `${name}_${language}` };
    if (cell === clearMark) delete next[language];
    else next[language] = cell.replace(/\r\n?/g, '\n');
  }
  if (JSON.stringify(next) === JSON.stringify(current ?? {})) return undefined;
  const { it, ...others } = next;
  if (it !== undefined) return { text: { it, ...others } };
  return Object.keys(others).length === 0 ? { text: null } : {};
}

function reasonOf(message: string | undefined): RowFault['reason'] {
  return message === 'email' || message === 'phone' || message === 'website' ? message : 'too-long';
}

/** How many offices would change in each column's detail, for showing. */
export function countByDetail(plan: ImportPlan): { name: string; count: number }[] {
  const names = [...new Set(contactColumns.map((column) => column.split('_')[0] ?? column))];
  return names
    .map((name) => ({ name, count: plan.changes.filter(({ change }) => Object.hasOwn(change, name)).length }))
    .filter(({ count }) => count > 0);
}
