import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import { dayIn } from '#platform/dates.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { Outcome } from '#platform/transaction.ts';
import { type Actor, recordEvent } from '../record-event.ts';
import { changeClearance, type Locked, lockClearance } from './lock-clearance.ts';
import { settleGranted, settleRefused } from './settle-clearance.ts';

/** Who answers for the municipality: somebody at its office in the system, or an officer who came by the link of a request. */
export type Answering =
  | { readonly kind: 'office'; readonly officeId: number; readonly accountId: number }
  | {
      readonly kind: 'link';
      readonly round: number;
      readonly name: string;
      /** of who was logged in meanwhile */
      readonly accountId?: number | null;
    };

export type MunicipalAnswer =
  | { readonly answer: 'grant'; readonly protocol: string | null }
  | { readonly answer: 'refuse'; readonly protocol: string | null; readonly reason: string };

/** `not-found`: not this office's to answer, or asked of another municipality since. */
export type AnswerRefusal = 'not-found' | 'already-answered' | 'over';

/** The municipality's own answer: once, and as long as the booking waits for it. */
export async function answerClearance(
  tx: Tx,
  secrets: Secrets,
  request: { clearanceId: string; by: Answering; answer: MunicipalAnswer; now: Temporal.Instant },
): Promise<Outcome<object, AnswerRefusal>> {
  const { by, answer, now } = request;
  const found = await lockFor(tx, request, answer.answer === 'grant' ? 'granted' : 'refused');
  if (!found.ok) return found;
  const answered = {
    on: dayIn(now, found.clearance.zone),
    protocol: answer.protocol,
    actor: actorOf(by),
    answeredBy: by.kind === 'link' ? by.name : null,
    now,
  };
  if (answer.answer === 'grant') await settleGranted(tx, found, answered);
  else await settleRefused(tx, secrets, found, { ...answered, reason: answer.reason });
  return { ok: true };
}

/** The municipality's office has read that somebody of theirs was served elsewhere. */
export async function markClearanceRead(
  tx: Tx,
  request: {
    clearanceId: string;
    by: { kind: 'office'; officeId: number; accountId: number };
    protocol: string | null;
    now: Temporal.Instant;
  },
): Promise<Outcome<object, AnswerRefusal>> {
  const { by, protocol, now } = request;
  const found = await lockFor(tx, request, 'told');
  if (!found.ok) return found;
  const { booking, clearance } = found;
  const columns = { state: 'told', answered_on: dayIn(now, clearance.zone), answer_protocol: protocol } as const;
  await changeClearance(tx, { id: clearance.id, recordedBy: by.accountId, now }, columns);
  const actor = { kind: 'office', accountId: by.accountId } as const;
  await recordEvent(tx, { bookingId: booking.id, at: now, kind: 'clearance-told', actor });
  return { ok: true };
}

async function lockFor(
  tx: Tx,
  { clearanceId, by }: { clearanceId: string; by: Answering },
  step: 'granted' | 'refused' | 'told',
): Promise<Outcome<Locked, AnswerRefusal>> {
  const { rows } = await sql<{ bookingId: string }>`
    SELECT booking_id AS "bookingId" FROM clearance WHERE id = ${clearanceId}`.execute(tx);
  const bookingId = rows[0]?.bookingId;
  if (bookingId === undefined) return { ok: false, reason: 'not-found' };
  const found = await lockClearance(tx, bookingId, step);
  if (found.ok) return mayAnswer(found, by) ? found : { ok: false, reason: 'not-found' };
  switch (found.reason) {
    case 'wrong-state':
      return { ok: false, reason: 'already-answered' };
    case 'over':
      return { ok: false, reason: (await isAnswered(tx, clearanceId)) ? 'already-answered' : 'over' };
    case 'not-found':
    case 'no-municipality':
      return { ok: false, reason: 'not-found' };
  }
}

/** A link names nobody for sure; who was logged in while using it is worth knowing. */
function actorOf(by: Answering): Actor {
  if (by.kind === 'office') return { kind: 'office', accountId: by.accountId };
  return { kind: 'system', accountId: by.accountId ?? null };
}

function mayAnswer({ clearance }: Locked, by: Answering): boolean {
  return by.kind === 'office' ? clearance.answeringOfficeId === by.officeId : clearance.round === by.round;
}

/** A refusal ends the booking: whoever is second should hear of the answer, not of its end. */
async function isAnswered(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM clearance WHERE id = ${id} AND state IN ('granted', 'refused', 'told')`.execute(tx);
  return rows.length > 0;
}
