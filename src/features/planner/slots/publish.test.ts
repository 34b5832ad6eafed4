import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { buildOffice } from '#test/build-office.ts';
import { transact } from '#platform/transaction.ts';
import { addRule, buildPlanner, byManager, publish as publishAt, type RuleWish } from '#test/build-planner.ts';
import { useDeps } from '#test/deps.ts';
import { publishPlanner, remakeSlots, unpublishPlanner } from './publish.ts';
import { rollHorizons } from './roll-horizon.job.ts';

const deps = useDeps();

async function planner(rules: RuleWish[] = [{}], more: { horizonDays?: number; zone?: string } = {}): Promise<number> {
  const { db } = deps.current;
  const office = await buildOffice(db, { zone: more.zone ?? 'Europe/London' });
  return buildPlanner(db, {
    officeId: office.officeId,
    offeringIds: [office.offeringId],
    rules,
    horizonDays: more.horizonDays ?? 3,
  });
}

const publish = (plannerId: number) => publishAt(deps.current.db, plannerId, deps.current.clock.now());

interface SlotRow {
  id: string;
  at: string;
  planned: number;
  capacity: number;
  taken: number;
  minutes: number;
}

async function slotsOn(plannerId: number, day: string): Promise<SlotRow[]> {
  const { rows } = await sql<SlotRow>`
    SELECT id, to_char(starts_at, 'HH24:MI') AS at, planned, capacity, taken, (extract(epoch FROM ends_at - starts_at) / 60)::int AS minutes
    FROM slot WHERE planner_id = ${plannerId} AND day = ${day} ORDER BY starts_at`.execute(deps.current.db);
  return rows;
}

const brief = (rows: SlotRow[]) => rows.map((row) => `${row.at} ${row.planned}/${row.capacity}/${row.taken}`);

async function take(plannerId: number, day: string, at: string, seats = 1): Promise<void> {
  await sql`UPDATE slot SET taken = taken + ${seats} WHERE planner_id = ${plannerId} AND day = ${day}
            AND to_char(starts_at, 'HH24:MI') = ${at}`.execute(deps.current.db);
}

async function newRules(plannerId: number, ...rules: RuleWish[]): Promise<void> {
  await sql`DELETE FROM opening_rule WHERE planner_id = ${plannerId}`.execute(deps.current.db);
  for (const rule of rules) await addRule(deps.current.db, plannerId, rule);
}

