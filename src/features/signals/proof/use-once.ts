import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import type { Proof } from './challenge.ts';

/**
 * Whether a proof had not been used yet. With the same `requestId`, which is the idempotency key of an API's client, it
 * may come again: a request whose answer was lost is sent once more as it was.
 */
export async function useOnce(
  db: Db,
  { proof, requestId }: { proof: Proof; requestId: string | undefined },
): Promise<boolean> {
  const request = requestId === undefined ? randomBytes(32) : createHash('sha256').update(requestId).digest();
  const { rows } = await sql`
    INSERT INTO proof_used AS u (key, request_key, expires_at) VALUES (${proof.key}, ${request}, ${proof.until})
    ON CONFLICT (key) DO UPDATE SET key = u.key WHERE u.request_key = excluded.request_key
    RETURNING key`.execute(db);
  return rows.length > 0;
}
