import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { transact } from '#platform/transaction.ts';
import { bookingTools } from '#test/booking-tools.ts';
import { buildAccount, buildOffice, type BuiltOffice } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { bookingById } from '../booking.query.ts';
import { moveByOffice, reschedule } from '../reschedule.ts';

const deps = useDeps();
const tools = bookingTools(deps);
let office: BuiltOffice;
let operatorId: number;
let made = 0;

beforeEach(async () => {
  const { db, clock } = deps.current;
  clock.set('2027-01-02T09:00:00Z');
  office = await buildOffice(db, { from: '2027-01-20T09:00:00Z', slots: 3, capacity: 2 });
  made += 1;
  operatorId = await buildAccount(db, `mover-${made}@test.example`);
});

const now = () => deps.current.clock.now();
const rules = (set: Record<string, unknown>) =>
  deps.current.db.updateTable('offering').set(set).where('id', '=', office.offeringId).execute();
const shown = async (id: string) => bookingById(deps.current.db, deps.current.secrets, id);
type Made = Awaited<ReturnType<typeof tools.newBooking>>;

async function dayOfSlot(slot: number, at: string): Promise<void> {
  await sql`
    UPDATE slot SET starts_at = ${at}::timestamptz, ends_at = ${at}::timestamptz + interval '20 minutes'
    WHERE id = ${office.slots[slot]}`.execute(deps.current.db);
}

async function move(booking: Made, slot: number, who: 'citizen' | 'office') {
  const { bookingId, accountId, owner } = booking;
  const holdId = await tools.heldId(office, owner, { slot, rescheduleOf: bookingId });
  const wish = { bookingId, holdId, owner, now: now() };
  return transact(deps.current.db, (tx) =>
    who === 'citizen'
      ? reschedule(tx, deps.current.secrets, { ...wish, accountId })
      : moveByOffice(tx, deps.current.secrets, { ...wish, operatorId }),
  );
}

async function clearance(bookingId: string, state: 'asked' | 'granted', dueOn: string): Promise<void> {
  await sql`
    UPDATE clearance SET state = ${state}, asked_on = '2027-01-02', due_on = ${dueOn}::date,
      answered_on = CASE WHEN ${state} = 'granted' THEN date '2027-01-02' END
    WHERE booking_id = ${bookingId}`.execute(deps.current.db);
}

describe.each(['citizen', 'office'] as const)('a booking moved by the %s', (who) => {
  it('is due its documents as one booked now, never after the appointment; what the office set stays', async () => {
    await rules({ pre_check: true, pre_check_days: 8 });
    await dayOfSlot(1, '2027-02-20T09:00:00Z');
    await dayOfSlot(2, '2027-01-07T09:00:00Z');
    const booking = await tools.newBooking(office);
    const due = async () => (await shown(booking.bookingId))?.preCheck?.dueAt?.toString();
    expect(await due()).toBe('2027-01-11T00:00:00Z');
    deps.current.clock.set('2027-01-04T09:00:00Z');
    expect(await move(booking, 1, who)).toEqual({ ok: true });
    expect(await due()).toBe('2027-01-13T00:00:00Z');
    expect(await move(booking, 2, who)).toEqual({ ok: true });
    expect(await due()).toBe('2027-01-07T09:00:00Z');
    await sql`
      UPDATE booking SET pre_check = 'to-regularise', pre_check_due_at = '2027-01-06T00:00:00Z'
      WHERE id = ${booking.bookingId}`.execute(deps.current.db);
    await move(booking, 1, who);
    expect(await due()).toBe('2027-01-06T00:00:00Z');
    await sql`UPDATE booking SET pre_check = 'fine', pre_check_due_at = NULL WHERE id = ${booking.bookingId}`.execute(
      deps.current.db,
    );
    await move(booking, 0, who);
    expect((await shown(booking.bookingId))?.preCheck).toMatchObject({ state: 'fine', dueAt: null });
  });

  it('keeps a consent that was granted, and awaits an answer no longer than until the new day', async () => {
    await rules({ clearance: 'required', confirm_by: 'nobody' });
    await dayOfSlot(1, '2027-01-12T09:00:00Z');
    const granted = await tools.newBooking(office);
    await clearance(granted.bookingId, 'granted', '2027-02-01');
    await sql`UPDATE booking SET status = 'confirmed' WHERE id = ${granted.bookingId}`.execute(deps.current.db);
    expect(await move(granted, 1, who)).toEqual({ ok: true });
    expect(await shown(granted.bookingId)).toMatchObject({ status: 'confirmed', clearance: { state: 'granted' } });
    const asked = await tools.newBooking(office);
    await clearance(asked.bookingId, 'asked', '2027-02-01');
    expect(await move(asked, 1, who)).toEqual({ ok: true });
    const moved = await shown(asked.bookingId);
    expect(moved).toMatchObject({ status: 'awaiting-clearance', clearance: { state: 'asked' } });
    expect(moved?.clearance?.dueOn?.toString()).toBe('2027-01-11');
  });
});
