import { sql } from 'kysely';
import { withOffset } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';

/** What was answered when the hold was made, whatever has become of it since. */
export async function firstAnswer(deps: Deps, holdId: string): Promise<Record<string, unknown>> {
  const { rows } = await sql<{
    slot: string;
    starts: Temporal.Instant;
    party: number;
    expires: Temporal.Instant;
    zone: string;
  }>`
    SELECT h.slot_id AS slot, h.starts_at AS starts, h.party, h.first_expires_at AS expires, f.time_zone AS zone
    FROM hold h JOIN offering o ON o.id = h.offering_id JOIN office f ON f.id = o.office_id WHERE h.id = ${holdId}`.execute(
    deps.db,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('a hold just made is not there');
  return {
    id: holdId,
    slot: row.slot,
    startsAt: withOffset(row.starts, row.zone),
    party: row.party,
    expiresAt: withOffset(row.expires, row.zone),
  };
}
