import { sql } from 'kysely';
import { runningDatabaseUrl } from '#launch/running-database.ts';
import { createDb, createPool, type Db } from '#platform/database.ts';

/** What nothing may be added to by what is refused. */
export interface Counts {
  readonly bookings: number;
  readonly holds: number;
  readonly accounts: number;
}

export async function counts(db: Db): Promise<Counts> {
  const { rows } = await sql<Counts>`
    SELECT (SELECT count(*)::int FROM booking) AS bookings, (SELECT count(*)::int FROM hold) AS holds,
           (SELECT count(*)::int FROM account) AS accounts`.execute(db);
  return rows[0] ?? { bookings: -1, holds: -1, accounts: -1 };
}

/** The database of the Turno that runs on this data folder; `destroy` it in the end. */
export async function openDatabase(dataFolder: string): Promise<Db> {
  const url = await runningDatabaseUrl(dataFolder);
  if (url === undefined) throw new Error('the database does not run');
  return createDb(createPool(url, { max: 2, name: 'turno-test', onError: () => undefined }));
}
