import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildAccount, buildOffice, type BuiltOffice } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { createSeatEngine } from './engine.ts';
import type { SeatAnswer, SeatRequest } from './hold-batch.ts';
import { seatFaults } from './seat-faults.query.ts';

const deps = useDeps();
let accounts: number[] = [];

beforeAll(async () => {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO account (email, email_verified_at, given_name, family_name, created_at)
    SELECT 'rush-' || g || '@prova.example', '2026-11-01', 'Ada', 'Prova', '2026-11-01' FROM generate_series(1, 600) g
    RETURNING id`.execute(deps.current.db);
  accounts = rows.map((row) => row.id);
});

function wish(office: BuiltOffice, account: number | string, more: Partial<SeatRequest> = {}): SeatRequest {
  const now = deps.current.clock.now();
  const accountId = typeof account === 'number' ? account : null;
  return {
    id: randomUUID(),
    owner: accountId === null ? `b:${account}` : `a:${account}`,
    accountId,
    offeringId: office.offeringId,
    party: 1,
    candidates: [[office.slots[0] ?? '']],
    now,
    expiresAt: now.add({ minutes: 10 }),
    rescheduleOf: null,
    key: null,
    keyHash: null,
    ...more,
  };
}

function count(answers: readonly SeatAnswer[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const answer of answers) counts[answer.status] = (counts[answer.status] ?? 0) + 1;
  return counts;
}

async function taken(office: BuiltOffice): Promise<number[]> {
  const { rows } = await sql<{ taken: number }>`
    SELECT taken FROM slot WHERE planner_id = ${office.plannerId} ORDER BY starts_at`.execute(deps.current.db);
  return rows.map((row) => row.taken);
}

describe('many people at once', () => {
  it('gives exactly the seats there are to six hundred people who click together', async () => {
    const office = await buildOffice(deps.current.db, { capacity: 20 });
    const engine = createSeatEngine(deps.current.pool);
    const answers = await Promise.all(accounts.map((account) => engine.hold(wish(office, account))));
    expect(count(answers)).toEqual({ held: 20, full: 580 });
    expect(await taken(office)).toEqual([20]);
    expect(await seatFaults(deps.current.db)).toEqual([]);
  });

  it('gives exactly the seats there are when two processes decide in the same instant', async () => {
    const office = await buildOffice(deps.current.db, { capacity: 3, slots: 10 });
    const engines = [createSeatEngine(deps.current.pool), createSeatEngine(deps.current.pool)];
    const answers = await Promise.all(
      accounts
        .slice(0, 400)
        .map((account, index) =>
          (engines[index % 2] ?? createSeatEngine(deps.current.pool)).hold(
            wish(office, account, { candidates: [[office.slots[index % 10] ?? '']] }),
          ),
        ),
    );
    expect(count(answers)).toEqual({ held: 30, full: 370 });
    expect(await taken(office)).toEqual(Array.from({ length: 10 }, () => 3));
    expect(await seatFaults(deps.current.db)).toEqual([]);
  });

  it('takes a party whole or not at all', async () => {
    const office = await buildOffice(deps.current.db, { capacity: 10 });
    const engine = createSeatEngine(deps.current.pool);
    const answers = await Promise.all(
      accounts.slice(0, 100).map((account) => engine.hold(wish(office, account, { party: 3 }))),
    );
    expect(count(answers)).toEqual({ held: 3, full: 97 });
    expect(await taken(office)).toEqual([9]);
  });

  it('takes all slots of a long service or none, in any overlap', async () => {
    const office = await buildOffice(deps.current.db, { capacity: 2, slots: 6 });
    const engine = createSeatEngine(deps.current.pool);
    const run = (first: number): string[] => office.slots.slice(first, first + 3);
    const answers = await Promise.all(
      accounts
        .slice(0, 120)
        .map((account, index) => engine.hold(wish(office, account, { candidates: [run(index % 4)] }))),
    );
    const seats = (count(answers)['held'] ?? 0) * 3;
    expect((await taken(office)).reduce((sum, one) => sum + one, 0)).toBe(seats);
    expect(Math.max(...(await taken(office)))).toBeLessThanOrEqual(2);
    expect(await seatFaults(deps.current.db)).toEqual([]);
  });

  it('gives the earliest seats of several slots until none is left', async () => {
    const office = await buildOffice(deps.current.db, { capacity: 4, slots: 5 });
    const engine = createSeatEngine(deps.current.pool);
    const candidates = office.slots.map((slot) => [slot]);
    const answers = await Promise.all(
      accounts.slice(0, 200).map((account) => engine.hold(wish(office, account, { candidates }))),
    );
    expect(count(answers)).toEqual({ held: 20, full: 180 });
    expect(await taken(office)).toEqual([4, 4, 4, 4, 4]);
  });

  it('oversells under the naive design: the negative control of these tests', async () => {
    const office = await buildOffice(deps.current.db, { capacity: 1000 });
    const seats = 20;
    const { db } = deps.current;
    const outcomes = await Promise.all(
      accounts.slice(0, 200).map(async (account) => {
        const now = deps.current.clock.now();
        const seen = await sql<{
          n: number;
        }>`SELECT count(*)::int AS n FROM hold WHERE slot_id = ${office.slots[0]}`.execute(db);
        if ((seen.rows[0]?.n ?? 0) >= seats) return false;
        await sql`
          INSERT INTO hold (id, owner, slot_ids, slot_id, planner_id, offering_id, day, starts_at, ends_at, party, state,
                            seats_returned, created_at, first_expires_at, expires_at)
          VALUES (${randomUUID()}, ${`n:${account}`}, '{}', ${office.slots[0]}, ${office.plannerId}, ${office.offeringId}, '2027-01-14',
                  ${now}, ${now}, 1, 'released', true, ${now}, ${now}, ${now})`.execute(db);
        return true;
      }),
    );
    expect(outcomes.filter(Boolean).length).toBeGreaterThan(seats);
  });
});

describe('one owner', () => {
  it('gets the same hold again for the same seat, and takes it once', async () => {
    const office = await buildOffice(deps.current.db, { capacity: 1 });
    const engine = createSeatEngine(deps.current.pool);
    const account = accounts[0] ?? 0;
    const answers = await Promise.all([1, 2, 3].map(() => engine.hold(wish(office, account))));
    expect(new Set(answers.map((answer) => answer.holdId)).size).toBe(1);
    expect(count(answers)).toEqual({ held: 3 });
    expect(await taken(office)).toEqual([1]);
  });

  it('gets the same hold again when two processes decide the two clicks in the same instant', async () => {
    const office = await buildOffice(deps.current.db, { capacity: 50 });
    const engines = [createSeatEngine(deps.current.pool), createSeatEngine(deps.current.pool)];
    for (const account of accounts.slice(100, 130)) {
      const answers = await Promise.all(engines.map((engine) => engine.hold(wish(office, account))));
      expect(new Set(answers.map((answer) => answer.holdId)).size).toBe(1);
    }
    expect(await taken(office)).toEqual([30]);
  });

  it('keeps the old seat until the new one is won, then gives it back', async () => {
    const { db, pool, clock } = deps.current;
    const office = await buildOffice(db, { capacity: 1, slots: 2 });
    const engine = createSeatEngine(pool);
    const [mine = 0, other = 0] = accounts.slice(10, 12);
    const second = { candidates: [[office.slots[1] ?? '']] };
    await engine.hold(wish(office, mine));
    await engine.hold(wish(office, other, second));
    expect((await engine.hold(wish(office, mine, second))).status).toBe('full');
    expect(await taken(office)).toEqual([1, 1]);
    await sql`UPDATE hold SET state = 'released' WHERE owner = ${`a:${other}`}`.execute(db);
    await sql`SELECT release_seats(${clock.now()}, 100)`.execute(db);
    expect((await engine.hold(wish(office, mine, second))).status).toBe('held');
    await sql`SELECT release_seats(${clock.now()}, 100)`.execute(db);
    expect(await taken(office)).toEqual([0, 1]);
    expect(await seatFaults(db)).toEqual([]);
  });

  it('may not hold a seat for what their own person has booked already', async () => {
    const { db, pool } = deps.current;
    const office = await buildOffice(db, { capacity: 5 });
    const key = Buffer.alloc(32, 7);
    const account = await buildAccount(db, 'again@prova.example', { personKey: key });
    await sql`
      WITH b AS (
        INSERT INTO booking (code, office_id, offering_id, service_code, planner_id, slot_ids, slot_id, starts_at, ends_at, party, channel,
                             status, language, confirm_by, cancel_closes_at, created_at)
        VALUES ('PROVA234', ${office.officeId}, ${office.offeringId}, 'passport', ${office.plannerId}, ${office.slots}, ${office.slots[0]},
                '2027-01-14T09:00Z', '2027-01-14T09:20Z', 1, 'web', 'confirmed', 'it', 'nobody', '2027-01-14T09:00Z', '2026-11-20')
        RETURNING id)
      INSERT INTO booking_person (booking_id, position, given_name, family_name, relationship, person_key, service_code)
      SELECT id, 0, 'Ada', 'Prova', 'self', ${key}, 'passport' FROM b`.execute(db);
    await sql`UPDATE slot SET taken = 1 WHERE id = ${office.slots[0]}`.execute(db);
    const engine = createSeatEngine(pool);
    expect((await engine.hold(wish(office, account))).status).toBe('booked');
    expect((await engine.hold(wish(office, account, { forOthers: true }))).status).toBe('held');
    await sql`UPDATE hold SET state = 'released' WHERE owner = ${`a:${account}`}`.execute(db);
    await sql`SELECT release_seats(${deps.current.clock.now()}, 10)`.execute(db);
    expect(await taken(office)).toEqual([1]);
  });

  it('gets the first answer again for the same idempotency key, and is refused for another body', async () => {
    const { db, pool } = deps.current;
    const office = await buildOffice(db, { capacity: 9 });
    const engine = createSeatEngine(pool);
    const account = accounts[20] ?? 0;
    const keyed = (hash: number): Partial<SeatRequest> => ({ key: 'k-1', keyHash: Buffer.alloc(32, hash) });
    expect((await engine.hold(wish(office, account, keyed(1)))).status).toBe('held');
    expect((await engine.hold(wish(office, account, { ...keyed(1), party: 2 }))).status).toBe('replay');
    expect((await engine.hold(wish(office, account, keyed(2)))).status).toBe('key');
    expect(await taken(office)).toEqual([1]);
  });
});

describe('before login', () => {
  it('never holds more than a tenth of the free seats of a day in all', async () => {
    const office = await buildOffice(deps.current.db, { capacity: 10, slots: 6 });
    const engine = createSeatEngine(deps.current.pool);
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        engine.hold(wish(office, `browser-${index}`, { candidates: [[office.slots[index % 6] ?? '']] })),
      ),
    );
    expect(count(answers)).toEqual({ held: 6, cap: 54 });
  });

  it('lets a browser change its mind without counting its own seat against it', async () => {
    const office = await buildOffice(deps.current.db, { capacity: 10, slots: 1 });
    const later = await buildOffice(deps.current.db, { capacity: 5 });
    const engine = createSeatEngine(deps.current.pool);
    expect((await engine.hold(wish(office, 'fickle'))).status).toBe('held');
    expect((await engine.hold(wish(later, 'fickle'))).status).toBe('held');
    expect((await engine.hold(wish(office, 'fickle'))).status).toBe('held');
    expect((await engine.hold(wish(office, 'another'))).status).toBe('cap');
  });
});

describe('what cannot be held', () => {
  it('refuses a slot of another service, a slot not open yet, and one that is gone', async () => {
    const { db, pool } = deps.current;
    const engine = createSeatEngine(pool);
    const office = await buildOffice(db, { capacity: 5 });
    const other = await buildOffice(db, { service: 'cie', capacity: 5 });
    const later = await buildOffice(db, { capacity: 5, opensAt: '2026-12-01T00:00:00Z' });
    const past = await buildOffice(db, { capacity: 5, from: '2026-11-22T09:59:00Z' });
    const account = accounts[30] ?? 0;
    const status = async (at: BuiltOffice, more: Partial<SeatRequest> = {}): Promise<string> =>
      (await engine.hold(wish(at, account, more))).status;
    expect(await status(office, { candidates: [[other.slots[0] ?? '']] })).toBe('closed');
    expect(await status(later)).toBe('closed');
    expect(await status(past)).toBe('closed');
    expect(await status(office, { candidates: [['999999999']] })).toBe('full');
  });
});
