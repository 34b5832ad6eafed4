import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { buildOffice } from '#test/build-office.ts';
import { buildPlanner, byManager, publish } from '#test/build-planner.ts';
import { useDeps } from '#test/deps.ts';
import { transact } from '#platform/transaction.ts';
import type { CalendarChange, NewClosure, NewExtraOpening } from './calendar-change.rules.ts';
import { changeCalendar } from './change-calendar.ts';
import { listEntries } from './closure.query.ts';
import type { Editing } from '../editing/editing.ts';
import { previewChange } from '../slots/hours-preview.query.ts';
import { rollHorizons } from '../slots/roll-horizon.job.ts';

const deps = useDeps();
let editing: Editing & { plannerId: number };
let offeringId: number;

const monday = '2026-11-23';
const reason = { it: 'Prova', en: 'Test' };

function closure(day: string, more: Partial<NewClosure> = {}): CalendarChange {
  const whole = { firstDay: day, lastDay: day, starts: null, ends: null };
  return { kind: 'close', closures: [{ ...whole, reason, plannerId: null, yearly: false, ...more }] };
}

function opening(more: Partial<NewExtraOpening> = {}): CalendarChange {
  const hours = { starts: '14:00', ends: '15:00', minutes: 20, desks: 4 };
  return {
    kind: 'open',
    opening: { firstDay: monday, lastDay: monday, ...hours, reason, plannerId: editing.plannerId, ...more },
  };
}

function change(asked: CalendarChange, more: { seen?: string; offer?: boolean } = {}) {
  return transact(deps.current.db, (tx) => changeCalendar(tx, { ...editing, change: asked, offer: false, ...more }));
}

function preview(asked: CalendarChange) {
  return previewChange(deps.current.db, { officeId: editing.officeId, change: asked, now: editing.now });
}

/** Local starts of a day with seats, as `09:00 2`. */
async function seatsOn(day: string): Promise<string[]> {
  const { rows } = await sql<{ seats: string }>`
    SELECT to_char(starts_at AT TIME ZONE 'Europe/London', 'HH24:MI') || ' ' || planned AS seats FROM slot
    WHERE planner_id = ${editing.plannerId} AND day = ${day} AND planned > 0 ORDER BY starts_at`.execute(
    deps.current.db,
  );
  return rows.map(({ seats }) => seats);
}

let made = 0;

/** A booking of so many people in the slot that starts at an instant. */
async function book(startsAt: string, party = 1): Promise<string> {
  made += 1;
  const code = `PROVA${made}`;
  await sql`
    WITH s AS (UPDATE slot SET taken = taken + ${party} WHERE planner_id = ${editing.plannerId} AND starts_at = ${startsAt} RETURNING *)
    INSERT INTO booking (code, office_id, offering_id, service_code, planner_id, slot_ids, slot_id, starts_at, ends_at, party, channel,
                         status, language, confirm_by, cancel_closes_at, created_at)
    SELECT ${code}, ${editing.officeId}, ${offeringId}, 'passport', ${editing.plannerId}, ARRAY[id], id, starts_at, ends_at, ${party},
           'web', 'confirmed', 'it', 'nobody', starts_at, ${`2026-11-${10 + made}`} FROM s`.execute(deps.current.db);
  return code;
}

async function offers(): Promise<unknown[]> {
  const { rows } = await sql<{
    payload: unknown;
  }>`DELETE FROM outbox WHERE task = 'offer-moves' RETURNING payload`.execute(deps.current.db);
  return rows.map(({ payload }) => payload);
}

beforeEach(async () => {
  made = 0;
  const { db, clock } = deps.current;
  const office = await buildOffice(db, { slots: 0 });
  offeringId = office.offeringId;
  const plannerId = await buildPlanner(db, { officeId: office.officeId, offeringIds: [offeringId], horizonDays: 400 });
  await publish(db, plannerId, clock.now());
  editing = await byManager(db, plannerId, clock.now());
  await sql`DELETE FROM booking`.execute(db);
});

describe('before anything is written', () => {
  it('the preview tells seats by day and appointments without one, and changes nothing', async () => {
    const code = await book('2026-11-23T09:20Z', 2);
    const { days, bookings } = await preview(closure(monday));
    const [first] = days.filter(({ before, after }) => before !== after);
    expect(first).toMatchObject({ before: 6, after: 0, free: 0 });
    expect(bookings.map((booking) => [booking.code, booking.party])).toEqual([[code, 2]]);
    expect(await seatsOn(monday)).toHaveLength(3);
  });

  it('only what was seen is confirmed: another appointment shows the preview anew', async () => {
    const { fingerprint } = await preview(closure(monday));
    await book('2026-11-23T09:20Z');
    expect(await change(closure(monday), { seen: fingerprint })).toEqual({ ok: false, reason: 'changed' });
    expect(await seatsOn(monday)).toHaveLength(3);
    const again = await preview(closure(monday));
    expect(await change(closure(monday), { seen: again.fingerprint })).toMatchObject({ ok: true });
  });

  it('of a slot that loses a desk, whoever booked last loses the seat', async () => {
    const [first, last] = [await book('2026-11-23T09:20Z'), await book('2026-11-23T09:20Z')];
    await sql`UPDATE planner SET published_rules = jsonb_set(published_rules, '{0,desks}', '1') WHERE id = ${editing.plannerId}`.execute(
      deps.current.db,
    );
    const { bookings } = await preview(opening());
    expect(bookings.map(({ code }) => code)).toEqual([last]);
    expect(first).not.toBe(last);
  });

  it('people who are there already, and appointments that are over, are left in peace', async () => {
    const { db } = deps.current;
    const here = await book('2026-11-23T09:20Z');
    await sql`UPDATE booking SET status = 'checked-in' WHERE code = ${here}`.execute(db);
    expect((await preview(closure(monday))).bookings).toEqual([]);
  });
});

