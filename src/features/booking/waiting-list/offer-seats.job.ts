import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import type { Task } from '#platform/jobs.ts';
import { transact } from '#platform/transaction.ts';
import { keptForList } from '../hold/hold-owner.ts';
import { releaseExpired } from '../seats/give-back.ts';
import { freedSlots, plannersToAsk, type Waiting, waitingForPlanner } from './freed-seats.query.ts';
import { offerToEntry } from './offer-to-entry.ts';
import { seatOfferEnds } from './seat-offer.rules.ts';
import { firstRun, suits } from './wishes.rules.ts';

const asked = z.object({ plannerId: z.int().optional(), entryId: z.string().optional() }).nullish();
const aPage = 500;

/**
 * Offers seats that came back to those who wait, first come first; those that suit nobody go on to the public. Asked for
 * in the transaction that frees a seat, and by the clock for what a worker that died has left. Whatever is done twice
 * finds nothing to do.
 */
export const offerFreedSeats: Task = async (deps, payload) => {
  const request = asked.parse(payload) ?? {};
  const planners = request.plannerId === undefined ? await plannersToAsk(deps.db, request) : [request.plannerId];
  for (const plannerId of planners) await offerOfPlanner(deps, plannerId);
};

async function offerOfPlanner(deps: Deps, plannerId: number): Promise<void> {
  const now = deps.clock.now();
  const freed = await freedNow(deps.db, plannerId);
  let slots = await freedSlots(deps.db, { plannerId, now });
  let after: Waiting | undefined;
  for (let most = aPage; most === aPage && slots.some((slot) => slot.kept > 0); ) {
    const page = await waitingForPlanner(deps.db, { plannerId, after, most: aPage });
    for (const waiting of page) {
      const { zone, minutes, party, leastHours } = waiting;
      const endsFor = (startsAt: Temporal.Instant) =>
        seatOfferEnds({ now, startsAt, zone, hours: waiting.offerHours, leastHours });
      const isOld = (startsAt: Temporal.Instant) => waiting.notTaken.includes(startsAt.epochMilliseconds);
      const run = firstRun(
        slots,
        { minutes, party },
        (startsAt) => suits(waiting, startsAt, zone) && !isOld(startsAt) && endsFor(startsAt) !== undefined,
      );
      const endsAt = run?.[0] && endsFor(run[0].startsAt);
      if (!run || !endsAt) continue;
      await transact(deps.db, (tx) => offerToEntry(tx, deps.secrets, { ...waiting, run, endsAt, now }));
      // Taken by this entry, or by somebody else a moment ago: either way there are fewer.
      slots = await freedSlots(deps.db, { plannerId, now });
    }
    after = page.at(-1);
    most = page.length;
  }
  await passOn(deps.db, freed);
  await releaseExpired(deps.db, now);
}

/** The seats the list is asked about; any that come back meanwhile are asked about in their turn. */
async function freedNow(db: Db, plannerId: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM hold WHERE planner_id = ${plannerId} AND state = 'live' AND left(owner, 2) = ${sql.lit(keptForList)}`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

/** They suit nobody: given back, they are withheld until a drawn instant, or public. */
async function passOn(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`UPDATE hold SET state = 'released' WHERE id = ANY (${ids}::uuid[]) AND state = 'live'`.execute(db);
}
