import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import { enqueue } from '#platform/outbox.ts';
import { notifyOf, recordEvent } from '../record-event.ts';
import { answeringOffice } from './answering-office.query.ts';
import { tellOffice } from './tell-office.ts';

interface ToPassOn {
  readonly id: string;
  readonly officeId: number;
  readonly municipality: string | null;
  readonly mode: 'notify' | 'required';
  readonly round: number;
  /** at the office that needs it */
  readonly today: Temporal.PlainDate;
}

/**
 * Hands a request to the municipality's own office in the system, or else to whoever sends certified mail; where no
 * mailbox does, an operator sends it by hand. The booking is locked, or made in this transaction, and then its own letter
 * `tell`s people of the request.
 */
export async function passOn(
  tx: Tx,
  { bookingId, now, tell = true }: { bookingId: string; now: Temporal.Instant; tell?: boolean },
): Promise<void> {
  const { rows } = await sql<ToPassOn>`
    SELECT c.id, c.office_id AS "officeId", c.municipality_code AS municipality, c.mode, c.round,
           (${now}::timestamptz AT TIME ZONE f.time_zone)::date AS today
    FROM clearance c JOIN office f ON f.id = c.office_id
    WHERE c.booking_id = ${bookingId} AND c.state IN ('to-ask', 'to-tell') FOR UPDATE OF c`.execute(tx);
  const [clearance] = rows;
  if (!clearance?.municipality) return;
  const { id, municipality, officeId, mode, round, today } = clearance;
  const answering = await answeringOffice(tx, { municipality, except: officeId });
  await tx.updateTable('clearance').set({ passed_on_at: now, changed_at: now }).where('id', '=', id).execute();
  if (answering === undefined) {
    await enqueue(tx, { task: 'send-certified', payload: { about: 'clearance', clearanceId: id, round }, at: now });
    return;
  }
  await tx
    .updateTable('clearance')
    .set({
      answering_office_id: answering,
      channel: 'turno',
      asked_on: today,
      ...(mode === 'required' && { state: 'asked' as const }),
    })
    .where('id', '=', id)
    .execute();
  if (mode === 'required') {
    const detail = { by: 'turno' };
    await recordEvent(tx, { bookingId, at: now, kind: 'clearance-asked', actor: { kind: 'system' }, detail });
    if (tell) await notifyOf(tx, { kind: 'clearance-asked', bookingId, again: String(round), at: now });
  }
  await tellOffice(tx, { kind: mode === 'required' ? 'clearance-arrived' : 'clearance-to-read', id, round, now });
}
