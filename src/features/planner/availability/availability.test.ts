import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { buildOffice, type BuiltOffice } from '#test/build-office.ts';
import { buildPlanner, publish, type RuleWish } from '#test/build-planner.ts';
import { useDeps } from '#test/deps.ts';
import { firstFree } from './first-free.query.ts';
import { freeDays } from './free-days.query.ts';
import { earliestSlots, freeSlots } from './free-slots.query.ts';

const deps = useDeps();
const at = (text: string) => Temporal.Instant.from(text);
const day = (text: string) => Temporal.PlainDate.from(text);

interface Opened extends BuiltOffice {
  plannerId: number;
}

async function open(
  rules: RuleWish[] = [{}],
  more: {
    zone?: string;
    horizonDays?: number;
    noticeMinutes?: number;
    releaseTime?: string;
    duration?: number;
    now?: string;
  } = {},
): Promise<Opened> {
  const { db } = deps.current;
  const office = await buildOffice(db, { zone: more.zone ?? 'Europe/London' });
  await sql`DELETE FROM slot WHERE planner_id = ${office.plannerId}`.execute(db);
  await sql`DELETE FROM planner WHERE id = ${office.plannerId}`.execute(db);
  await sql`UPDATE offering SET duration_minutes = ${more.duration ?? null} WHERE id = ${office.offeringId}`.execute(
    db,
  );
  const plannerId = await buildPlanner(db, {
    officeId: office.officeId,
    offeringIds: [office.offeringId],
    rules,
    ...more,
  });
  await publish(db, plannerId, at(more.now ?? '2026-11-22T10:00:00Z'));
  return { ...office, plannerId };
}

const days = async (office: Opened, now: string, more: { from?: string; to?: string } = {}) => {
  const answer = await freeDays(deps.current.db, {
    offeringId: office.offeringId,
    now: at(now),
    from: more.from === undefined ? undefined : day(more.from),
    to: more.to === undefined ? undefined : day(more.to),
  });
  return { ...answer, days: answer.days.map(({ date, free }) => `${date.toString()} ${free}`) };
};

const times = async (office: Opened, date: string, now: string) =>
  (await freeSlots(deps.current.db, { offeringId: office.offeringId, date: day(date), now: at(now) })).map(
    (slot) => `${slot.startsAt.toString().slice(11, 16)}–${slot.endsAt.toString().slice(11, 16)} ${slot.free}`,
  );

const take = (office: Opened, date: string, time: string, seats = 1) =>
  sql`UPDATE slot SET taken = taken + ${seats} WHERE planner_id = ${office.plannerId} AND day = ${date}
      AND to_char(starts_at, 'HH24:MI') = ${time}`.execute(deps.current.db);

