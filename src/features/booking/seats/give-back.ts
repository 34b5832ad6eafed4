import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import { inTries } from '#platform/transaction.ts';

interface Seats {
  readonly slotIds: readonly string[];
  readonly party: number;
}

/** Gives back the seats of a booking whose slots are locked: free with this commit. */
export async function giveBackSeats(tx: Tx, { slotIds, party }: Seats): Promise<void> {
  await sql`SELECT return_seats(${slotIds}, ${party})`.execute(tx);
}

/** Takes the same seats again, if all of them are free still. */
export async function takeSeatsAgain(tx: Tx, { slotIds, party }: Seats, now: Temporal.Instant): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`SELECT retake_seats(${now}, ${slotIds}, ${party}) AS taken`.execute(
    tx,
  );
  return rows[0]?.taken === true;
}

/** Gives back the seats of holds that are over, in bounded batches; answers how many holds it closed. */
export async function releaseExpired(db: Db, now: Temporal.Instant, most = 500): Promise<number> {
  const { rows } = await inTries(() =>
    sql<{ closed: number }>`SELECT release_seats(${now}, ${most}) AS closed`.execute(db),
  );
  return rows[0]?.closed ?? 0;
}