describe('a closure', () => {
  it('offers each appointment another seat, in jobs of five hundred, and only those it takes a seat from', async () => {
    const code = await book('2026-11-23T09:20Z');
    await book('2026-11-24T09:20Z');
    expect(await change(closure(monday), { offer: true })).toMatchObject({ ok: true, withdrawn: 2 });
    expect(await offers()).toMatchObject([{ officeId: editing.officeId, bookingCodes: [code], cause: 'closure' }]);
    // The day is closed already: its appointment has been dealt with.
    expect((await preview(closure(monday, { starts: '09:00', ends: '12:00' }))).bookings).toEqual([]);
    expect(await change(closure('2026-11-25'))).toMatchObject({ ok: true });
    expect(await offers()).toEqual([]);
  });

  it('comes back every year, and goes from every year', async () => {
    const outcome = await change(closure('2026-12-24', { yearly: true }));
    expect(await seatsOn('2026-12-24')).toEqual([]);
    expect(await seatsOn('2026-12-25')).toHaveLength(3);
    expect(await seatsOn('2027-12-24')).toEqual([]);
    const { days } = await preview(closure('2026-12-26', { yearly: true }));
    expect(days.filter(({ before, after }) => before !== after).map(({ day }) => day.toString())).toEqual([
      '2026-12-26',
      '2027-12-26',
    ]);
    const later = Temporal.PlainDate.from('2031-06-01');
    const [entry] = await listEntries(deps.current.db, { officeId: editing.officeId, from: later });
    expect(entry?.firstDay.toString()).toBe('2031-12-24');
    const entryId = outcome.ok ? (outcome.entryIds[0] ?? 0) : 0;
    expect(await change({ kind: 'remove', entryId })).toMatchObject({ ok: true, made: 6 });
    expect(await seatsOn('2027-12-24')).toHaveLength(3);
  });

  it('still holds when the horizon moves on to its next year', async () => {
    const { clock } = deps.current;
    await change(closure('2026-12-24', { yearly: true }));
    const before = clock.now();
    clock.set(Temporal.Instant.from('2027-11-22T10:00:00Z'));
    await rollHorizons(deps.current);
    expect(await seatsOn('2028-12-24')).toEqual([]);
    expect(await seatsOn('2028-12-23')).toHaveLength(3);
    clock.set(before);
  });

  it('is refused when the very same is there, and when the planner is not the office’s', async () => {
    await change(closure(monday));
    expect(await change(closure(monday))).toEqual({ ok: false, reason: 'already-closed' });
    expect(await change(closure(monday, { plannerId: 424_242 }))).toEqual({ ok: false, reason: 'unknown-planner' });
    expect(await change({ kind: 'remove', entryId: 424_242 })).toEqual({ ok: false, reason: 'unknown-entry' });
  });
});

describe('an extra opening', () => {
  it('makes its seats at once, also on a day that is closed, and takes them back', async () => {
    await change(closure(monday));
    const outcome = await change(opening());
    expect(outcome).toMatchObject({ ok: true, made: 3 });
    expect(await seatsOn(monday)).toEqual(['14:00 4', '14:20 4', '14:40 4']);
    const code = await book('2026-11-23T14:20Z');
    const entryId = outcome.ok ? (outcome.entryIds[0] ?? 0) : 0;
    expect((await preview({ kind: 'remove', entryId })).bookings.map((booking) => booking.code)).toEqual([code]);
    expect(await change({ kind: 'remove', entryId }, { offer: true })).toMatchObject({ ok: true, withdrawn: 2 });
    expect(await offers()).toHaveLength(1);
    expect(await seatsOn(monday)).toEqual([]);
  });

  it('must cut the day as the planner’s hours do, unless they are closed', async () => {
    const across = { starts: '09:00', ends: '10:00' };
    expect(await change(opening({ ...across, minutes: 30 }))).toEqual({ ok: false, reason: 'other-minutes' });
    expect(await change(opening({ starts: '09:10', ends: '10:10' }))).toEqual({ ok: false, reason: 'other-starts' });
    await change(closure(monday));
    expect(await change(opening({ ...across, minutes: 30 }))).toMatchObject({ ok: true });
    expect(await change(opening({ ...across, minutes: 20 }))).toEqual({ ok: false, reason: 'other-minutes' });
    expect(await seatsOn(monday)).toEqual(['09:00 4', '09:30 4']);
  });
});
