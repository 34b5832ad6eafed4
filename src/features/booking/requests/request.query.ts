import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import { type RequestKind, requestsADay, type RequestState } from './request.rules.ts';

/** What was asked of the office about a booking, and what it said. */
export interface OfficeRequest {
  readonly id: string;
  readonly kind: RequestKind;
  readonly state: RequestState;
  readonly text: string;
  readonly answer: string | null;
  readonly createdAt: Temporal.Instant;
  readonly answeredAt: Temporal.Instant | null;
}

/** When a booking that was asked about as often as allowed may be asked about again: a day after the first of the last ones. */
export async function mayAskAgainAt(db: Db | Tx, bookingId: string): Promise<Temporal.Instant | undefined> {
  const { rows } = await sql<{ createdAt: Temporal.Instant }>`
    SELECT created_at AS "createdAt" FROM booking_request WHERE booking_id = ${bookingId}
    ORDER BY created_at DESC OFFSET ${requestsADay - 1} LIMIT 1`.execute(db);
  return rows[0]?.createdAt.add({ hours: 24 });
}

/** The requests about a booking, the latest first. */
export async function requestsOf(db: Db | Tx, secrets: Secrets, bookingId: string): Promise<OfficeRequest[]> {
  const { rows } = await sql<
    Omit<OfficeRequest, 'text' | 'answer'> & { textCipher: Buffer; answerCipher: Buffer | null }
  >`
    SELECT id, kind, state, text_cipher AS "textCipher", answer_cipher AS "answerCipher", created_at AS "createdAt",
           answered_at AS "answeredAt"
    FROM booking_request WHERE booking_id = ${bookingId} ORDER BY created_at DESC, id DESC LIMIT 20`.execute(db);
  return rows.map(({ textCipher, answerCipher, ...row }) => ({
    ...row,
    text: secrets.decrypt(textCipher),
    answer: answerCipher && secrets.decrypt(answerCipher),
  }));
}
