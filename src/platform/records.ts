import { type RawBuilder, sql } from 'kysely';
import type { Tx } from './database.ts';
import type { TableColumn } from './table-columns.ts';

/** A row by its columns' names, with JSON values: what it does not name stays, or is as the table says. */
export type TableRecord = Readonly<Record<string, unknown>>;

/** Writes many rows with one statement, in their order. */
export async function insertRecords<Row>(
  tx: Tx,
  request: {
    table: string;
    columns: readonly TableColumn[];
    records: readonly TableRecord[];
    returning: RawBuilder<unknown>;
  },
): Promise<Row[]> {
  const { table, records } = request;
  const columns = named(request.columns, records);
  const { rows } = await sql<Row>`
    INSERT INTO ${sql.table(table)} (${sql.join(columns.map(({ name }) => sql.ref(name)))})
    SELECT ${sql.join(columns.map(given))} FROM ${recordsOf(table, records)}
    ORDER BY u.n RETURNING ${request.returning}`.execute(tx);
  return rows;
}

/** Changes many rows, each found by its `id`, with one statement. */
export async function updateRecords(
  tx: Tx,
  request: { table: string; columns: readonly TableColumn[]; records: readonly (TableRecord & { id: number })[] },
): Promise<void> {
  const { table, records } = request;
  const columns = named(request.columns, records);
  if (columns.length === 0) return;
  const set = columns.map(
    ({ name }) =>
      sql`${sql.ref(name)} = CASE WHEN u.j ? ${name} THEN ${sql.ref(`r.${name}`)} ELSE ${sql.ref(`t.${name}`)} END`,
  );
  await sql`
    UPDATE ${sql.table(table)} AS t SET ${sql.join(set)} FROM ${recordsOf(table, records)}
    WHERE t.id = (u.j ->> 'id')::bigint`.execute(tx);
}

function named(columns: readonly TableColumn[], records: readonly TableRecord[]): TableColumn[] {
  const names = new Set(records.flatMap((record) => Object.keys(record)));
  return columns.filter(({ name }) => names.has(name));
}

function recordsOf(table: string, records: readonly TableRecord[]) {
  return sql`jsonb_array_elements(${JSON.stringify(records)}::jsonb) WITH ORDINALITY AS u(j, n)
    CROSS JOIN LATERAL jsonb_populate_record(NULL::${sql.table(table)}, u.j) AS r`;
}

/** The default is the catalogue's own words, never anybody else's. */
function given({ name, fallback }: TableColumn): RawBuilder<unknown> {
  return fallback === null ? sql.ref(`r.${name}`) : sql`coalesce(${sql.ref(`r.${name}`)}, ${sql.raw(fallback)})`;
}
