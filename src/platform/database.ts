import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import { keepPlans } from './keep-plans.ts';

/** Every table, declared by the feature that owns it: `declare module '#platform/database.ts' { interface Tables { … } }`. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled by declaration merging
export interface Tables {}

export type Db = Kysely<Tables>;
export type Tx = Transaction<Tables>;

const { builtins } = pg.types;
pg.types.setTypeParser(builtins.TIMESTAMPTZ, (text) => Temporal.Instant.from(text.replace(' ', 'T')));
pg.types.setTypeParser(builtins.DATE, (text) => Temporal.PlainDate.from(text));
// The list of types in pg's declarations has no arrays.
const dateArray = 1182 as number as (typeof builtins)['DATE'];
pg.types.setTypeParser(dateArray, (text: string) =>
  text
    .slice(1, -1)
    .split(',')
    .filter(Boolean)
    .map((day) => Temporal.PlainDate.from(day)),
);

// pg writes an object as JSON unless it has this method; without it a Temporal value would arrive in quotes.
for (const type of [Temporal.Instant, Temporal.PlainDate, Temporal.PlainTime]) {
  Object.defineProperty(type.prototype, 'toPostgres', {
    value(this: { toString(): string }) {
      return this.toString();
    },
    configurable: true,
  });
}

/**
 * What PostgreSQL knows of a table is minutes old. Of a merge it believes that it ends early, since the newest accounts are
 * not among the bookings it knows; then it walks through all of them. Measured: a booking read back among 120,000 accounts
 * took 20 to 60 ms instead of 0.1. Rows that belong together are looked up, or hashed where they are many.
 */
const plans = '-c enable_mergejoin=off';

/** Bare connections. An idle connection that breaks must not end the process: the next query opens another. */
export function createPool(
  url: string,
  options: {
    max: number;
    name: string;
    /** milliseconds after which a connection that nobody needs is given up; 20 s where nothing is said */
    idle?: number;
    onError: (error: Error) => void;
  },
): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max,
    application_name: options.name,
    connectionTimeoutMillis: 5_000,
    // Each costs PostgreSQL some 12 MB for what it remembers of tables and plans: after a rush few are needed.
    idleTimeoutMillis: options.idle ?? 20_000,
    keepAlive: true,
    options: `-c timezone=UTC -c idle_in_transaction_session_timeout=15000 ${plans}`,
  });
  pool.on('error', options.onError);
  // A connection that breaks while it is lent tells its borrower through the query; without a listener it would also end
  // the process.
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    keepPlans(client);
  });
  return pool;
}

export function createDb(pool: pg.Pool): Db {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}
