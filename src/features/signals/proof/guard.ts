import { sql } from 'kysely';
import type { Deps } from '#platform/deps.ts';
import { type CountedKind, type Counts, signsOf } from './attack.rules.ts';
import { type Demand, demandBySigns, demandNow } from './demand.ts';
import '../tables.ts';

/** What a process knows of attacks. Asking it costs nothing: it reads from the database once in a while, beside the requests. */
export interface ProofGuard {
  /** Why a proof is asked for; undefined when none is. */
  demand(): Promise<Demand | undefined>;
  count(kind: CountedKind): void;
  /** Writes down what was counted, looks for signs, and reads whether a proof is asked for. */
  look(): Promise<void>;
}

/** How old what a process knows may be, in milliseconds. */
const age = 2000;

export function createProofGuard(deps: Pick<Deps, 'db' | 'clock' | 'config' | 'log'>): ProofGuard {
  let current: Demand | undefined;
  let first: Promise<void> | undefined;
  let looking = false;
  let lookedAt = 0;
  let counts = new Map<CountedKind, number>();

  return { demand, count, look };

  async function demand(): Promise<Demand | undefined> {
    first ??= look();
    await first;
    lookAgain();
    const now = deps.clock.now();
    return current && Temporal.Instant.compare(current.untilAt, now) > 0 ? current : undefined;
  }

  function count(kind: CountedKind): void {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    lookAgain();
  }

  // Nobody waits for it, and nobody's request fails with it.
  function lookAgain(): void {
    if (looking || performance.now() - lookedAt < age) return;
    looking = true;
    look()
      .catch((error: unknown) => deps.log.warn({ err: error }, 'signs of an attack could not be looked for'))
      .finally(() => {
        looking = false;
      });
  }

  async function look(): Promise<void> {
    lookedAt = performance.now();
    const now = deps.clock.now();
    if (deps.config.limits && counts.size > 0) {
      const mine = counts;
      counts = new Map();
      await write(mine, now);
      const figures = signsOf(await lastMinute(now), await usual(now));
      if (Object.keys(figures).length > 0) await demandBySigns(deps.db, { figures, now });
    }
    current = await demandNow(deps.db, now);
  }

  async function write(mine: ReadonlyMap<CountedKind, number>, now: Temporal.Instant): Promise<void> {
    const kinds = [...mine.keys()].sort();
    await sql`
      INSERT INTO guarded_count AS c (minute, kind, count)
      SELECT date_trunc('minute', ${now}::timestamptz), kind, count
      FROM unnest(${kinds}::text[], ${kinds.map((kind) => mine.get(kind) ?? 0)}::int[]) AS t (kind, count)
      ON CONFLICT (minute, kind) DO UPDATE SET count = c.count + excluded.count`.execute(deps.db);
  }

  // The minute under way and the one before: whichever has more, so that no attack hides behind the turn of a minute.
  async function lastMinute(now: Temporal.Instant): Promise<Counts> {
    const { rows } = await sql<{ kind: CountedKind; count: number }>`
      SELECT kind, max(count)::int AS count FROM guarded_count
      WHERE minute > ${now.subtract({ seconds: 120 })} GROUP BY kind`.execute(deps.db);
    return byKind(rows);
  }

  async function usual(now: Temporal.Instant): Promise<Counts> {
    const { rows } = await sql<{ kind: CountedKind; count: number }>`
      SELECT kind, (sum(count) / 1440.0)::float AS count FROM guarded_count
      WHERE minute > ${now.subtract({ hours: 24 })} AND minute <= ${now.subtract({ minutes: 10 })} GROUP BY kind`.execute(
      deps.db,
    );
    return byKind(rows);
  }
}

function byKind(rows: readonly { kind: CountedKind; count: number }[]): Counts {
  return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]));
}
