import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import { insertRecords, type TableRecord, updateRecords } from '#platform/records.ts';
import { tableColumns, type TableColumn } from '#platform/table-columns.ts';
import type { LocalText } from '#platform/language.ts';
import { searchText } from '../search-text.ts';

/** Columns that are made from others, say who changed something, or are the data's own. */
const kept = new Set([
  'code',
  'reference',
  'search',
  'search_more',
  'demo',
  'updated_at',
  'details_changed_at',
  'details_changed_by',
  'territory_changed_at',
  'territory_changed_by',
  'parent_id',
  'site_kind',
]);

/** Texts by language. */
export const localOfficeColumns = [
  'name',
  'city',
  'jurisdiction',
  'directions',
  'accessibility',
  'notice',
  'hours',
  'remark',
];

/** What of an office is carried from one installation to another; an office added later brings its columns by itself. */
export async function movableOfficeColumns(db: Db | Tx): Promise<TableColumn[]> {
  const named = new Set([null, 'country', 'municipality']);
  const columns = await tableColumns(db, 'office');
  return columns.filter(({ name, references }) => !kept.has(name) && named.has(references));
}

/** An office as a row of its table, with the code of the office it stands under. */
export interface OfficeRow {
  readonly id: number;
  readonly code: string;
  readonly parent: string | null;
  readonly row: Readonly<Record<string, unknown>>;
}

export async function officeRows(db: Db | Tx, codes: readonly string[]): Promise<OfficeRow[]> {
  const { rows } = await sql<OfficeRow>`
    SELECT o.id, o.code, p.code AS parent, to_jsonb(o) AS row FROM office o LEFT JOIN office p ON p.id = o.parent_id
    WHERE o.code = ANY (${codes}::text[])`.execute(db);
  return rows;
}

export interface OfficeRecord {
  readonly code: string;
  readonly record: TableRecord;
  /** undefined: nothing is said; null: under none */
  readonly parent?: { readonly code: string; readonly kind: string } | null | undefined;
}

export async function createOffices(
  tx: Tx,
  request: { columns: readonly TableColumn[]; offices: readonly OfficeRecord[]; now: Temporal.Instant },
): Promise<void> {
  const { offices, now } = request;
  const columns = [...request.columns, ...(await tableColumns(tx, 'office')).filter(({ name }) => own.has(name))];
  const records = offices.map(({ code, record }) => {
    const [name, city] = [record['name'] as LocalText | undefined, record['city'] as LocalText | undefined];
    return { ...record, code, updated_at: now.toString(), search: searchText(city?.it, city?.en, name?.it, name?.en) };
  });
  await insertRecords(tx, { table: 'office', columns, records, returning: sql`id` });
  await standUnder(tx, offices);
}

const own = new Set(['code', 'updated_at', 'search']);

export async function changeOffices(
  tx: Tx,
  request: {
    columns: readonly TableColumn[];
    offices: readonly (OfficeRecord & { id: number })[];
    accountId: number;
    now: Temporal.Instant;
  },
): Promise<void> {
  const { columns, offices, accountId, now } = request;
  const records = offices.map(({ id, record }) => ({ ...record, id }));
  await updateRecords(tx, { table: 'office', columns, records });
  await sql`
    UPDATE office SET updated_at = ${now}, details_changed_at = ${now}, details_changed_by = ${accountId}
    WHERE id = ANY (${offices.map(({ id }) => id)}::int[])`.execute(tx);
  await standUnder(tx, offices);
}

/** Last, since an office may come after the one under it. */
async function standUnder(tx: Tx, offices: readonly OfficeRecord[]): Promise<void> {
  const said = offices.filter(({ parent }) => parent !== undefined);
  if (said.length === 0) return;
  const links = said.map(({ code, parent }) => ({ code, parent: parent?.code ?? null, kind: parent?.kind ?? null }));
  await sql`
    UPDATE office o SET parent_id = p.id, site_kind = l.kind
    FROM jsonb_to_recordset(${JSON.stringify(links)}::jsonb) AS l (code text, parent text, kind text)
    LEFT JOIN office p ON p.code = l.parent
    WHERE o.code = l.code`.execute(tx);
}
