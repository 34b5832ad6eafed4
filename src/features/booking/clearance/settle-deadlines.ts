import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import { dayIn } from '#platform/dates.ts';
import { enqueue } from '#platform/outbox.ts';
import { cancelForClearance } from '../cancel.ts';
import { recordEvent } from '../record-event.ts';
import { settleEach } from '../settle-each.ts';
import { isOverdue } from './clearance.rules.ts';
import { reminderDue } from './deadline.rules.ts';
import { changeClearance, lockClearance } from './lock-clearance.ts';
import { passOn } from './pass-on.ts';
import { tellOffice } from './tell-office.ts';

interface Sweep {
  readonly now: Temporal.Instant;
  readonly most: number;
}

/** Ends the bookings whose municipality was asked and has let its last day go by, where the office so decides. */
export async function endLateClearances(db: Db, sweep: Sweep): Promise<number> {
  const { now, most } = sweep;
  const due = sql<{ id: string }>`
    SELECT c.booking_id AS id FROM clearance c JOIN booking b ON b.id = c.booking_id AND b.status = 'awaiting-clearance'
    JOIN office f ON f.id = c.office_id
    WHERE c.state = 'asked' AND c.mode = 'required' AND c.at_deadline = 'cancel'
      AND c.due_on < (${now}::timestamptz AT TIME ZONE f.time_zone)::date
    ORDER BY c.due_on, c.id LIMIT ${most}`;
  return settleEach(db, due, async (tx, bookingId) => {
    const found = await lockClearance(tx, bookingId, 'refused');
    if (!found.ok || found.booking.status !== 'awaiting-clearance') return false;
    const { booking, clearance } = found;
    if (clearance.atDeadline !== 'cancel' || !isOverdue(clearance, dayIn(now, clearance.zone))) return false;
    await cancelForClearance(tx, booking, { by: 'clearance-late', reason: null, actor: { kind: 'system' }, now });
    return true;
  });
}

/** Reminds municipalities that were asked through the system: two days before the last day, and on it. */
export async function remindMunicipalities(db: Db, { now, most }: Sweep): Promise<number> {
  const due = sql<{ id: string }>`
    SELECT c.booking_id AS id FROM clearance c JOIN booking b ON b.id = c.booking_id AND b.status = 'awaiting-clearance'
    JOIN office f ON f.id = c.office_id
    CROSS JOIN LATERAL (SELECT ${now}::timestamptz AT TIME ZONE f.time_zone AS local) AS l
    WHERE c.state = 'asked' AND c.mode = 'required' AND (c.answering_office_id IS NOT NULL OR c.certified)
      AND extract(hour FROM l.local) >= 8 AND c.asked_on < l.local::date
      AND (c.due_on = l.local::date AND c.reminders < 2
        OR c.due_on > l.local::date AND c.due_on <= l.local::date + 2 AND c.reminders < 1)
    ORDER BY c.due_on, c.id LIMIT ${most}`;
  return settleEach(db, due, (tx, bookingId) => remind(tx, bookingId, now));
}

/** People who were served elsewhere: their municipality is told, by itself. */
export async function tellAfterwards(db: Db, { now, most }: Sweep): Promise<number> {
  const due = sql<{ id: string }>`
    SELECT c.booking_id AS id FROM clearance c JOIN booking b ON b.id = c.booking_id AND b.status = 'served'
    WHERE c.state = 'to-tell' AND c.passed_on_at IS NULL AND c.municipality_code IS NOT NULL
    ORDER BY c.id LIMIT ${most}`;
  return settleEach(db, due, async (tx, bookingId) => {
    if (!(await lockClearance(tx, bookingId, 'told')).ok) return false;
    await passOn(tx, { bookingId, now });
    return true;
  });
}

async function remind(tx: Tx, bookingId: string, now: Temporal.Instant): Promise<boolean> {
  const found = await lockClearance(tx, bookingId, 'reminded');
  if (!found.ok) return false;
  const { id, zone, askedOn, dueOn, reminders, round, answeringOfficeId } = found.clearance;
  const which = askedOn && dueOn ? reminderDue({ askedOn, dueOn, reminders }, { zone, now }) : undefined;
  if (which === undefined) return false;
  const columns = { reminded_on: dayIn(now, zone), reminders: which === 'before' ? 1 : 2 };
  await changeClearance(tx, { id, recordedBy: null, now }, columns);
  await recordEvent(tx, { bookingId, at: now, kind: 'clearance-reminded', actor: { kind: 'system' } });
  const kind = which === 'before' ? 'clearance-reminder' : 'clearance-last-day';
  if (answeringOfficeId !== null) await tellOffice(tx, { kind, id, round, now });
  else {
    const payload = { about: 'clearance', clearanceId: id, round, reminder: which };
    await enqueue(tx, { task: 'send-certified', payload, at: now });
  }
  return true;
}
