import type { Db } from '#platform/database.ts';

/** A proof that can still be used. */
export async function openProof(db: Db, id: string | undefined, now: Temporal.Instant) {
  if (id === undefined) return undefined;
  return db
    .selectFrom('email_proof')
    .select(['id', 'expires_at as expiresAt'])
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
}
