import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import { notifyOf, recordEvent } from '../record-event.ts';
import type { ClearanceChannel } from './clearance.rules.ts';
import { changeClearance, type ClearanceOutcome, lockClearance } from './lock-clearance.ts';
import { settleGranted, settleRefused } from './settle-clearance.ts';

export type { ClearanceRefusal } from './lock-clearance.ts';

interface Recorded {
  readonly bookingId: string;
  /** who writes it down */
  readonly operatorId: number;
  readonly now: Temporal.Instant;
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
  const { on, channel, protocol, dueOn, bookingId, now } = request;
  const found = await lockClearance(tx, bookingId, 'asked');
  if (!found.ok) return found;
  if (found.clearance.municipality === null) return { ok: false, reason: 'no-municipality' };
  const columns = { state: 'asked', asked_on: on, channel, protocol, due_on: dueOn, reminders: 0 } as const;
  await changeClearance(tx, changeOf(found.clearance, request), columns);
  await record(tx, request, 'clearance-asked');
  await notifyOf(tx, { kind: 'clearance-asked', bookingId, at: now });
  return { ok: true };
}

/** The municipality was asked again, with a new day until which the answer is awaited. */
export async function clearanceReminded(
  tx: Tx,
  request: Recorded & { on: Temporal.PlainDate; dueOn: Temporal.PlainDate },
): Promise<ClearanceOutcome> {
  const found = await lockClearance(tx, request.bookingId, 'reminded');
  if (!found.ok) return found;
  const columns = { reminded_on: request.on, due_on: request.dueOn, reminders: 0 };
  await changeClearance(tx, changeOf(found.clearance, request), columns);
  await record(tx, request, 'clearance-reminded');
  return { ok: true };
}

/** The answer came to the office by another way than this system: it is written down there. */
export async function clearanceGranted(
  tx: Tx,
  request: Recorded & { on: Temporal.PlainDate; protocol: string | null },
): Promise<ClearanceOutcome> {
  const found = await lockClearance(tx, request.bookingId, 'granted');
  if (!found.ok) return found;
  await settleGranted(tx, found, { ...request, actor: actorOf(request), answeredBy: null });
  return { ok: true };
}

/** The same for a refusal. */
export async function clearanceRefused(
  tx: Tx,
  secrets: Secrets,
  request: Recorded & { on: Temporal.PlainDate; protocol: string | null; reason: string },
): Promise<ClearanceOutcome> {
  const found = await lockClearance(tx, request.bookingId, 'refused');
  if (!found.ok) return found;
  await settleRefused(tx, secrets, found, { ...request, actor: actorOf(request), answeredBy: null });
  return { ok: true };
}

/** Where consent is not needed the municipality is told afterwards: the office writes down that it did. */
export async function clearanceTold(
  tx: Tx,
  request: Recorded & { on: Temporal.PlainDate; channel: ClearanceChannel; protocol: string | null },
): Promise<ClearanceOutcome> {
  const found = await lockClearance(tx, request.bookingId, 'told');
  if (!found.ok) return found;
  if (found.clearance.municipality === null) return { ok: false, reason: 'no-municipality' };
  const { on, channel, protocol } = request;
  await changeClearance(tx, changeOf(found.clearance, request), { state: 'told', answered_on: on, channel, protocol });
  await record(tx, request, 'clearance-told');
  return { ok: true };
}

function changeOf({ id }: { id: string }, { operatorId, now }: Recorded) {
  return { id, recordedBy: operatorId, now };
}

function actorOf({ operatorId }: Recorded) {
  return { kind: 'office', accountId: operatorId } as const;
}

function record(tx: Tx, request: Recorded, kind: string): Promise<void> {
  const { bookingId, now } = request;
  return recordEvent(tx, { bookingId, at: now, kind, actor: actorOf(request) });
}
