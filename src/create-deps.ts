import { systemClock } from '#platform/clock.ts';
import { ConfigError, readConfig } from '#platform/config.ts';
import { createDb, createPool } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import { createLog } from '#platform/log.ts';
import { createSecrets, loadMasterSecret } from '#platform/secrets.ts';

// Ten connections are enough for two cores: more only lengthen the queue for a hot row.
const connections = { web: 10, worker: 6, command: 4 };

/** Everything a process of Turno works with, from its settings. */
export function createDeps(name: keyof typeof connections): { deps: Deps; close(): Promise<void> } {
  const config = readConfig();
  if (config.databaseUrl === undefined)
    throw new ConfigError('DATABASE_URL is missing: start with npm start, or name a database.');
  const log = createLog(config, name);
  const pool = createPool(config.databaseUrl, {
    max: connections[name],
    name: `turno-${name}`,
    onError: (error) => log.warn({ err: error }, 'a database connection broke'),
  });
  const deps: Deps = {
    config,
    db: createDb(pool),
    pool,
    clock: systemClock,
    secrets: createSecrets(loadMasterSecret(config)),
    log,
  };
  return { deps, close: () => deps.db.destroy() };
}
