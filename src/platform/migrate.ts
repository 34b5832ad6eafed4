import { readdir, readFile } from 'node:fs/promises';
import { type Kysely, Kysely as KyselyDatabase, PostgresDialect, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import pg from 'pg';
import type { Db } from './database.ts';
import { projectPath } from './root.ts';

/** Applies the migrations of db/migrations that are missing, under a lock; answers with the names applied. */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const db = new KyselyDatabase<unknown>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: databaseUrl, max: 2 }) }),
  });
  try {
    const { error, results } = await migrator(db).migrateToLatest();
    if (error !== undefined) throw error instanceof Error ? error : new Error('a migration failed', { cause: error });
    return (results ?? []).map((result) => result.migrationName);
  } finally {
    await db.destroy();
  }
}

/** Names of migrations the database does not have yet; for /readyz. */
export async function pendingMigrations(db: Db): Promise<string[]> {
  const all = await migrator(db).getMigrations();
  return all.filter((migration) => migration.executedAt === undefined).map((migration) => migration.name);
}

function migrator(db: Kysely<unknown> | Db): Migrator {
  return new Migrator({
    db,
    provider: { getMigrations: readMigrations },
    migrationTableName: 'migration',
    migrationLockTableName: 'migration_lock',
  });
}

async function readMigrations(): Promise<Record<string, Migration>> {
  const folder = projectPath('db', 'migrations');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const entries = await Promise.all(
    names.map(async (name) => {
      const text = await readFile(`${folder}/${name}`, 'utf8');
      const migration: Migration = { up: async (db) => void (await sql.raw(text).execute(db)) };
      return [name.replace(/\.sql$/, ''), migration] as const;
    }),
  );
  return Object.fromEntries(entries);
}
