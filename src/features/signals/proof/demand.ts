import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { Figures } from '../tables.ts';

/** A proof is asked for so long after signs were last seen. */
const afterSigns = { minutes: 10 };
/** And so long after somebody switched it on by hand. */
const byHand = { hours: 1 };

export interface Demand {
  readonly id: number;
  readonly cause: 'signs' | 'by-hand';
  readonly figures: Figures;
  readonly beganAt: Temporal.Instant;
  readonly untilAt: Temporal.Instant;
}

/** Why a proof is asked for now, what lasts longest first; undefined when none is. */
export async function demandNow(db: Db | Tx, now: Temporal.Instant): Promise<Demand | undefined> {
  const [current] = await demands(db, { now, since: now });
  return current && Temporal.Instant.compare(current.untilAt, now) > 0 ? current : undefined;
}

/** The times at which one was asked for, the last first. */
export async function demandsSince(db: Db, { now, since }: { now: Temporal.Instant; since: Temporal.Instant }) {
  return demands(db, { now, since });
}

/** Signs of an attack: a proof is asked for from now on, or for longer. */
export async function demandBySigns(db: Db, { figures, now }: { figures: Figures; now: Temporal.Instant }) {
  const until = now.add(afterSigns);
  const text = JSON.stringify(figures);
  const { rows } = await sql`
    UPDATE proof_demand SET until_at = ${until}, figures = figures || ${text}::jsonb
    WHERE cause = 'signs' AND ended_by IS NULL AND until_at > ${now} RETURNING id`.execute(db);
  if (rows.length > 0) return;
  await sql`
    INSERT INTO proof_demand (cause, figures, began_at, until_at) SELECT 'signs', ${text}::jsonb, ${now}, ${until}
    WHERE NOT EXISTS (SELECT FROM proof_demand WHERE ended_by IS NOT NULL AND cause = 'signs'
                      AND until_at > ${now.subtract(byHand)})`.execute(db);
}

/** An administrator asks for proofs, for an hour. */
export async function demandByHand(tx: Tx, { operatorId, now }: { operatorId: number; now: Temporal.Instant }) {
  await endDemand(tx, { operatorId, now, cause: 'by-hand' });
  await tx
    .insertInto('proof_demand')
    .values({ cause: 'by-hand', figures: '{}', began_at: now, until_at: now.add(byHand), created_by: operatorId })
    .execute();
}

/** An administrator ends it; signs do not switch it on again within the hour. */
export async function endDemand(
  tx: Tx,
  { operatorId, now, cause }: { operatorId: number; now: Temporal.Instant; cause?: Demand['cause'] },
): Promise<void> {
  await sql`
    UPDATE proof_demand SET until_at = ${now}, ended_by = ${operatorId}
    WHERE until_at > ${now} AND (${cause ?? null}::text IS NULL OR cause = ${cause ?? null})`.execute(tx);
}

async function demands(db: Db | Tx, { now, since }: { now: Temporal.Instant; since: Temporal.Instant }) {
  const { rows } = await sql<Demand>`
    SELECT id, cause, figures, began_at AS "beganAt", until_at AS "untilAt" FROM proof_demand
    WHERE until_at >= ${since} AND began_at <= ${now} ORDER BY until_at DESC, id DESC LIMIT 50`.execute(db);
  return rows;
}
