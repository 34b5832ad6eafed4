import { afterAll, beforeAll } from 'vitest';
import { testClock, type TestClock } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import { createDb, createPool } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import { createLog } from '#platform/log.ts';
import { createSecrets } from '#platform/secrets.ts';
import { testDatabase } from './database.ts';

export type TestDeps = Deps & { readonly clock: TestClock };

/** Sunday 22 November 2026, 10:00 in London: where test clocks stand unless a test moves them. */
export const testNow = '2026-11-22T10:00:00Z';

/** Deps on a database of this file's own; ready after `beforeAll`, gone after `afterAll`. */
export function useDeps(environment: Record<string, string> = {}): { readonly current: TestDeps } {
  let deps: TestDeps | undefined;
  let close: () => Promise<void> = async () => undefined;
  beforeAll(async () => {
    const database = await testDatabase();
    const config = readConfig({
      TURNO_LOG: 'silent',
      TURNO_DATA: '/nonexistent',
      DATABASE_URL: database.url,
      ...environment,
    });
    const log = createLog(config, 'test');
    const pool = createPool(database.url, { max: 12, name: 'turno-test', onError: () => undefined });
    deps = {
      config,
      pool,
      db: createDb(pool),
      clock: testClock(testNow),
      secrets: createSecrets('a secret of the tests, long enough for them'),
      log,
    };
    close = async () => {
      await deps?.db.destroy();
      await database.close();
    };
  });
  afterAll(() => close());
  return {
    get current() {
      if (!deps) throw new Error('deps are ready only inside tests');
      return deps;
    },
  };
}
