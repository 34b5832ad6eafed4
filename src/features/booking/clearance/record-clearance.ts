import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { Outcome } from '#platform/transaction.ts';
import { cancelForClearance } from '../cancel.ts';
import { firstStatus } from '../confirmation/confirmation.rules.ts';
import { type LockedBooking, lockBooking } from '../locked-booking.ts';
import { notifyOf, recordEvent } from '../record-event.ts';
import { expected } from '../status.rules.ts';
import {
  type ClearanceChannel,
  type ClearanceMode,
  type ClearanceState,
  type ClearanceStep,
  possibleSteps,
} from './clearance.rules.ts';
import { confirmationRuleOf } from './confirmation-rule.query.ts';

interface Recorded {
  readonly bookingId: string;
  /** who writes it down */
  readonly operatorId: number;
  readonly now: Temporal.Instant;
}

export type ClearanceRefusal = 'not-found' | 'over' | 'wrong-state' | 'no-municipality';

type ClearanceOutcome = Outcome<object, ClearanceRefusal>;

/** The municipality that has to consent, said or put right by the office. */
export async function setMunicipality(tx: Tx, request: Recorded & { residence: string }): Promise<ClearanceOutcome> {
  const found = await lockClearance(tx, request, 'municipality');
  if (!found.ok) return found;
  await change(tx, request, { municipality_code: request.residence });
  await record(tx, request, 'clearance-municipality');
  return { ok: true };
}

/** The request has left: on which day, how, under which number, and until when the answer is awaited. */
export async function clearanceAsked(
  tx: Tx,
  request: Recorded & {
    on: Temporal.PlainDate;
    channel: ClearanceChannel;
    protocol: string | null;
    dueOn: Temporal.PlainDate;
  },
): Promise<ClearanceOutcome> {
  const found = await lockClearance(tx, request, 'asked');
  if (!found.ok) return found;
  if (found.clearance.municipality === null) return { ok: false, reason: 'no-municipality' };
  const { on, channel, protocol, dueOn, bookingId, now } = request;
  await change(tx, request, { state: 'asked', asked_on: on, channel, protocol, due_on: dueOn });
  await record(tx, request, 'clearance-asked');
  await notifyOf(tx, { kind: 'clearance-asked', bookingId, at: now });
  return { ok: true };
}

/** The municipality was asked again, with a new day until which the answer is awaited. */
export async function clearanceReminded(
  tx: Tx,
  request: Recorded & { on: Temporal.PlainDate; dueOn: Temporal.PlainDate },
): Promise<ClearanceOutcome> {
  const found = await lockClearance(tx, request, 'reminded');
  if (!found.ok) return found;
  await change(tx, request, { reminded_on: request.on, due_on: request.dueOn });
  await record(tx, request, 'clearance-reminded');
  return { ok: true };
}

/**
 * The municipality consents. The booking's status is chosen again, as for one made today: confirmed where its people
 * have confirmed already, or the office has found all well.
 */
export async function clearanceGranted(
  tx: Tx,
  request: Recorded & { on: Temporal.PlainDate; protocol: string | null },
): Promise<ClearanceOutcome> {
  const found = await lockClearance(tx, request, 'granted');
  if (!found.ok) return found;
  const { booking } = found;
  const { on, protocol, bookingId, now } = request;
  await change(tx, request, { state: 'granted', answered_on: on, answer_protocol: protocol });
  await record(tx, request, 'clearance-granted');
  if (booking.status === 'awaiting-clearance') {
    const { rule, zone } = await confirmationRuleOf(tx, bookingId);
    const first = firstStatus(rule, { startsAt: booking.startsAt, zone, channel: booking.channel, now });
    const isSaid = booking.citizenConfirmedAt || (first.status === 'awaiting-office' && booking.preCheck === 'fine');
    const status = isSaid ? 'confirmed' : first.status;
    await tx.updateTable('booking').set({ status }).where('id', '=', bookingId).execute();
  }
  await notifyOf(tx, { kind: 'clearance-granted', bookingId, at: now });
  return { ok: true };
}

/** The municipality refuses: the appointment ends, with its reason and the way on. */
export async function clearanceRefused(
  tx: Tx,
  secrets: Secrets,
  request: Recorded & { on: Temporal.PlainDate; protocol: string | null; reason: string },
): Promise<ClearanceOutcome> {
  const found = await lockClearance(tx, request, 'refused');
  if (!found.ok) return found;
  const { on, protocol, operatorId, now } = request;
  const reason = secrets.encrypt(request.reason);
  await change(tx, request, { state: 'refused', answered_on: on, answer_protocol: protocol, reason_cipher: reason });
  await record(tx, request, 'clearance-refused');
  await cancelForClearance(tx, found.booking, { reason, operatorId, now });
  return { ok: true };
}

/** Where consent is not needed the municipality is told afterwards: the office writes down that it did. */
export async function clearanceTold(
  tx: Tx,
  request: Recorded & { on: Temporal.PlainDate; channel: ClearanceChannel; protocol: string | null },
): Promise<ClearanceOutcome> {
  const found = await lockClearance(tx, request, 'told');
  if (!found.ok) return found;
  if (found.clearance.municipality === null) return { ok: false, reason: 'no-municipality' };
  const { on, channel, protocol } = request;
  await change(tx, request, { state: 'told', answered_on: on, channel, protocol });
  await record(tx, request, 'clearance-told');
  return { ok: true };
}

interface LockedClearance {
  readonly mode: ClearanceMode;
  readonly state: ClearanceState;
  readonly municipality: string | null;
}

/** The booking's locks come first, as everywhere. What was served may still be told about; what is cancelled, no more. */
async function lockClearance(
  tx: Tx,
  { bookingId }: Recorded,
  step: ClearanceStep,
): Promise<Outcome<{ booking: LockedBooking; clearance: LockedClearance }, ClearanceRefusal>> {
  const booking = await lockBooking(tx, bookingId);
  if (booking === undefined) return { ok: false, reason: 'not-found' };
  const { rows } = await sql<LockedClearance>`
    SELECT mode, state, municipality_code AS municipality FROM clearance WHERE booking_id = ${bookingId} FOR UPDATE`.execute(
    tx,
  );
  const [clearance] = rows;
  if (clearance === undefined) return { ok: false, reason: 'not-found' };
  const isAfterwards = clearance.mode === 'notify' && booking.status !== 'cancelled' && booking.status !== 'no-show';
  if (!expected.includes(booking.status) && !isAfterwards) return { ok: false, reason: 'over' };
  if (!possibleSteps(clearance).includes(step)) return { ok: false, reason: 'wrong-state' };
  return { ok: true, booking, clearance };
}

async function change(
  tx: Tx,
  { bookingId, operatorId, now }: Recorded,
  set: {
    state?: ClearanceState;
    municipality_code?: string;
    channel?: ClearanceChannel;
    asked_on?: Temporal.PlainDate;
    protocol?: string | null;
    due_on?: Temporal.PlainDate;
    reminded_on?: Temporal.PlainDate;
    answered_on?: Temporal.PlainDate;
    answer_protocol?: string | null;
    reason_cipher?: Buffer;
  },
): Promise<void> {
  const row = { ...set, recorded_by: operatorId, changed_at: now };
  await tx.updateTable('clearance').set(row).where('booking_id', '=', bookingId).execute();
}

function record(tx: Tx, { bookingId, operatorId, now }: Recorded, kind: string): Promise<void> {
  return recordEvent(tx, { bookingId, at: now, kind, actor: { kind: 'office', accountId: operatorId } });
}
