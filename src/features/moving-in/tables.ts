import type { ColumnType, GeneratedAlways } from 'kysely';

declare module '#platform/database.ts' {
  interface Tables {
    import_run: ImportRunTable;
  }
}

/** A refused row as it is kept: never with a value. */
export interface KeptFault {
  readonly line: number;
  readonly column: string;
  readonly reason: string;
}

interface ImportRunTable {
  id: GeneratedAlways<number>;
  account_id: number;
  file_name: string;
  kind: string;
  started_at: Temporal.Instant;
  /** null: it is under way, or was cut short */
  finished_at: Temporal.Instant | null;
  counts: ColumnType<Readonly<Record<string, number>>, string | undefined, string>;
  refused: ColumnType<readonly KeptFault[], string | undefined, string>;
}
