import { sql } from 'kysely';
import type { PriorityGround } from '#features/planner/index.ts';
import type { Db, Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';

/** The right to be served first that a booking was made with: shown to operators alone. */
export interface Priority {
  readonly ground: PriorityGround;
  /** years, where the ground is age */
  readonly minAge: number | null;
  readonly proof: 'seen' | 'not-shown' | null;
  readonly proofAt: Temporal.Instant | null;
  /** what the office means to do with whoever shows no proof */
  readonly withoutProof: 'serve' | 'send-back';
}

/** The priority of a booking; undefined where its seat is one of everybody's. */
export async function priorityOfBooking(
  db: Db | Tx,
  secrets: Secrets,
  bookingId: string,
): Promise<Priority | undefined> {
  const { rows } = await sql<Omit<Priority, 'ground'> & { cipher: Buffer }>`
    SELECT c.ground_cipher AS cipher, c.min_age AS "minAge", c.proof, c.proof_at AS "proofAt", p.without_proof AS "withoutProof"
    FROM booking b JOIN priority_claim c ON c.hold_id = b.hold_id AND c.planner_id = b.planner_id
    JOIN planner p ON p.id = c.planner_id
    WHERE b.id = ${bookingId}`.execute(db);
  const [row] = rows;
  if (row === undefined) return undefined;
  const { cipher, ...rest } = row;
  // Written by us, as one of the grounds.
  return { ...rest, ground: secrets.decrypt(cipher) as PriorityGround };
}

/** Years somebody must have on the day of the appointment, for the seat they hold; null where it does not matter. */
export async function ageForHold(db: Db | Tx, holdId: string): Promise<number | null> {
  const { rows } = await sql<{ age: number | null }>`
    SELECT c.min_age AS age FROM hold h JOIN priority_claim c ON c.hold_id = h.id AND c.planner_id = h.planner_id
    WHERE h.id = ${holdId}`.execute(db);
  return rows[0]?.age ?? null;
}
