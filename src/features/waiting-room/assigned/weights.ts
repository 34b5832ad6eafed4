import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';

/** What a person counts as from now on in a registration draw of an offering. */
export interface Weighed {
  readonly personKey: Buffer;
  readonly offeringId: number;
  readonly weight: number;
}

export async function setWeights(
  tx: Tx,
  { weighed, now }: { weighed: readonly Weighed[]; now: Temporal.Instant },
): Promise<void> {
  if (weighed.length === 0) return;
  await sql`
    INSERT INTO draw_weight AS w (person_key, offering_id, weight, changed_at)
    SELECT k, o, max(n), ${now} FROM unnest(
      ${weighed.map(({ personKey }) => personKey)}::bytea[], ${weighed.map(({ offeringId }) => offeringId)}::int[],
      ${weighed.map(({ weight }) => weight)}::int[]) AS u(k, o, n)
    GROUP BY k, o ORDER BY k, o
    ON CONFLICT (person_key, offering_id) DO UPDATE SET weight = EXCLUDED.weight, changed_at = EXCLUDED.changed_at`.execute(
    tx,
  );
}

/** They have a seat: next time they count as everybody else. */
export async function resetWeights(
  tx: Tx,
  { personKeys, offeringIds }: { personKeys: readonly Buffer[]; offeringIds: readonly number[] },
): Promise<void> {
  await sql`
    DELETE FROM draw_weight
    WHERE offering_id = ANY (${[...offeringIds]}::int[]) AND person_key = ANY (${[...personKeys]}::bytea[])`.execute(
    tx,
  );
}