describe('the days one can book', () => {
  it('are those with free seats, up to the horizon and no further', async () => {
    const office = await open([{ weekdays: [1, 2, 3] }], { horizonDays: 3 });
    const answer = await days(office, '2026-11-22T10:00:00Z');
    expect(answer.days).toEqual(['2026-11-23 6', '2026-11-24 6', '2026-11-25 6']);
    expect(answer.horizonEnd?.toString()).toBe('2026-11-25');
    expect((await days(office, '2026-11-22T10:00:00Z', { from: '2026-11-24', to: '2027-12-31' })).days).toEqual([
      '2026-11-24 6',
      '2026-11-25 6',
    ]);
  });

  it('lose a seat at a time, and vanish when full', async () => {
    const office = await open([{ weekdays: [1, 2], desks: 1 }], { horizonDays: 3 });
    await take(office, '2026-11-23', '09:20');
    expect((await days(office, '2026-11-22T10:00:00Z')).days).toEqual(['2026-11-23 2', '2026-11-24 3']);
    await take(office, '2026-11-23', '09:00');
    await take(office, '2026-11-23', '09:40');
    expect((await days(office, '2026-11-22T10:00:00Z')).days).toEqual(['2026-11-24 3']);
  });

  it('open to the second at the release hour, without any job', async () => {
    const office = await open([{}], { horizonDays: 2, releaseTime: '19:00' });
    const before = await days(office, '2026-11-22T18:59:59.999Z');
    expect(before.days.at(-1)).toBe('2026-11-23 6');
    expect(before.nextRelease?.toString()).toBe('2026-11-22T19:00:00Z');
    const after = await days(office, '2026-11-22T19:00:00Z');
    expect(after.days.at(-1)).toBe('2026-11-24 6');
    expect(after.nextRelease?.toString()).toBe('2026-11-23T19:00:00Z');
    expect(await times(office, '2026-11-24', '2026-11-22T18:59:59.999Z')).toEqual([]);
    expect((await times(office, '2026-11-24', '2026-11-22T19:00:00Z')).length).toBe(3);
  });

  it('name the next release that has seats, over a weekend', async () => {
    const office = await open([{ weekdays: [1] }], { horizonDays: 2, releaseTime: '07:00' });
    const answer = await days(office, '2026-11-22T10:00:00Z');
    expect(answer.horizonEnd?.toString()).toBe('2026-11-24');
    expect(answer.nextRelease?.toString()).toBe('2026-11-28T07:00:00Z');
  });

  it('open at midnight of the office on the day its clock changes', async () => {
    const office = await open([{}], { zone: 'America/New_York', horizonDays: 5, now: '2027-03-10T12:00:00Z' });
    // Midnight of Sunday 14 March is still winter time (05:00 UTC), midnight of Monday summer time (04:00 UTC).
    expect((await days(office, '2027-03-10T12:00:00Z')).horizonEnd?.toString()).toBe('2027-03-15');
    expect((await days(office, '2027-03-14T04:59:59Z')).horizonEnd?.toString()).toBe('2027-03-18');
    expect((await days(office, '2027-03-14T05:00:00Z')).horizonEnd?.toString()).toBe('2027-03-19');
    expect((await days(office, '2027-03-15T03:59:59Z')).horizonEnd?.toString()).toBe('2027-03-19');
    expect((await days(office, '2027-03-15T04:00:00Z')).horizonEnd?.toString()).toBe('2027-03-20');
    expect(await times(office, '2027-03-13', '2027-03-12T12:00:00Z')).toEqual([
      '14:00–14:20 2',
      '14:20–14:40 2',
      '14:40–15:00 2',
    ]);
    expect(await times(office, '2027-03-15', '2027-03-12T12:00:00Z')).toEqual([
      '13:00–13:20 2',
      '13:20–13:40 2',
      '13:40–14:00 2',
    ]);
  });

  it('are none where nothing is published or the service is switched off', async () => {
    const office = await open();
    await sql`UPDATE offering SET active = false WHERE id = ${office.offeringId}`.execute(deps.current.db);
    expect(await days(office, '2026-11-22T10:00:00Z')).toEqual({ horizonEnd: null, nextRelease: null, days: [] });
    expect(await times(office, '2026-11-23', '2026-11-22T10:00:00Z')).toEqual([]);
  });
});

describe('the times of a day', () => {
  it('respect the notice to the second', async () => {
    const office = await open([{}], { noticeMinutes: 90 });
    expect((await times(office, '2026-11-23', '2026-11-23T07:30:00Z'))[0]).toBe('09:00–09:20 2');
    expect((await times(office, '2026-11-23', '2026-11-23T07:30:01Z'))[0]).toBe('09:20–09:40 2');
  });

  it('are in the future', async () => {
    const office = await open();
    expect(await times(office, '2026-11-23', '2026-11-23T09:20:00Z')).toEqual(['09:40–10:00 2']);
    expect(await times(office, '2026-11-21', '2026-11-22T10:00:00Z')).toEqual([]);
  });

  it('come from every planner that serves the service', async () => {
    const office = await open([{ weekdays: [1] }]);
    const { db } = deps.current;
    const second = await buildPlanner(db, {
      officeId: office.officeId,
      offeringIds: [office.offeringId],
      rules: [{ starts: '09:40', ends: '10:20', desks: 1 }],
    });
    await publish(db, second, at('2026-11-22T10:00:00Z'));
    expect(await times(office, '2026-11-23', '2026-11-22T10:00:00Z')).toEqual([
      '09:00–09:20 2',
      '09:20–09:40 2',
      '09:40–10:00 2',
      '09:40–10:00 1',
      '10:00–10:20 1',
    ]);
    expect((await days(office, '2026-11-22T10:00:00Z', { to: '2026-11-23' })).days).toEqual(
      ['2026-11-22 1', '2026-11-23 8'].slice(1),
    );
  });
});

