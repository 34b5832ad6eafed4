import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import type { Figures, SignalKind } from '../tables.ts';
import '../tables.ts';

/** What a detector has found about one person, or a group of accounts. */
export interface Found {
  /** whom it is about: told apart from others of its kind */
  readonly subject: string;
  readonly accounts: readonly number[];
  readonly bookings: readonly string[];
  readonly tickets: readonly { readonly roomId: number; readonly number: number }[];
  readonly evidence: Figures;
}

type Row = Omit<Found, 'tickets'> & { tickets?: Found['tickets'] };

/** From so few on it is worth a look; each leaves room for a family, a helper and a day of changed plans. */
export const thresholds = {
  speed: { times: 3, seconds: 3 },
  'shared-browser': { accounts: 6 },
  'account-pattern': { accounts: 6 },
  cancelling: { times: 6, hours: 48 },
  'mass-joins': { tickets: 10 },
  'dropped-holds': { holds: 40 },
} as const;

const days = (count: number, now: Temporal.Instant) => now.subtract({ hours: 24 * count });

/** Operators book for many: they are nobody's signal. */
const noOperator = (account: RawBuilder<unknown>) =>
  sql`NOT EXISTS (SELECT FROM account_role r WHERE r.account_id = ${account})`;

/**
 * Looks at what was done lately, by accounts on their own. Nothing is decided here: each finding is for a person to look
 * at. Run by the worker, beside all requests.
 */
export const detectors: Readonly<Record<SignalKind, (db: Db, now: Temporal.Instant) => Promise<readonly Row[]>>> = {
  async speed(db, now) {
    const { times, seconds } = thresholds.speed;
    const { rows } = await sql<Row>`
      SELECT 'account ' || b.account_id AS subject, ARRAY[b.account_id] AS accounts, array_agg(b.id::text) AS bookings,
             jsonb_build_object('times', count(*), 'fastest',
               round(min(extract(epoch FROM b.created_at - h.created_at)) * 10) / 10) AS evidence
      FROM booking b JOIN hold h ON h.id = b.hold_id
      WHERE b.created_at > ${days(30, now)} AND b.account_id IS NOT NULL AND b.created_by IS NULL
        AND left(h.owner, 2) IN ('a:', 'b:') AND b.created_at >= h.created_at
        AND b.created_at < h.created_at + make_interval(secs => ${seconds}) AND ${noOperator(sql`b.account_id`)}
      GROUP BY b.account_id HAVING count(*) >= ${times}`.execute(db);
    return rows;
  },

  async 'shared-browser'(db, now) {
    const { rows } = await sql<Row>`
      SELECT 'browser ' || encode(s.browser_key, 'hex') AS subject, array_agg(s.account_id ORDER BY s.account_id) AS accounts,
             ARRAY(SELECT b.id::text FROM booking b WHERE b.account_id = ANY (array_agg(s.account_id)) AND b.live
                   ORDER BY b.id LIMIT 50) AS bookings,
             jsonb_build_object('accounts', count(*), 'days',
               ceil(extract(epoch FROM max(s.last_at) - min(s.first_at)) / 86400)) AS evidence
      FROM browser_account s
      WHERE s.last_at > ${days(30, now)} AND ${noOperator(sql`s.account_id`)}
      GROUP BY s.browser_key HAVING count(*) >= ${thresholds['shared-browser'].accounts}`.execute(db);
    return rows;
  },

  async 'account-pattern'(db, now) {
    const { rows } = await sql<Row>`
      SELECT 'pattern ' || p.pattern AS subject, array_agg(p.id ORDER BY p.id) AS accounts,
             ARRAY(SELECT b.id::text FROM booking b WHERE b.account_id = ANY (array_agg(p.id)) AND b.live
                   ORDER BY b.id LIMIT 50) AS bookings,
             jsonb_build_object('accounts', count(*), 'hours',
               ceil(extract(epoch FROM max(p.created_at) - min(p.created_at)) / 3600)) AS evidence
      FROM (SELECT a.id, a.created_at, regexp_replace(regexp_replace(split_part(lower(a.email), '@', 1), '\\+.*', ''), '[0-9._-]', '', 'g')
                   || '@' || split_part(lower(a.email), '@', 2) AS pattern
            FROM account a WHERE a.created_at > ${days(7, now)} AND a.closed_at IS NULL AND NOT a.demo
              AND ${noOperator(sql`a.id`)}) p
      WHERE strpos(p.pattern, '@') > 3 AND p.pattern NOT LIKE '%.invalid'
      GROUP BY p.pattern HAVING count(*) >= ${thresholds['account-pattern'].accounts}`.execute(db);
    return rows;
  },

  async cancelling(db, now) {
    const { times, hours } = thresholds.cancelling;
    const { rows } = await sql<Row>`
      SELECT 'account ' || b.account_id AS subject, ARRAY[b.account_id] AS accounts, array_agg(DISTINCT b.id::text) AS bookings,
             jsonb_build_object('times', count(DISTINCT b.id), 'hours', ${hours}::int) AS evidence
      FROM booking b JOIN booking_event e ON e.booking_id = b.id AND e.kind = 'cancelled'
      WHERE b.created_at > ${days(30, now)} AND b.account_id IS NOT NULL AND b.created_by IS NULL
        AND b.cancelled_by = 'citizen' AND e.at < b.created_at + make_interval(hours => ${hours})
        AND ${noOperator(sql`b.account_id`)}
      GROUP BY b.account_id HAVING count(DISTINCT b.id) >= ${times}`.execute(db);
    return rows;
  },

  async 'mass-joins'(db, now) {
    const { rows } = await sql<Row>`
      SELECT 'account ' || t.account_id AS subject, ARRAY[t.account_id] AS accounts, '{}'::text[] AS bookings,
             jsonb_agg(jsonb_build_object('roomId', t.room_id, 'number', t.number)) AS tickets,
             jsonb_build_object('tickets', count(*), 'rooms', count(DISTINCT t.room_id)) AS evidence
      FROM ticket t
      WHERE t.joined_at > ${days(7, now)} AND t.account_id IS NOT NULL AND t.entered_by IS NULL
        AND ${noOperator(sql`t.account_id`)}
      GROUP BY t.account_id HAVING count(*) >= ${thresholds['mass-joins'].tickets}`.execute(db);
    return rows;
  },

  async 'dropped-holds'(db, now) {
    const { rows } = await sql<Row>`
      SELECT 'account ' || h.account_id AS subject, ARRAY[h.account_id] AS accounts, '{}'::text[] AS bookings,
             jsonb_build_object('holds', count(*), 'hours', 24) AS evidence
      FROM hold h
      WHERE h.created_at > ${days(1, now)} AND h.account_id IS NOT NULL AND left(h.owner, 2) = 'a:' AND h.state = 'released'
        AND ${noOperator(sql`h.account_id`)}
      GROUP BY h.account_id HAVING count(*) >= ${thresholds['dropped-holds'].holds}`.execute(db);
    return rows;
  },
};
