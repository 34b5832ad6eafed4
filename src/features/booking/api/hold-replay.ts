import { sql } from 'kysely';
import { withOffset } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import type { HeldSeat } from '../hold/hold.query.ts';
import { type ApiAnswer, type IdempotentRequest, storedAnswer } from '#platform/http/idempotency.ts';

/**
 * What a click was told before, when it comes again: a second one may have been answered meanwhile, also that there is no
 * seat; of a hold it is made again from its row.
 */
export async function answeredBefore(
  deps: Deps,
  click: { holdId: string; idempotency: IdempotentRequest | undefined; secret: { secret?: string } },
): Promise<ApiAnswer & { text?: string }> {
  const stored = click.idempotency && (await storedAnswer(deps.db, click.idempotency));
  if (stored && stored !== 'of-another-request') return stored;
  return { status: 201, body: { ...(await firstAnswer(deps, click.holdId)), ...click.secret } };
}

/** What was answered when the hold was made, whatever has become of it since. */
async function firstAnswer(deps: Deps, holdId: string): Promise<Record<string, unknown>> {
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

/** A hold as it was found. */
export function holdView(found: HeldSeat): Record<string, unknown> {
  return {
    id: found.id,
    slot: found.slotId,
    startsAt: withOffset(found.startsAt, found.timeZone),
    party: found.party,
    expiresAt: withOffset(found.expiresAt, found.timeZone),
  };
}
