import { sql } from 'kysely';
import type { Db, Tx } from './database.ts';

/** A column of a table as the catalogue knows it; those that the database fills by itself are left out. */
export interface TableColumn {
  readonly name: string;
  /** `integer`, `text`, `text[]`, `jsonb`, `timestamp with time zone` … */
  readonly type: string;
  readonly mandatory: boolean;
  /** what stands there when nothing is said, as an SQL expression */
  readonly fallback: string | null;
  /** the table that it names a row of */
  readonly references: string | null;
}

/** The columns of a table. For what carries whole rows away and back: nobody has to remember a column that is new. */
export async function tableColumns(db: Db | Tx, table: string): Promise<TableColumn[]> {
  const { rows } = await sql<TableColumn>`
    SELECT a.attname AS name, format_type(a.atttypid, NULL) AS type, a.attnotnull AS mandatory,
           pg_get_expr(d.adbin, d.adrelid) AS fallback,
           (SELECT c.confrelid::regclass::text FROM pg_constraint c
            WHERE c.conrelid = a.attrelid AND c.contype = 'f' AND c.conkey = ARRAY[a.attnum] LIMIT 1) AS references
    FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE a.attrelid = ${table}::regclass AND a.attnum > 0 AND NOT a.attisdropped
      AND a.attgenerated = '' AND a.attidentity = ''
    ORDER BY a.attnum`.execute(db);
  return rows;
}
