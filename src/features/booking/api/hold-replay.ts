import { sql } from 'kysely';
import { withOffset } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import type { ApiAnswer, IdempotentRequest } from '#platform/http/idempotency.ts';

/** An answer already given for this key: a hold's is made again from its row, so that it is the same to the byte. */
export async function answeredBefore(
  deps: Deps,
  idempotency: IdempotentRequest,
): Promise<(ApiAnswer & { text?: string }) | undefined> {
  const { rows } = await sql<{ same: boolean; status: number | null; body: Buffer | null }>`
    SELECT body_hash = ${idempotency.bodyHash} AS same, status, body_cipher AS body FROM idempotent_answer
    WHERE caller = ${idempotency.caller} AND key = ${idempotency.key}`.execute(deps.db);
  const [row] = rows;
  if (!row?.same || row.status === null || row.body === null) return undefined;
  return { status: row.status, body: undefined, text: idempotency.secrets.decrypt(row.body) };
}

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