describe('publishing a planner', () => {
  it('makes the slots from now to the horizon and two days more, each with the instant its day opens', async () => {
    const id = await planner([{ starts: '09:00', ends: '11:00' }]);
    const outcome = await publish(id);
    // The clock stands at 10:00 in London: the slot of this very minute is past.
    expect(brief(await slotsOn(id, '2026-11-22'))).toEqual(['10:20 2/2/0', '10:40 2/2/0']);
    expect(outcome).toMatchObject({ ok: true, made: 2 + 5 * 6, changed: 0, withdrawn: 0, keptTaken: 0, uncovered: [] });
    const opens = await sql<{ day: string; opens: string }>`
      SELECT DISTINCT day::text, opens_at::text AS opens FROM slot WHERE planner_id = ${id} ORDER BY 1 DESC LIMIT 2`.execute(
      deps.current.db,
    );
    expect(opens.rows).toEqual([
      { day: '2026-11-27', opens: '2026-11-24 00:00:00+00' },
      { day: '2026-11-26', opens: '2026-11-23 00:00:00+00' },
    ]);
  });

  it('changes nothing the second time', async () => {
    const id = await planner();
    await publish(id);
    const before = await slotsOn(id, '2026-11-23');
    expect(await publish(id)).toMatchObject({ made: 0, changed: 0, withdrawn: 0, keptTaken: 0 });
    expect(await slotsOn(id, '2026-11-23')).toEqual(before);
  });

  it('is refused without a rule and without a planner', async () => {
    expect(await publish(await planner([]))).toEqual({ ok: false, reason: 'no-rules' });
    const { db, clock } = deps.current;
    const theirs = { ...(await byManager(db, await planner(), clock.now())), plannerId: await planner() };
    expect(await transact(db, (tx) => publishPlanner(tx, theirs))).toEqual({ ok: false, reason: 'unknown-planner' });
    const nobodys = { ...theirs, plannerId: 999_999 };
    expect(await transact(db, (tx) => publishPlanner(tx, nobodys))).toEqual({ ok: false, reason: 'unknown-planner' });
  });

  it('keeps whoever has a seat, and withdraws the rest', async () => {
    const id = await planner();
    await publish(id);
    await take(id, '2026-11-23', '09:20');
    await newRules(id, { starts: '14:00', ends: '14:40' });
    const outcome = await publish(id);
    expect(brief(await slotsOn(id, '2026-11-23'))).toEqual([
      '09:00 0/0/0',
      '09:20 0/1/1',
      '09:40 0/0/0',
      '14:00 2/2/0',
      '14:20 2/2/0',
    ]);
    expect(outcome).toMatchObject({ keptTaken: 1, uncovered: [{ seats: 1 }] });
  });

  it('brings a withdrawn slot back as itself', async () => {
    const id = await planner();
    await publish(id);
    const before = await slotsOn(id, '2026-11-23');
    await newRules(id, { starts: '14:00', ends: '14:20' });
    await publish(id);
    await newRules(id, {});
    await publish(id);
    expect((await slotsOn(id, '2026-11-23')).filter((row) => row.planned > 0)).toEqual(before);
  });

  it('follows more and fewer desks, never below the seats taken', async () => {
    const id = await planner([{ desks: 4 }]);
    await publish(id);
    await take(id, '2026-11-23', '09:00', 3);
    await newRules(id, { desks: 2 });
    expect(await publish(id)).toMatchObject({ keptTaken: 1, uncovered: [{ seats: 1 }] });
    expect(brief(await slotsOn(id, '2026-11-23'))).toEqual(['09:00 2/3/3', '09:20 2/2/0', '09:40 2/2/0']);
    await newRules(id, { desks: 5 });
    expect(await publish(id)).toMatchObject({ keptTaken: 0, uncovered: [] });
    expect(brief(await slotsOn(id, '2026-11-23'))).toEqual(['09:00 5/5/3', '09:20 5/5/0', '09:40 5/5/0']);
  });

  it('gives a taken slot no other end, and a free one the new', async () => {
    const id = await planner();
    await publish(id);
    await take(id, '2026-11-23', '09:00');
    await newRules(id, { minutes: 30 });
    expect(await publish(id)).toMatchObject({ ok: true, uncovered: [] });
    expect(
      (await slotsOn(id, '2026-11-23')).filter((row) => row.planned > 0).map((row) => [row.at, row.minutes]),
    ).toEqual([
      ['09:00', 20],
      ['09:30', 30],
    ]);
    expect(
      (await slotsOn(id, '2026-11-24')).filter((row) => row.planned > 0).map((row) => [row.at, row.minutes]),
    ).toEqual([
      ['09:00', 30],
      ['09:30', 30],
    ]);
  });

  it('leaves open what is open when its horizon gets shorter; what is not open yet waits for it', async () => {
    const id = await planner([{}], { horizonDays: 10 });
    await publish(id);
    await sql`UPDATE planner SET horizon_days = 2 WHERE id = ${id}`.execute(deps.current.db);
    await publish(id);
    const { rows } = await sql<{ day: string; opens: string }>`
      SELECT DISTINCT day::text, opens_at::date::text AS opens FROM slot WHERE planner_id = ${id} AND planned > 0
      ORDER BY 1 DESC LIMIT 3`.execute(deps.current.db);
    expect(rows).toEqual([
      { day: '2026-12-04', opens: '2026-12-02' },
      { day: '2026-12-03', opens: '2026-12-01' },
      { day: '2026-12-02', opens: '2026-11-22' },
    ]);
  });

  it('takes a closure into account without publishing the rules that are being edited', async () => {
    const id = await planner();
    const { db, clock } = deps.current;
    await publish(id);
    await newRules(id, { desks: 9 });
    await sql`INSERT INTO closure (office_id, first_day, last_day, starts, ends, reason, created_at)
              SELECT office_id, '2026-11-23', '2026-11-23', '09:30', '12:00', '{"it": "Assemblea"}', ${clock.now()} FROM planner WHERE id = ${id}`.execute(
      db,
    );
    await db.transaction().execute((tx) => remakeSlots(tx, { plannerId: id, now: clock.now() }));
    expect(brief(await slotsOn(id, '2026-11-23'))).toEqual(['09:00 2/2/0', '09:20 0/0/0', '09:40 0/0/0']);
    expect(brief(await slotsOn(id, '2026-11-24'))).toEqual(['09:00 2/2/0', '09:20 2/2/0', '09:40 2/2/0']);
  });

  it('can be undone: free slots go, people stay', async () => {
    const id = await planner();
    const { db, clock } = deps.current;
    await publish(id);
    await take(id, '2026-11-23', '09:00');
    const asked = await byManager(db, id, clock.now());
    const changes = await db.transaction().execute((tx) => unpublishPlanner(tx, asked));
    expect(changes).toMatchObject({ keptTaken: 1 });
    expect(brief(await slotsOn(id, '2026-11-23'))).toEqual(['09:00 0/1/1', '09:20 0/0/0', '09:40 0/0/0']);
  });

  it('never loses a seat nor breaks a count while people take and return seats', async () => {
    const { db } = deps.current;
    const id = await planner([{ starts: '09:00', ends: '18:00', desks: 3 }]);
    await publish(id);
    const { rows } = await sql<{ id: string }>`SELECT id FROM slot WHERE planner_id = ${id} ORDER BY id`.execute(db);
    const ids = rows.map((row) => row.id);
    const mine = new Map<string, number>();
    let over = false;
    async function person(seed: number): Promise<void> {
      for (let step = 0; !over; step += 1) {
        const slots = [
          ids[(seed * 7 + step * 5) % ids.length] ?? '',
          ids[(seed * 7 + step * 5 + 1) % ids.length] ?? '',
        ];
        const back = step % 3 === 2;
        await db.transaction().execute(async (tx) => {
          await sql`SELECT FROM slot WHERE id = ANY (${slots}::bigint[]) ORDER BY id FOR NO KEY UPDATE`.execute(tx);
          for (const slot of slots) {
            if (back && (mine.get(`${seed} ${slot}`) ?? 0) > 0) {
              await sql`UPDATE slot SET taken = taken - 1, capacity = greatest(planned, taken - 1) WHERE id = ${slot}`.execute(
                tx,
              );
              mine.set(`${seed} ${slot}`, (mine.get(`${seed} ${slot}`) ?? 0) - 1);
            } else if (!back) {
              const won = await sql`UPDATE slot SET taken = taken + 1 WHERE id = ${slot} AND taken < capacity`.execute(
                tx,
              );
              if (won.numAffectedRows === 1n) mine.set(`${seed} ${slot}`, (mine.get(`${seed} ${slot}`) ?? 0) + 1);
            }
          }
        });
      }
    }
    const people = Array.from({ length: 6 }, (_, seed) => person(seed));
    for (let round = 0; round < 30; round += 1) {
      await newRules(id, {
        starts: round % 2 ? '09:00' : '12:00',
        ends: '18:00',
        minutes: round % 3 ? 20 : 30,
        desks: 1 + (round % 4),
      });
      await Promise.all([publish(id), publish(id)]);
    }
    over = true;
    await Promise.all(people);
    const counted = new Map<string, number>();
    for (const [key, seats] of mine)
      counted.set(key.split(' ')[1] ?? '', (counted.get(key.split(' ')[1] ?? '') ?? 0) + seats);
    const after = await sql<{
      id: string;
      taken: number;
    }>`SELECT id, taken FROM slot WHERE planner_id = ${id} AND taken > 0`.execute(db);
    expect(new Map(after.rows.map((row) => [row.id, row.taken]))).toEqual(
      new Map([...counted].filter(([, seats]) => seats > 0)),
    );
    expect(counted.size).toBeGreaterThan(20);
  });
});

