import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { Outcome } from '#platform/transaction.ts';
import { type LockedBooking, lockBooking } from '../locked-booking.ts';
import { expected } from '../status.rules.ts';
import { type ClearanceMode, type ClearanceState, type ClearanceStep, possibleSteps } from './clearance.rules.ts';

export type ClearanceRefusal = 'not-found' | 'over' | 'wrong-state' | 'no-municipality';

export type ClearanceOutcome = Outcome<object, ClearanceRefusal>;

export interface LockedClearance {
  readonly id: string;
  readonly mode: ClearanceMode;
  readonly state: ClearanceState;
  readonly municipality: string | null;
  readonly answeringOfficeId: number | null;
  readonly atDeadline: 'cancel' | 'stays';
  readonly askedOn: Temporal.PlainDate | null;
  readonly dueOn: Temporal.PlainDate | null;
  readonly reminders: number;
  readonly certified: boolean;
  readonly round: number;
  /** of the office that needs it */
  readonly zone: string;
}

export interface Locked {
  readonly booking: LockedBooking;
  readonly clearance: LockedClearance;
}

/** The booking's locks come first, as everywhere. What was served may still be told about; what is cancelled, no more. */
export async function lockClearance(
  tx: Tx,
  bookingId: string,
  step: ClearanceStep,
): Promise<Outcome<Locked, ClearanceRefusal>> {
  const booking = await lockBooking(tx, bookingId);
  if (booking === undefined) return { ok: false, reason: 'not-found' };
  const { rows } = await sql<LockedClearance>`
    SELECT c.id, c.mode, c.state, c.municipality_code AS municipality, c.answering_office_id AS "answeringOfficeId",
           c.at_deadline AS "atDeadline", c.asked_on AS "askedOn", c.due_on AS "dueOn", c.reminders, c.certified, c.round,
           f.time_zone AS zone
    FROM clearance c JOIN office f ON f.id = c.office_id WHERE c.booking_id = ${bookingId} FOR UPDATE OF c`.execute(tx);
  const [clearance] = rows;
  if (clearance === undefined) return { ok: false, reason: 'not-found' };
  const isAfterwards = clearance.mode === 'notify' && booking.status !== 'cancelled' && booking.status !== 'no-show';
  if (!expected.includes(booking.status) && !isAfterwards) return { ok: false, reason: 'over' };
  if (!possibleSteps(clearance).includes(step)) return { ok: false, reason: 'wrong-state' };
  return { ok: true, booking, clearance };
}

/** What changes of a locked one, and who wrote it down; null: the municipality itself, or the system. */
export async function changeClearance(
  tx: Tx,
  about: { id: string; recordedBy: number | null; now: Temporal.Instant },
  set: {
    state?: ClearanceState;
    municipality_code?: string;
    answering_office_id?: number | null;
    channel?: string | null;
    asked_on?: Temporal.PlainDate | null;
    protocol?: string | null;
    due_on?: Temporal.PlainDate;
    reminded_on?: Temporal.PlainDate | null;
    answered_on?: Temporal.PlainDate;
    answer_protocol?: string | null;
    answered_by?: string | null;
    reason_cipher?: Buffer;
    certified?: boolean;
    reminders?: number;
    round?: number;
    passed_on_at?: Temporal.Instant | null;
  },
): Promise<void> {
  // The columns' own types are narrower than these words, which come from the rules.
  const row = { ...set, recorded_by: about.recordedBy, changed_at: about.now } as object;
  await tx.updateTable('clearance').set(row).where('id', '=', about.id).execute();
}
