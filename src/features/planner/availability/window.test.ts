import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { buildOffice } from '#test/build-office.ts';
import { buildPlanner, publish } from '#test/build-planner.ts';
import { useDeps } from '#test/deps.ts';
import { comingReleases } from './coming-releases.query.ts';
import { firstFree } from './first-free.query.ts';
import { freeDays } from './free-days.query.ts';
import { countFreeSeats } from './free-seats.query.ts';
import { earliestSlots, freeSlots } from './free-slots.query.ts';
import { type BookingWindow, outsideWindow, windowDays } from './window.rules.ts';

const deps = useDeps();
const at = (text: string) => Temporal.Instant.from(text);
const day = (text: string) => Temporal.PlainDate.from(text);

const thirteenWeeks = { horizonFromDays: 16, horizonDays: 91, noticeMinutes: null };

describe('thirteen weeks from the sixteenth day on, across a change of the clock', () => {
  // The clock of each changes within the weeks, and the instant is a minute from midnight on either side of it.
  it.each([
    ['America/Santiago', '2027-03-20T02:59:59Z', '2027-04-04', '2027-07-04', '2027-03-20T03:00:00Z'],
    ['Australia/Sydney', '2027-03-20T12:59:59Z', '2027-04-05', '2027-07-05', '2027-03-20T13:00:00Z'],
    ['America/New_York', '2027-02-20T04:59:59Z', '2027-03-07', '2027-06-06', '2027-02-20T05:00:00Z'],
    ['America/New_York', '2026-11-01T03:59:59Z', '2026-11-16', '2027-02-15', '2026-11-01T04:00:00Z'],
  ])('%s at %s: from %s to %s, a day later from %s on', (zone, now, first, last, midnight) => {
    const window: BookingWindow = { zone, ...thirteenWeeks };
    const shown = (instant: string) => {
      const days = windowDays(window, at(instant));
      return [days.first.toString(), days.last?.toString()];
    };
    expect(shown(now)).toEqual([first, last]);
    expect(shown(midnight)).toEqual([day(first).add({ days: 1 }).toString(), day(last).add({ days: 1 }).toString()]);
    const judged = (date: string) => {
      const startsAt = day(date).toZonedDateTime({ timeZone: zone, plainTime: '09:00' }).toInstant();
      return outsideWindow(window, { day: day(date), startsAt }, at(now));
    };
    expect(judged(day(first).subtract({ days: 1 }).toString())).toBe('not-open');
    expect([judged(first), judged(last)]).toEqual([undefined, undefined]);
    expect(judged(day(last).add({ days: 1 }).toString())).toBe('beyond-horizon');
  });
});

it('notice counts hours, not the clock: across a change a day’s notice is twenty-four of them', () => {
  const window: BookingWindow = {
    zone: 'America/New_York',
    horizonFromDays: 0,
    horizonDays: null,
    noticeMinutes: 1440,
  };
  // The night of 14 March 2027 has no hour from 2 to 3.
  const time = { day: day('2027-03-14'), startsAt: at('2027-03-14T14:00:00Z') };
  expect(outsideWindow(window, time, at('2027-03-13T14:00:00Z'))).toBeUndefined();
  expect(outsideWindow(window, time, at('2027-03-13T14:00:00.001Z'))).toBe('not-open');
});

async function open(rules: { from?: number; days?: number; notice?: number; duration?: number }, zone: string) {
  const { db } = deps.current;
  const office = await buildOffice(db, { zone });
  await sql`DELETE FROM slot WHERE planner_id = ${office.plannerId}`.execute(db);
  await sql`DELETE FROM planner WHERE id = ${office.plannerId}`.execute(db);
  await sql`
    UPDATE offering SET horizon_from_days = ${rules.from ?? 0}, horizon_days = ${rules.days ?? null},
      notice_minutes = ${rules.notice ?? null}, duration_minutes = ${rules.duration ?? null}
    WHERE id = ${office.offeringId}`.execute(db);
  const plannerId = await buildPlanner(db, {
    officeId: office.officeId,
    offeringIds: [office.offeringId],
    rules: [{ desks: 1 }],
    horizonDays: 30,
  });
  await publish(db, plannerId, at('2026-11-22T12:00:00Z'));
  return { ...office, plannerId };
}

describe('an offering that narrows what its planner opens', () => {
  const now = at('2026-11-22T12:00:00Z');

  it.each([null, 40])('shows only its own days, everywhere (appointments of %s minutes)', async (duration) => {
    const { db } = deps.current;
    const { offeringId } = await open(
      { from: 16, days: 5, ...(duration === null ? {} : { duration }) },
      'Europe/London',
    );
    const free = await freeDays(db, { offeringId, now });
    expect([free.days.at(0)?.date.toString(), free.days.at(-1)?.date.toString()]).toEqual(['2026-12-08', '2026-12-13']);
    expect(free.horizonEnd?.toString()).toBe('2026-12-13');
    // The next day comes within the five at the office's midnight, long after its planner opened it.
    expect(free.nextRelease?.toString()).toBe('2026-11-23T00:00:00Z');
    expect(await freeSlots(db, { offeringId, date: day('2026-12-07'), now })).toEqual([]);
    expect(await freeSlots(db, { offeringId, date: day('2026-12-14'), now })).toEqual([]);
    const [first] = await earliestSlots(db, { offeringId, now, limit: 1 });
    expect(first?.day.toString()).toBe('2026-12-08');
    expect((await firstFree(db, { offeringIds: [offeringId], now, limit: 1 }))[0]).toMatchObject({
      date: day('2026-12-08'),
    });
    const desk = await freeDays(db, { offeringId, atDesk: true, now });
    expect([desk.days.length, desk.horizonEnd?.toString()]).toEqual([30, '2026-12-22']);
  });

  it('turns its page at midnight of the office, not of whoever looks', async () => {
    const { db } = deps.current;
    const { offeringId } = await open({ from: 1, days: 2 }, 'Pacific/Auckland');
    const ends = async (instant: string) =>
      (await freeDays(db, { offeringId, now: at(instant) })).horizonEnd?.toString();
    expect(await ends('2026-11-23T10:59:59.999Z')).toBe('2026-11-26');
    expect(await ends('2026-11-23T11:00:00Z')).toBe('2026-11-27');
  });

  it('asks for more notice than its planner', async () => {
    const { db } = deps.current;
    const { offeringId } = await open({ notice: 120 }, 'Europe/London');
    const starts = async (instant: string) =>
      (await freeSlots(db, { offeringId, date: day('2026-11-23'), now: at(instant) })).map(({ startsAt }) =>
        startsAt.toString().slice(11, 16),
      );
    expect(await starts('2026-11-23T07:20:00Z')).toEqual(['09:20', '09:40']);
    expect(await starts('2026-11-23T07:20:00.001Z')).toEqual(['09:40']);
    const [first] = await firstFree(db, { offeringIds: [offeringId], now: at('2026-11-23T07:20:00Z'), limit: 1 });
    expect(first?.startsAt.toString()).toBe('2026-11-23T09:20:00Z');
  });

  it('counts among all free seats, and all releases, with what it lets be booked', async () => {
    const { db } = deps.current;
    await sql`UPDATE planner SET published = false`.execute(db);
    const { officeId } = await open({ from: 16, days: 5 }, 'Europe/London');
    expect(await countFreeSeats(db, now)).toEqual({ seats: 18, offices: 1 });
    const coming = await comingReleases(db, { now, limit: 10 });
    expect(coming.filter((release) => release.officeId === officeId)).toEqual([]);
  });
});
