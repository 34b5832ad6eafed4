import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { Outcome } from '#platform/transaction.ts';
import { tell, type Written, writeMessage } from './write-message.ts';
import './tables.ts';

/** The citizen writes again: the request waits for the office once more, also when it had been closed. */
export async function reply(
  tx: Tx,
  secrets: Secrets,
  message: Written & { requestId: number; accountId: number | null; now: Temporal.Instant },
): Promise<Outcome<object, 'not-found'>> {
  if (!(await lock(tx, message.requestId))) return { ok: false, reason: 'not-found' };
  const helpMessageId = await writeMessage(tx, secrets, { ...message, author: 'citizen' });
  await change(tx, message.requestId, { state: 'waiting', changed_at: message.now });
  await tell(tx, { kind: 'help-waiting', helpMessageId }, message.now);
  return { ok: true };
}

/** The office answers; `close` when nothing more is expected. */
export async function answer(
  tx: Tx,
  secrets: Secrets,
  message: Written & { requestId: number; operatorId: number; close: boolean; now: Temporal.Instant },
): Promise<Outcome<object, 'not-found'>> {
  if (!(await lock(tx, message.requestId))) return { ok: false, reason: 'not-found' };
  const helpMessageId = await writeMessage(tx, secrets, {
    ...message,
    author: 'office',
    accountId: message.operatorId,
  });
  const state = message.close ? 'closed' : 'answered';
  await change(tx, message.requestId, { state, changed_at: message.now, taken_by: message.operatorId });
  await tell(tx, { kind: 'help-answered', helpMessageId }, message.now);
  return { ok: true };
}

/** Closes without a word, opens again, or says that somebody is on it. */
export async function settle(
  tx: Tx,
  request: {
    requestId: number;
    to: 'closed' | 'waiting' | 'taken' | 'free';
    operatorId: number;
    now: Temporal.Instant;
  },
): Promise<Outcome<object, 'not-found'>> {
  if (!(await lock(tx, request.requestId))) return { ok: false, reason: 'not-found' };
  switch (request.to) {
    case 'taken':
      await change(tx, request.requestId, { taken_by: request.operatorId });
      break;
    case 'free':
      await change(tx, request.requestId, { taken_by: null });
      break;
    default:
      await change(tx, request.requestId, { state: request.to, changed_at: request.now });
  }
  return { ok: true };
}

/** Hands a request to another office, or to whoever runs the site. */
export async function passOn(
  tx: Tx,
  request: { requestId: number; officeId: number | null; now: Temporal.Instant },
): Promise<Outcome<object, 'not-found'>> {
  if (!(await lock(tx, request.requestId))) return { ok: false, reason: 'not-found' };
  await change(tx, request.requestId, {
    office_id: request.officeId,
    state: 'waiting',
    taken_by: null,
    changed_at: request.now,
  });
  const last = await tx
    .selectFrom('help_message')
    .select('id')
    .where('request_id', '=', request.requestId)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  await tell(tx, { kind: 'help-waiting', helpMessageId: last.id }, request.now);
  return { ok: true };
}

async function lock(tx: Tx, id: number): Promise<boolean> {
  const row = await tx.selectFrom('help_request').select('id').where('id', '=', id).forUpdate().executeTakeFirst();
  return row !== undefined;
}

async function change(
  tx: Tx,
  id: number,
  columns: {
    state?: 'waiting' | 'answered' | 'closed';
    office_id?: number | null;
    taken_by?: number | null;
    changed_at?: Temporal.Instant;
  },
): Promise<void> {
  await tx.updateTable('help_request').set(columns).where('id', '=', id).execute();
}
