import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import { recordEvent } from '../record-event.ts';
import { changeClearance, type ClearanceOutcome, lockClearance } from './lock-clearance.ts';
import { passOn } from './pass-on.ts';
import { endWaiting } from './settle-clearance.ts';

/**
 * The municipality that has to consent, said or put right by the office. Another one is asked anew, by whatever way it
 * has; whoever was asked before finds nothing to answer any more. The office's own has nothing to be asked.
 */
export async function setMunicipality(
  tx: Tx,
  request: { bookingId: string; residence: string; operatorId: number; now: Temporal.Instant },
): Promise<ClearanceOutcome> {
  const { bookingId, residence, operatorId, now } = request;
  const found = await lockClearance(tx, bookingId, 'municipality');
  if (!found.ok) return found;
  const { booking, clearance } = found;
  if (clearance.municipality === residence) return { ok: true };
  const actor = { kind: 'office', accountId: operatorId } as const;
  await recordEvent(tx, { bookingId, at: now, kind: 'clearance-municipality', actor });
  const own = await sql`
    SELECT FROM office WHERE id = ${booking.officeId} AND municipality_code = ${residence}`.execute(tx);
  if (own.rows.length > 0) {
    await tx.deleteFrom('clearance').where('id', '=', clearance.id).execute();
    await recordEvent(tx, { bookingId, at: now, kind: 'clearance-not-needed', actor });
    await endWaiting(tx, booking, now);
    return { ok: true };
  }
  const isRequired = clearance.mode === 'required';
  await changeClearance(
    tx,
    { id: clearance.id, recordedBy: operatorId, now },
    {
      municipality_code: residence,
      state: isRequired ? 'to-ask' : 'to-tell',
      answering_office_id: null,
      channel: null,
      asked_on: null,
      protocol: null,
      reminded_on: null,
      reminders: 0,
      certified: false,
      passed_on_at: null,
      round: clearance.round + 1,
    },
  );
  if (isRequired) await passOn(tx, { bookingId, now });
  return { ok: true };
}
