import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { TableColumn } from '#platform/table-columns.ts';
import { cellsOf, columnFields } from '../column-fields.ts';
import type { Cell } from '../files/write-file.ts';
import type { KindName } from '../import-run.ts';

/** What an export reads from: one snapshot of the database. */
export interface Source {
  readonly tx: Tx;
  readonly secrets: Secrets;
  /** ids of the offices to be written */
  readonly officeIds: readonly number[];
  /** those are all offices */
  readonly isAll: boolean;
}

/** A file of an export: its columns, and its rows in pieces. */
export interface Sheet {
  readonly kind: KindName;
  readonly columns: readonly string[];
  readonly rows: () => AsyncGenerator<readonly (readonly Cell[])[]>;
}

export const inOnePiece = 1000;

/** The rows of a query in pieces, each beginning after the last `id` of the one before. */
export async function* pieces<Row extends { id: string | number }>(
  tx: Tx,
  query: (after: string | number, most: number) => RawBuilder<Row>,
): AsyncGenerator<Row[]> {
  let after: string | number = 0;
  for (;;) {
    const { rows }: { rows: Row[] } = await query(after, inOnePiece).execute(tx);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < inOnePiece) return;
    after = last.id;
  }
}

/** The columns of a table as an export names and fills them. */
export function tableSheet(columns: readonly TableColumn[], local: readonly string[] = []) {
  return {
    names: columnFields(columns, { local }).map(({ name }) => name),
    cells: (row: Readonly<Record<string, unknown>>): Cell[] => cellsOf(columns, row, local),
  };
}

export const inOffices = (column: RawBuilder<unknown>, { officeIds }: Source) =>
  sql<boolean>`${column} = ANY (${officeIds}::int[])`;
