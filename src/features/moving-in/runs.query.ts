import type { Db } from '#platform/database.ts';
import type { KeptFault } from './tables.ts';

export interface PastImport {
  readonly id: number;
  readonly fileName: string;
  readonly kind: string;
  readonly startedAt: Temporal.Instant;
  /** null: under way, or cut short */
  readonly finishedAt: Temporal.Instant | null;
  readonly counts: Readonly<Record<string, number>>;
  readonly refused: readonly KeptFault[];
  readonly by: string;
}

/** Past imports, the latest first. */
export async function listImports(db: Db, most: number): Promise<PastImport[]> {
  return imports(db).orderBy('import_run.id', 'desc').limit(most).execute();
}

export async function findImportRun(db: Db, id: number): Promise<PastImport | undefined> {
  return imports(db).where('import_run.id', '=', id).executeTakeFirst();
}

function imports(db: Db) {
  return db
    .selectFrom('import_run')
    .innerJoin('account', 'account.id', 'import_run.account_id')
    .select((on) => [
      'import_run.id',
      'file_name as fileName',
      'kind',
      'started_at as startedAt',
      'finished_at as finishedAt',
      'counts',
      'refused',
      on.fn<string>('concat_ws', [on.val(' '), 'given_name', 'family_name']).as('by'),
    ]);
}
