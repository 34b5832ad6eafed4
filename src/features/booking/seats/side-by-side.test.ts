import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { findOffering } from '#features/offices/index.ts';
import { freeSlots, oncePerStart } from '#features/planner/index.ts';
import { buildOffice, type BuiltOffice } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { hold } from '../hold/hold.ts';
import { createSeatEngine, type SeatEngine } from './engine.ts';
import { seatFaults } from './seat-faults.query.ts';

const deps = useDeps();

/** Planners of one office that serve the same service in the same hours. */
async function sideBySide(planners: number, wish: { slots: number; capacity: number }): Promise<BuiltOffice> {
  const { db } = deps.current;
  const office = await buildOffice(db, wish);
  for (let more = 1; more < planners; more += 1) {
    await sql`
      WITH p AS (INSERT INTO planner (office_id, name, published, updated_at)
                 VALUES (${office.officeId}, ${`Sportello ${more}`}, true, '2026-11-01') RETURNING id),
      served AS (INSERT INTO planner_offering SELECT p.id, ${office.offeringId} FROM p)
      INSERT INTO slot (planner_id, starts_at, ends_at, day, opens_at, planned, capacity)
      SELECT p.id, s.starts_at, s.ends_at, s.day, s.opens_at, s.planned, s.capacity
      FROM p, slot s WHERE s.planner_id = ${office.plannerId} ORDER BY s.starts_at`.execute(db);
  }
  return office;
}

async function take(
  office: BuiltOffice,
  where: { slot: string } | { from: undefined; to: undefined },
  engine: SeatEngine,
  party = 1,
) {
  const { db, clock } = deps.current;
  const offering = await findOffering(db, office.officeId, 'passport');
  if (!offering) throw new Error('no offering');
  const id = randomUUID();
  const wish = { office: { id: office.officeId, timeZone: 'Europe/London' }, offering, where, party, accountId: null };
  return hold({ engine, db }, { ...wish, id, ownerKey: `p:${id}:${id}`, rescheduleOf: null, now: clock.now() });
}

async function takenByPlanner(office: BuiltOffice): Promise<number[]> {
  const { rows } = await sql<{ taken: number }>`
    SELECT sum(s.taken)::int AS taken FROM slot s JOIN planner p ON p.id = s.planner_id
    WHERE p.office_id = ${office.officeId} GROUP BY p.id ORDER BY p.id`.execute(deps.current.db);
  return rows.map(({ taken }) => taken);
}

describe('planners that work side by side', () => {
  it('show one time with the seats of all', async () => {
    const { db, clock } = deps.current;
    const office = await sideBySide(4, { slots: 2, capacity: 3 });
    const date = Temporal.PlainDate.from('2027-01-14');
    const slots = await freeSlots(db, { offeringId: office.offeringId, date, now: clock.now() });
    expect(oncePerStart(slots).map(({ free }) => free)).toEqual([12, 12]);
  });

  it('share a hundred bookings of one time evenly, one after the other', async () => {
    const office = await sideBySide(4, { slots: 1, capacity: 30 });
    const engine = createSeatEngine(deps.current.pool);
    const [slot = ''] = office.slots;
    for (let n = 0; n < 100; n += 1) expect(await take(office, { slot }, engine)).toMatchObject({ ok: true });
    expect(await takenByPlanner(office)).toEqual([25, 25, 25, 25]);
  });

  it('share a hundred bookings evenly when all come at once, through two processes, at hours with a seat each', async () => {
    const { db, pool } = deps.current;
    const office = await sideBySide(4, { slots: 50, capacity: 1 });
    const engines = [createSeatEngine(pool), createSeatEngine(pool)];
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        take(office, { slot: office.slots[n % 50] ?? '' }, engines[n % 2] as SeatEngine),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(100);
    const taken = await takenByPlanner(office);
    expect(taken.reduce((sum, seats) => sum + seats, 0)).toBe(100);
    expect(Math.max(...taken) - Math.min(...taken), String(taken)).toBeLessThanOrEqual(4);
    expect(await seatFaults(db)).toEqual([]);
  });

  it('give a party the planner that has room for it, and the last seat wherever it is', async () => {
    const office = await sideBySide(2, { slots: 1, capacity: 3 });
    const engine = createSeatEngine(deps.current.pool);
    const [slot = ''] = office.slots;
    const answers = [];
    for (const party of [2, 2, 2, 1, 1, 1]) answers.push((await take(office, { slot }, engine, party)).ok);
    expect(answers).toEqual([true, true, false, true, true, false]);
    expect(await takenByPlanner(office)).toEqual([3, 3]);
  });
});

describe('how long a seat is kept', () => {
  it('is ten minutes, or what the planner says', async () => {
    const { db, clock, pool } = deps.current;
    const office = await sideBySide(1, { slots: 1, capacity: 3 });
    const engine = createSeatEngine(pool);
    const [slot = ''] = office.slots;
    const minutes = async (owner: string) => {
      const offering = await findOffering(db, office.officeId, 'passport');
      if (!offering) throw new Error('no offering');
      const wish = { office: { id: office.officeId, timeZone: 'Europe/London' }, offering, party: 1, accountId: 1 };
      const now = clock.now();
      const held = await hold(
        { engine, db },
        { ...wish, id: randomUUID(), where: { slot }, ownerKey: owner, rescheduleOf: null, now },
      );
      return held.ok ? now.until(held.expiresAt).total('minutes') : held.reason;
    };
    expect(await minutes('b:one')).toBe(10);
    await sql`UPDATE planner SET hold_minutes = 20 WHERE id = ${office.plannerId}`.execute(db);
    expect(await minutes('b:two')).toBe(20);
    expect(await minutes('p:1:two')).toBe(10);
  });
});
