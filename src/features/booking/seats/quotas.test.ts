import { randomInt, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { type Asker, earliestSlots, firstFree, freeDays, groupOf, type Quota } from '#features/planner/index.ts';
import { bookingTools } from '#test/booking-tools.ts';
import { buildOffice, type BuiltOffice } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { candidateRuns } from '../hold/candidate-runs.query.ts';
import { hold } from '../hold/hold.ts';
import { releaseHold } from '../hold/hold-changes.ts';
import { transact } from '#platform/transaction.ts';
import { cancelByOffice } from '../cancel.ts';
import { createSeatEngine, type SeatEngine } from './engine.ts';
import { seatFaults } from './seat-faults.query.ts';

const deps = useDeps();
const tools = bookingTools(deps);
const web: Asker = { channel: 'web' };
const resident: Asker = { channel: 'web', resident: true };
const phone: Asker = { channel: 'phone', resident: false };
const desk: Asker = { channel: 'desk' };

const quota = (more: Partial<Quota>): Quota => ({
  who: 'elsewhere',
  kind: 'at-most',
  seats: 1,
  per: 'slot',
  untilMinutes: null,
  ...more,
});

async function officeWith(quotas: readonly Quota[], wish: Parameters<typeof buildOffice>[1] = {}) {
  const { db } = deps.current;
  const office = await buildOffice(db, { capacity: 4, slots: 3, ...wish });
  await sql`UPDATE planner SET quotas = ${JSON.stringify(quotas)}::jsonb WHERE id = ${office.plannerId}`.execute(db);
  return office;
}

async function ask(
  office: BuiltOffice,
  asker: Asker,
  more: { engine?: SeatEngine; slot?: number; party?: number; owner?: string; earliest?: true; moves?: string } = {},
) {
  const { db, pool, clock } = deps.current;
  const id = randomUUID();
  const outcome = await hold(
    { engine: more.engine ?? createSeatEngine(pool), db },
    {
      id,
      office: { id: office.officeId, timeZone: 'Europe/London' },
      offering: {
        id: office.offeringId,
        durationMinutes: null,
        partyMax: 5,
        horizonFromDays: 0,
        horizonDays: null,
        noticeMinutes: null,
      },
      where: more.earliest ? { from: undefined, to: undefined } : { slot: office.slots[more.slot ?? 0] ?? '' },
      party: more.party ?? 1,
      ownerKey: more.owner ?? `p:${id}:${id}`,
      accountId: null,
      rescheduleOf: more.moves ?? null,
      asker,
      now: clock.now(),
    },
  );
  return outcome.ok ? 'held' : outcome.reason;
}

async function seen(office: BuiltOffice, asker: Asker) {
  const { db, clock } = deps.current;
  const wish = { offeringId: office.offeringId, asker, now: clock.now() };
  const slots = await earliestSlots(db, { ...wish, limit: 100 });
  const { days } = await freeDays(db, wish);
  const [first] = await firstFree(db, { offeringIds: [office.offeringId], asker, now: clock.now(), limit: 1 });
  const at = (id: string) => office.slots.indexOf(id);
  return {
    slots: Object.fromEntries(slots.map(({ id, free }) => [at(id), free])),
    day: days.reduce((sum, { free }) => sum + free, 0),
    first: first && slots[0] && first.startsAt.equals(slots[0].startsAt) ? at(slots[0].id) : undefined,
  };
}

describe('a quota of each slot', () => {
  it('lets so many people from elsewhere in, and who does not say counts as one of them', async () => {
    const office = await officeWith([quota({ seats: 2 })]);
    expect(await seen(office, web)).toEqual({ slots: { 0: 2, 1: 2, 2: 2 }, day: 6, first: 0 });
    expect(await seen(office, resident)).toEqual({ slots: { 0: 4, 1: 4, 2: 4 }, day: 12, first: 0 });
    expect([await ask(office, web), await ask(office, phone), await ask(office, web)]).toEqual([
      'held',
      'held',
      'quota-full',
    ]);
    expect(await seen(office, web)).toEqual({ slots: { 1: 2, 2: 2 }, day: 4, first: 1 });
    expect([await ask(office, resident), await ask(office, resident), await ask(office, resident)]).toEqual([
      'held',
      'held',
      'slot-full',
    ]);
    expect(await ask(office, web, { party: 3, slot: 1 })).toBe('quota-full');
  });

  it('keeps seats for those who book at the desk and by phone, both at once, and they find them', async () => {
    const office = await officeWith([
      quota({ who: 'desk', kind: 'reserved', seats: 1 }),
      quota({ who: 'phone', kind: 'reserved', seats: 2 }),
    ]);
    expect((await seen(office, web)).slots).toEqual({ 0: 1, 1: 1, 2: 1 });
    expect((await seen(office, desk)).slots).toEqual({ 0: 2, 1: 2, 2: 2 });
    expect([await ask(office, web), await ask(office, web), await ask(office, desk)]).toEqual([
      'held',
      'quota-full',
      'held',
    ]);
    expect([await ask(office, desk), await ask(office, phone), await ask(office, phone)]).toEqual([
      'quota-full',
      'held',
      'held',
    ]);
    expect(await ask(office, phone)).toBe('slot-full');
  });

  it('lets go of what is left so long before the appointment', async () => {
    const { clock } = deps.current;
    const office = await officeWith([quota({ who: 'desk', kind: 'reserved', seats: 4, untilMinutes: 60 })]);
    expect(await seen(office, web)).toEqual({ slots: {}, day: 0, first: undefined });
    expect(await ask(office, web)).toBe('quota-full');
    const before = clock.now();
    clock.set('2027-01-14T08:25:00Z');
    expect((await seen(office, web)).slots).toEqual({ 0: 4, 1: 4 });
    expect([await ask(office, web), await ask(office, web, { slot: 2 })]).toEqual(['held', 'quota-full']);
    clock.set(before.toString());
  });
});

describe('a quota of a whole day', () => {
  it('counts all its slots together', async () => {
    const office = await officeWith([quota({ who: 'web', seats: 3, per: 'day' })]);
    expect(await seen(office, web)).toEqual({ slots: { 0: 3, 1: 3, 2: 3 }, day: 3, first: 0 });
    expect([await ask(office, web, { party: 2 }), await ask(office, web, { slot: 2 })]).toEqual(['held', 'held']);
    expect(await seen(office, web)).toEqual({ slots: {}, day: 0, first: undefined });
    expect(await ask(office, web, { slot: 1 })).toBe('quota-full');
    expect(await ask(office, web, { earliest: true })).toBe('none-left');
    expect(await ask(office, desk, { slot: 1, party: 4 })).toBe('held');
  });

  it('that is kept for some leaves the others what is not kept', async () => {
    const office = await officeWith([quota({ who: 'resident', kind: 'reserved', seats: 9, per: 'day' })]);
    expect((await seen(office, web)).day).toBe(3);
    expect(await ask(office, web, { party: 3 })).toBe('held');
    expect(await ask(office, web, { slot: 1 })).toBe('quota-full');
    expect(await ask(office, resident, { slot: 1, party: 4 })).toBe('held');
    expect((await seen(office, web)).day).toBe(0);
    expect((await seen(office, resident)).day).toBe(5);
  });
});

it('seats given before there were quotas begin to count, and those that come back are there again', async () => {
  const { db, secrets, clock } = deps.current;
  const office = await officeWith([quota({ who: 'web', seats: 1 })], { slots: 1 });
  await sql`UPDATE planner SET quotas = NULL WHERE id = ${office.plannerId}`.execute(db);
  const accountId = await tools.newAccount();
  const owner = { kind: 'account', accountId } as const;
  const held = await tools.held(office, owner);
  if (!held.ok) throw new Error(held.reason);
  const booked = await tools.booked(held.holdId, accountId);
  if (!booked.ok) throw new Error(booked.reason);
  await sql`UPDATE planner SET quotas = ${JSON.stringify([quota({ who: 'web' })])}::jsonb WHERE id = ${office.plannerId}`.execute(
    db,
  );
  await sql`SELECT count_in_quotas(${clock.now()}, ${office.plannerId})`.execute(db);
  expect(await ask(office, web)).toBe('quota-full');
  const about = { bookingId: booked.bookingId, operatorId: accountId, reason: 'chiuso', now: clock.now() };
  expect(await transact(db, (tx) => cancelByOffice(tx, secrets, about))).toMatchObject({ ok: true });
  expect(await ask(office, web)).toBe('held');
  expect(
    await candidateRuns(db, {
      offeringId: office.offeringId,
      durationMinutes: null,
      party: 1,
      from: undefined,
      to: undefined,
      asker: web,
      now: clock.now(),
    }),
  ).toEqual([]);
});

const groups: readonly Asker[] = [web, resident, phone, { channel: 'desk', resident: true }, { channel: 'phone' }];
const rules: readonly Quota[] = [
  quota({ who: 'elsewhere', seats: 2 }),
  quota({ who: 'web', seats: 9, per: 'day' }),
  quota({ who: 'desk', kind: 'reserved', seats: 3, per: 'day' }),
  quota({ who: 'phone', kind: 'reserved', seats: 1 }),
];

/** What is broken, by counting holds and bookings one by one, without any function of the database. */
async function broken(office: BuiltOffice, quotas: readonly Quota[]): Promise<string[]> {
  const { rows } = await sql<{ slot: string; group: string; party: number }>`
    SELECT u.id AS slot, x.quota_group AS "group", x.party FROM (
      SELECT slot_ids, quota_group, party FROM hold WHERE planner_id = ${office.plannerId}
        AND (state = 'live' OR (state = 'released' AND NOT seats_returned))
      UNION ALL SELECT slot_ids, quota_group, party FROM booking WHERE planner_id = ${office.plannerId} AND status <> 'cancelled') x
    CROSS JOIN unnest(x.slot_ids) AS u(id)`.execute(deps.current.db);
  const isIn = (who: string, group: string) =>
    group.split(':').includes(who) || (who === 'elsewhere' && group.endsWith(':unsaid'));
  return quotas.flatMap((rule) => {
    const places = rule.per === 'day' ? [office.slots] : office.slots.map((slot) => [slot]);
    return places.flatMap((slots) => {
      const taken = rows.filter(
        ({ slot, group }) => slots.includes(slot) && isIn(rule.who, group) === (rule.kind === 'at-most'),
      );
      const seats = taken.reduce((sum, { party }) => sum + party, 0);
      const most = rule.kind === 'at-most' ? rule.seats : slots.length * 4 - rule.seats;
      return seats > most ? [`${rule.kind} ${rule.who} per ${rule.per}: ${seats} of ${most}`] : [];
    });
  });
}

it('is never exceeded, and no seat is lost, while a crowd of all groups takes and returns seats through two engines', async () => {
  const { db, pool, secrets, clock } = deps.current;
  const office = await officeWith(rules, { slots: 8, capacity: 4 });
  const engines = [createSeatEngine(pool), createSeatEngine(pool)];
  const seed = randomInt(2 ** 31);
  for (let round = 0; round < 12; round += 1) {
    await Promise.all(
      Array.from({ length: 60 }, (_, n) =>
        ask(office, groups[(n + seed) % groups.length] ?? web, {
          engine: engines[n % 2] as SeatEngine,
          slot: (n * 7 + round + seed) % 8,
          party: 1 + ((n + round) % 2),
          ...(n % 5 === 0 && { earliest: true }),
        }),
      ),
    );
    expect(await broken(office, rules), `seed ${seed}`).toEqual([]);
    expect(await seatFaults(db), `seed ${seed}`).toEqual([]);
    const { rows } = await sql<{ id: string; owner: string }>`
      SELECT id, owner FROM hold WHERE planner_id = ${office.plannerId} AND state = 'live'`.execute(db);
    for (const [n, { id }] of rows.entries()) {
      if ((n + round) % 3 > 0) continue;
      await sql`UPDATE hold SET owner = ${`m:${n}${id}`} WHERE id = ${id}`.execute(db);
      await releaseHold(db, secrets, {
        holdId: id,
        owner: { kind: 'move', bookingId: `${n}${id}` },
        now: clock.now(),
      });
    }
    expect(await seatFaults(db)).toEqual([]);
  }
  // All are given back: every group finds what an untouched day offers it.
  await sql`UPDATE hold SET state = 'released' WHERE planner_id = ${office.plannerId} AND state = 'live'`.execute(db);
  await sql`SELECT release_seats(${clock.now()}, 1000)`.execute(db);
  const untouched = await officeWith(rules, { slots: 8, capacity: 4 });
  for (const group of groups) expect(await seen(office, group), groupOf(group)).toEqual(await seen(untouched, group));
}, 60_000);

it('is exceeded without the lock of the day: the negative control of these tests', async () => {
  const { db, pool } = deps.current;
  const { rows } = await sql<{ text: string }>`
    SELECT pg_get_functiondef(oid) AS text FROM pg_proc WHERE proname = 'hold_batch'`.execute(db);
  const before = rows[0]?.text ?? '';
  const unlocked = before.replace('PERFORM pg_advisory_xact_lock(-d.planner_id', 'PERFORM coalesce(-d.planner_id');
  const slow = unlocked.replace('-- A seat the owner holds', 'PERFORM pg_sleep(0.05);\n  -- A seat the owner holds');
  expect(new Set([before, unlocked, slow]).size).toBe(3);
  await sql.raw(slow).execute(db);
  try {
    const dayRule = [quota({ who: 'web', seats: 1, per: 'day' })];
    const office = await officeWith(dayRule);
    const answers = await Promise.all([0, 1].map((slot) => ask(office, web, { slot, engine: createSeatEngine(pool) })));
    expect(answers).toEqual(['held', 'held']);
    expect(await broken(office, dayRule)).toHaveLength(1);
  } finally {
    await sql.raw(before).execute(db);
  }
});

const moves = [['another', null, 'web:unsaid'] as const, ['the same', 'H501', 'web:resident'] as const];
it.each(moves)(
  'a resident who moves to an office of %s municipality is counted as where they live',
  async (_which, there, group) => {
    const { db } = deps.current;
    const [from, to] = [await officeWith([quota({})]), await officeWith([quota({})])];
    await sql`
    INSERT INTO municipality (code, istat, name, province_code, province, region, search)
    VALUES ('H501', '058091', 'Roma', 'RM', 'Roma', 'Lazio', 'roma') ON CONFLICT DO NOTHING`.execute(db);
    await sql`UPDATE office SET municipality_code = 'H501' WHERE id = ${from.officeId}`.execute(db);
    await sql`UPDATE office SET municipality_code = ${there} WHERE id = ${to.officeId}`.execute(db);
    const accountId = await tools.newAccount();
    const holdId = await tools.heldId(from, { kind: 'account', accountId });
    const booked = await tools.booked(holdId, accountId);
    if (!booked.ok) throw new Error(booked.reason);
    await sql`UPDATE booking SET quota_group = 'web:resident' WHERE id = ${booked.bookingId}`.execute(db);
    expect(await ask(to, web, { moves: booked.bookingId, owner: `a:${accountId}` })).toBe('held');
    const { rows } = await sql<{ group: string }>`
    SELECT quota_group AS "group" FROM hold WHERE reschedule_of = ${booked.bookingId}`.execute(db);
    expect(rows).toEqual([{ group }]);
  },
);
