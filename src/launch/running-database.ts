import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { databaseUser } from './postgres/cluster.ts';
import { elsewhereOf } from './postgres/place.ts';
import { isAlive, readPostmasterFile } from './postgres/postmaster-file.ts';

/** The address of the PostgreSQL that `start` keeps running on this data folder, for commands run beside it. */
export async function runningDatabaseUrl(dataFolder: string): Promise<string | undefined> {
  const cluster = join((await elsewhereOf(dataFolder)) ?? dataFolder, 'postgres');
  const [file, password] = await Promise.all([
    readPostmasterFile(cluster),
    readFile(join(dataFolder, 'database-password'), 'utf8').catch(() => undefined),
  ]);
  if (file === undefined || password === undefined || !isAlive(file.pid)) return undefined;
  return `postgres://${databaseUser}:${password.trim()}@127.0.0.1:${file.port}/${databaseUser}`;
}
