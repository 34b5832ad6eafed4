import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import { writtenTo } from '../written-to.ts';
import type { PhotoDecision, PhotoOutcome, PhotoWhy } from './decision.rules.ts';
import { isOpenRequest } from './open-request.query.ts';
import { decryptWhy } from './why.ts';

/** A decision with why, and who took it. */
export interface PhotoDecisionInFull extends PhotoDecision {
  readonly why: PhotoWhy;
  readonly operator: string | null;
}

/** What the office decided about the photos of a booking and did not take back, with why: the latest last. */
export async function decisionsOf(db: Db | Tx, secrets: Secrets, bookingId: string): Promise<PhotoDecisionInFull[]> {
  const { rows } = await sql<Omit<PhotoDecisionInFull, 'why'> & { cipher: Buffer | null }>`
    SELECT d.id, d.position, d.photo_id AS "photoId", d.outcome, d.decided_at AS "decidedAt", d.why_cipher AS cipher,
           a.given_name || ' ' || a.family_name AS operator
    FROM photo_decision d LEFT JOIN account a ON a.id = d.decided_by
    WHERE d.booking_id = ${bookingId} AND d.undone_at IS NULL ORDER BY d.id`.execute(db);
  return rows.map(({ cipher, ...row }) => ({ ...row, why: decryptWhy(secrets, cipher) }));
}

/** What a letter tells of a request for another photo. */
export interface AskedPhoto {
  readonly position: number;
  /** given name of whose photo it is */
  readonly name: string;
  readonly why: PhotoWhy;
  /** asked for still, and not answered */
  readonly open: boolean;
}

export async function photoToTell(db: Db | Tx, secrets: Secrets, decisionId: string): Promise<AskedPhoto | undefined> {
  const { rows } = await sql<Omit<AskedPhoto, 'why'> & { cipher: Buffer | null }>`
    SELECT d.position, q.given_name AS name, d.why_cipher AS cipher, ${isOpenRequest} AS open
    FROM photo_decision d JOIN booking_person q ON q.booking_id = d.booking_id AND q.position = d.position
    WHERE d.id = ${decisionId} AND d.outcome = 'another-asked'`.execute(db);
  return rows.map(({ cipher, ...row }) => ({ ...row, why: decryptWhy(secrets, cipher) }))[0];
}

/** A decision that somebody has just taken, to say what was done. */
export interface TakenDecision {
  readonly id: string;
  readonly bookingId: string;
  readonly code: string;
  readonly position: number;
  readonly name: string;
  readonly outcome: PhotoOutcome;
  /** its people can be written to */
  readonly reached: boolean;
}

/** Only of that office, taken by that operator since then, and not taken back: nobody reads names by trying numbers. */
export async function takenDecision(
  db: Db,
  { id, officeId, operatorId, since }: { id: string; officeId: number; operatorId: number; since: Temporal.Instant },
): Promise<TakenDecision | undefined> {
  const { rows } = await sql<TakenDecision>`
    SELECT d.id, d.booking_id AS "bookingId", b.code, d.position, d.outcome,
           q.given_name || ' ' || q.family_name AS name, ${writtenTo('b', 'a')} IS NOT NULL AS reached
    FROM photo_decision d JOIN booking b ON b.id = d.booking_id LEFT JOIN account a ON a.id = b.account_id
    JOIN booking_person q ON q.booking_id = d.booking_id AND q.position = d.position
    WHERE d.id = ${id} AND b.office_id = ${officeId} AND d.decided_by = ${operatorId} AND d.decided_at >= ${since}
      AND d.undone_at IS NULL`.execute(db);
  return rows[0];
}
