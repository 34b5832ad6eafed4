import { sql } from 'kysely';
import { prioritySeats, type PriorityGround } from '#features/planner/index.ts';
import type { Db } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';

/**
 * Says, before a hold is asked for, that its people have a right to seats kept for some: the seat engine gives those only
 * with a claim under the hold's id. False when no planner of the offering keeps seats on this ground.
 */
export async function claimPriority(
  deps: { db: Db; secrets: Secrets },
  claim: { holdId: string; offeringId: number; ground: PriorityGround; now: Temporal.Instant },
): Promise<boolean> {
  const { holdId, offeringId, ground, now } = claim;
  const planners = (await prioritySeats(deps.db, offeringId)).filter(({ grounds }) => grounds.includes(ground));
  if (planners.length === 0) return false;
  const ages = planners.map(({ minAge }) => (ground === 'age' ? minAge : null));
  await sql`
    INSERT INTO priority_claim (hold_id, planner_id, ground_cipher, min_age, created_at)
    SELECT ${holdId}, u.planner, ${deps.secrets.encrypt(ground)}, u.age, ${now}
    FROM unnest(${planners.map(({ plannerId }) => plannerId)}::int[], ${ages}::int[]) AS u(planner, age)
    ON CONFLICT DO NOTHING`.execute(deps.db);
  return true;
}

/** The right that a booking was made with goes on for another seat of it, before that one is held; proof seen stays seen. */
export async function carryClaim(db: Db, { bookingId, holdId }: { bookingId: string; holdId: string }): Promise<void> {
  await sql`
    INSERT INTO priority_claim (hold_id, planner_id, ground_cipher, min_age, proof, proof_at, proof_by, created_at)
    SELECT ${holdId}, c.planner_id, c.ground_cipher, c.min_age, c.proof, c.proof_at, c.proof_by, c.created_at
    FROM booking b JOIN priority_claim c ON c.hold_id = b.hold_id WHERE b.id = ${bookingId}
    ON CONFLICT DO NOTHING`.execute(db);
}
