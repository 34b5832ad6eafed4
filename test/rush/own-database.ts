import { runningDatabaseUrl } from '#launch/running-database.ts';
import { createDb, createPool, type Db } from '#platform/database.ts';

/** The name of these connections: they are not cut. */
export const ownName = 'turno-chaos';

/** Works on the database that a Turno keeps running in a folder; its address changes when all of it starts again. */
export async function withDatabase<Result>(dataFolder: string, work: (db: Db) => Promise<Result>): Promise<Result> {
  const url = await runningDatabaseUrl(dataFolder);
  if (url === undefined) throw new Error('the database does not run');
  const db = createDb(createPool(url, { max: 2, name: ownName, onError: () => undefined }));
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}