describe('a service longer than a slot', () => {
  it('starts where enough slots in a row are free, and has the seats of the scarcest', async () => {
    const office = await open(
      [{ starts: '09:00', ends: '11:00', breaks: [{ starts: '10:00', ends: '10:20' }], desks: 3 }],
      { duration: 30 },
    );
    expect(await times(office, '2026-11-23', '2026-11-22T10:00:00Z')).toEqual([
      '09:00–09:40 3',
      '09:20–10:00 3',
      '10:20–11:00 3',
    ]);
    await take(office, '2026-11-23', '09:20', 2);
    expect(await times(office, '2026-11-23', '2026-11-22T10:00:00Z')).toEqual([
      '09:00–09:40 1',
      '09:20–10:00 1',
      '10:20–11:00 3',
    ]);
    await take(office, '2026-11-23', '09:20');
    expect(await times(office, '2026-11-23', '2026-11-22T10:00:00Z')).toEqual(['10:20–11:00 3']);
    const [first] = await freeSlots(deps.current.db, {
      offeringId: office.offeringId,
      date: day('2026-11-23'),
      now: at('2026-11-22T10:00:00Z'),
    });
    expect(first?.slotIds.length).toBe(2);
    expect(first?.slotIds[0]).toBe(first?.id);
  });

  it('is counted by the appointments that fit, not by their starts', async () => {
    const office = await open([{ starts: '09:00', ends: '10:20', desks: 1, weekdays: [1] }], {
      duration: 40,
      horizonDays: 3,
    });
    expect((await days(office, '2026-11-22T10:00:00Z')).days).toEqual(['2026-11-23 2']);
    await take(office, '2026-11-23', '09:20');
    expect((await days(office, '2026-11-22T10:00:00Z')).days).toEqual(['2026-11-23 1']);
  });

  it('does not fit into a slot that kept a shorter end', async () => {
    const office = await open([{ minutes: 40, starts: '09:00', ends: '10:20', weekdays: [1] }], {
      duration: 40,
      horizonDays: 3,
    });
    await sql`UPDATE slot SET ends_at = ends_at - interval '20 minutes' WHERE planner_id = ${office.plannerId} AND to_char(starts_at, 'HH24:MI') = '09:00'`.execute(
      deps.current.db,
    );
    expect((await days(office, '2026-11-22T10:00:00Z')).days).toEqual(['2026-11-23 2']);
    expect(await times(office, '2026-11-23', '2026-11-22T10:00:00Z')).toEqual(['09:40–10:20 2']);
  });
});

describe('the earliest times', () => {
  it('have room for the whole party, in the days asked for', async () => {
    const office = await open([{ desks: 3 }]);
    await take(office, '2026-11-23', '09:00', 2);
    const found = await earliestSlots(deps.current.db, {
      offeringId: office.offeringId,
      party: 2,
      now: at('2026-11-22T10:00:00Z'),
      limit: 2,
    });
    expect(found.map((slot) => slot.startsAt.toString())).toEqual(['2026-11-23T09:20:00Z', '2026-11-23T09:40:00Z']);
    const later = await earliestSlots(deps.current.db, {
      offeringId: office.offeringId,
      from: day('2026-11-25'),
      to: day('2026-11-25'),
      now: at('2026-11-22T10:00:00Z'),
      limit: 1,
    });
    expect(later[0]?.day.toString()).toBe('2026-11-25');
  });
});

describe('the first free date of many offices', () => {
  it('puts the earliest day first and leaves out offices with none', async () => {
    const { db } = deps.current;
    const [tuesday, monday, full, long] = [
      await open([{ weekdays: [2] }]),
      await open([{ weekdays: [1] }]),
      await open([{ weekdays: [1], desks: 1, ends: '09:20' }], { horizonDays: 3 }),
      await open([{ weekdays: [3] }], { duration: 60 }),
    ];
    await take(full, '2026-11-23', '09:00');
    await take(long, '2026-11-25', '09:20', 2);
    const all = [tuesday, monday, full, long];
    const now = at('2026-11-22T10:00:00Z');
    const found = await firstFree(db, { offeringIds: all.map((office) => office.offeringId), now, limit: 10 });
    expect(found.map((row) => [row.officeId, row.startsAt.toString()])).toEqual([
      [monday.officeId, '2026-11-23T09:00:00Z'],
      [tuesday.officeId, '2026-11-24T09:00:00Z'],
      [long.officeId, '2026-12-02T09:00:00Z'],
    ]);
    const byService = await firstFree(db, {
      officeIds: [tuesday.officeId, monday.officeId],
      service: 'passport',
      now,
      limit: 1,
    });
    expect(byService.map((row) => row.officeId)).toEqual([monday.officeId]);
  });
});
