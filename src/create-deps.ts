import { systemClock } from '#platform/clock.ts';
import { ConfigError, readConfig } from '#platform/config.ts';
import { type Connected, connectionsOf } from '#platform/connections.ts';
import { createDb, createPool } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import { createLog } from '#platform/log.ts';
import { loadKeyRing } from '#platform/key-ring.ts';
import { createSecrets } from '#platform/secrets.ts';

/** Everything a process of Turno works with, from its settings. `office` has database connections of its own. */
export function createDeps(name: 'web' | 'worker' | 'command'): { deps: Deps; office: Deps; close(): Promise<void> } {
  const config = readConfig();
  if (config.databaseUrl === undefined)
    throw new ConfigError('DATABASE_URL is missing: start with npm start, or name a database.');
  const log = createLog(config, name);
  const { databaseUrl } = config;
  const open = (what: Connected) =>
    createPool(databaseUrl, {
      max: connectionsOf(what, config),
      name: `turno-${what}`,
      // Nobody waits for the worker to connect.
      ...(what === 'worker' && { idle: 5_000 }),
      onError: (error) => log.warn({ err: error }, 'a database connection broke'),
    });
  const pool = open(name);
  const deps: Deps = {
    config,
    db: createDb(pool),
    pool,
    clock: systemClock,
    secrets: createSecrets(loadKeyRing(config)),
    log,
  };
  if (name !== 'web') return { deps, office: deps, close: () => deps.db.destroy() };
  const officePool = open('office');
  const office: Deps = { ...deps, pool: officePool, db: createDb(officePool) };
  return {
    deps,
    office,
    close: async () => void (await Promise.all([deps.db.destroy(), office.db.destroy()])),
  };
}