describe('the horizon that moves on by itself', () => {
  it('makes the new days, catches up after a standstill, and does nothing when nothing is due', async () => {
    const { clock } = deps.current;
    clock.set('2026-11-22T10:00:00Z');
    await rollHorizons(deps.current);
    const id = await planner();
    await publish(id);
    await newRules(id, { desks: 9 });
    expect(await rollHorizons(deps.current)).toBe(0);
    clock.set('2026-11-27T00:00:30Z');
    expect(await rollHorizons(deps.current)).toBeGreaterThan(0);
    expect(await rollHorizons(deps.current)).toBe(0);
    // From the rules as published, not as being edited.
    expect(brief(await slotsOn(id, '2026-12-02'))).toEqual(['09:00 2/2/0', '09:20 2/2/0', '09:40 2/2/0']);
    expect(await slotsOn(id, '2026-12-03')).toEqual([]);
    clock.set('2027-04-01T12:00:00Z');
    await rollHorizons(deps.current);
    // Summer time now: nine in London is eight in UTC. Nothing is made for the days that were missed.
    expect(brief(await slotsOn(id, '2027-04-06'))).toEqual(['08:00 2/2/0', '08:20 2/2/0', '08:40 2/2/0']);
    expect(await slotsOn(id, '2027-03-31')).toEqual([]);
    clock.set('2026-11-22T10:00:00Z');
  });

  it('keeps other planners moving when one cannot', async () => {
    const { clock, db } = deps.current;
    const [broken, sound] = [await planner(), await planner()];
    await publish(broken);
    await publish(sound);
    await sql`UPDATE planner SET published_rules = '[{"weekdays": 1}]' WHERE id = ${broken}`.execute(db);
    clock.set('2026-11-24T10:00:00Z');
    await expect(rollHorizons(deps.current)).rejects.toThrow('1 horizons');
    expect((await slotsOn(sound, '2026-11-29')).length).toBe(3);
    clock.set('2026-11-22T10:00:00Z');
  });
});
