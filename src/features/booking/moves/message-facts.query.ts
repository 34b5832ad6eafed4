import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';
import type { Secrets } from '#platform/secrets.ts';
import { closureReason } from './closure-reason.ts';
import type { OfferCause, OfferState } from './offer.rules.ts';

/** An offer as the letters about it need it, in whatever state it is when they are written. */
export interface OfferToTell {
  readonly state: OfferState;
  readonly cause: OfferCause;
  readonly startsAt: Temporal.Instant | null;
  readonly expiresAt: Temporal.Instant | null;
  readonly settled: boolean;
  /** of the closure it was made for */
  readonly reason: LocalText | null;
}

export async function offerToTell(db: Db, offerId: string): Promise<OfferToTell | undefined> {
  const { rows } = await sql<OfferToTell>`
    SELECT state, cause, starts_at AS "startsAt", expires_at AS "expiresAt", settled_at IS NOT NULL AS settled,
           ${closureReason} AS reason
    FROM proposal p WHERE id = ${offerId}`.execute(db);
  return rows[0];
}

/** What the office answered to a request. */
export async function answerToTell(db: Db, secrets: Secrets, requestId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('booking_request')
    .select('answer_cipher as answer')
    .where('id', '=', requestId)
    .executeTakeFirst();
  return row?.answer ? secrets.decrypt(row.answer) : undefined;
}
