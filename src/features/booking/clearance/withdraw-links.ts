import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';

/**
 * A request that is open goes to somebody else now: links of the earlier one, which went astray, show and take nothing
 * any more. Answers the number of the new one.
 */
export async function withdrawLinks(tx: Tx, { id, now }: { id: string; now: Temporal.Instant }): Promise<number> {
  await sql`
    UPDATE clearance SET round = round + 1, changed_at = ${now}
    WHERE id = ${id} AND state IN ('to-ask', 'asked', 'to-tell')`.execute(tx);
  const { rows } = await sql<{ round: number }>`SELECT round FROM clearance WHERE id = ${id}`.execute(tx);
  return rows[0]?.round ?? 0;
}
