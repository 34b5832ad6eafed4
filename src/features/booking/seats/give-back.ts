import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import { inTries } from '#platform/transaction.ts';

interface Seats {
  readonly slotIds: readonly string[];
  readonly party: number;
}

/**
 * Gives back the seats of a booking whose slots are locked, with this commit: to the waiting list where somebody waits, else
 * at a drawn instant where the planner says so, else to everybody at once. Which, the SQL function `free_seats` decides
 * (db/schema.sql): it keeps the seat for the list as a hold of its own (`f:`, hold-owner.ts) and asks for the task
 * `waiting-list-offers` in the same statement, so nothing here enqueues it.
 */
export async function giveBackSeats(
  tx: Tx,
  { slotIds, party, offeringId }: Seats & { readonly offeringId: number },
  now: Temporal.Instant,
): Promise<void> {
  await sql`SELECT free_seats(${now}, ${slotIds}, ${party}, ${offeringId}, true)`.execute(tx);
}

/**
 * Takes seats for somebody who comes before the public: those that are not public yet first, then free ones. All or none,
 * and none above the quotas of the planner; the caller makes the hold or the booking they are for, of the same group.
 */
export async function claimSeats(
  tx: Tx,
  { slotIds, party, group }: Seats & { readonly group: string },
  now: Temporal.Instant,
): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    SELECT claim_seats(${now}, ${slotIds}, ${party}, ${group}) AS taken`.execute(tx);
  return rows[0]?.taken === true;
}

/** Gives back the seats of holds that are over, in bounded batches; answers how many holds it closed. */
export async function releaseExpired(db: Db, now: Temporal.Instant, most = 500): Promise<number> {
  const { rows } = await inTries(() =>
    sql<{ closed: number }>`SELECT release_seats(${now}, ${most}) AS closed`.execute(db),
  );
  return rows[0]?.closed ?? 0;
}
