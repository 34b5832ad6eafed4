import { sql } from 'kysely';
import type { Db } from '../database.ts';
import type { Secrets } from '../secrets.ts';
import { HttpProblem } from './problem.ts';

/** Who is counted, and how many requests are welcome within a window, in seconds. */
export interface Allowance {
  /** Says what for and who, as `login mailbox ada@posta.example`; kept only as a keyed hash. */
  readonly who: string;
  readonly most: number;
  readonly seconds: number;
}

export type Counted = { ok: true } | { ok: false; most: number; retryAfter: number };

/** Allowances that this process has seen used up, with the seconds at which their windows end; by key. */
const spent = new WeakMap<Db, Map<string, { most: number; until: number }>>();
const mostSpent = 10_000;

/**
 * Counts a request for everybody it may be counted for, in all processes together, and answers whether all of them may
 * still ask. Windows stand on the clock, so one statement without a look beforehand is enough. Whoever is beyond an
 * allowance is not counted any further: a flood from one address neither fills the table nor uses up what is others'.
 */
export async function countRequest(
  db: Db,
  secrets: Secrets,
  { allowances, now }: { allowances: readonly Allowance[]; now: Temporal.Instant },
): Promise<Counted> {
  if (allowances.length === 0) return { ok: true };
  const seconds = Math.floor(now.epochMilliseconds / 1000);
  const counted = allowances.map((allowance) => {
    const key = secrets.hash('caller', `${allowance.seconds} ${allowance.who}`);
    const since = seconds - (seconds % allowance.seconds);
    return { ...allowance, key, since, name: `${since} ${key.toString('base64')}` };
  });
  const known = spent.get(db) ?? new Map<string, { most: number; until: number }>();
  spent.set(db, known);
  for (const { name } of counted) {
    const over = known.get(name);
    if (over) return { ok: false, most: over.most, retryAfter: over.until - seconds };
  }
  const sinces = counted.map(({ since }) => Temporal.Instant.fromEpochMilliseconds(since * 1000).toString());
  // In the order of their keys, so that two requests never wait for each other.
  const { rows } = await sql<{ key: Buffer; count: number }>`
    INSERT INTO request_count AS c (key, since, count)
    SELECT key, since, 1 FROM unnest(${counted.map(({ key }) => key)}::bytea[], ${sinces}::timestamptz[]) AS t (key, since)
    ORDER BY key
    ON CONFLICT (key, since) DO UPDATE SET count = c.count + 1
    RETURNING key, count`.execute(db);
  const counts = new Map(rows.map((row) => [row.key.toString('base64'), row.count]));
  for (const { key, name, most, since, seconds: length } of counted) {
    if ((counts.get(key.toString('base64')) ?? 0) <= most) continue;
    const until = since + length;
    if (known.size >= mostSpent) known.clear();
    known.set(name, { most, until });
    return { ok: false, most, retryAfter: until - seconds };
  }
  return { ok: true };
}

/** What a request beyond an allowance ends with; `retryAfter` in seconds. */
export function tooManyRequests({ most, retryAfter }: { most: number; retryAfter: number }): HttpProblem {
  const seconds = String(Math.max(1, Math.ceil(retryAfter)));
  return new HttpProblem(429, 'too-many-requests', {
    headers: {
      'retry-after': seconds,
      'ratelimit-limit': String(most),
      'ratelimit-remaining': '0',
      'ratelimit-reset': seconds,
    },
  });
}
