import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type pg from 'pg';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Tables } from './database.ts';
import type { Secrets } from './secrets.ts';

/** What routes, jobs and commands are given. Verbs and queries get only `tx` or `db` and one request. */
export interface Deps {
  readonly config: Config;
  readonly db: Kysely<Tables>;
  /** Bare connections, for the hot path's named statements. */
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly log: Logger;
}
