import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { transact } from '#platform/transaction.ts';
import { testNow, useDeps } from '#test/deps.ts';
import { waitingTools } from '#test/waiting-tools.ts';
import { seatFaults } from '../seats/seat-faults.query.ts';
import { acceptSeat } from '../waiting-list/answer-seat.ts';
import { passBookings } from './pass-bookings.ts';

const deps = useDeps();
const tools = waitingTools(deps);
const { officeWithList, waiting, cancel, ask, free, offers, stateOf } = tools;

beforeEach(() => deps.current.clock.set(Temporal.Instant.from(testNow)));

const pass = (keptId: number, closedId: number) =>
  transact(deps.current.db, (tx) => passBookings(tx, { keptId, closedId, now: deps.current.clock.now() }));

async function offered() {
  const office = await officeWithList();
  const { bookingId } = await tools.newBooking(office);
  const who = await waiting(office);
  await cancel(bookingId);
  await ask();
  expect(await offers(who.entryId)).toMatchObject([{ state: 'offered' }]);
  return { office, ...who };
}

describe('what passes to the account that stays', () => {
  it('is the place on a waiting list with the seat offered, which it may take', async () => {
    const { db, secrets, clock } = deps.current;
    const { entryId, accountId } = await offered();
    const keptId = await tools.newAccount();
    expect((await pass(keptId, accountId)).ok).toBe(true);
    const answers = {
      people: [tools.whoWaits()],
      contactEmail: 'ada@prova.example',
      contactPhone: null,
      reason: null,
      notes: null,
    };
    const outcome = await transact(db, (tx) =>
      acceptSeat(tx, secrets, { entryId, answers, language: 'it', now: clock.now() }),
    );
    expect(outcome.ok).toBe(true);
    const { rows } = await sql<{ owner: number }>`SELECT account_id AS owner FROM booking WHERE live`.execute(db);
    expect(rows.map(({ owner }) => owner)).toContain(keptId);
    expect(await seatFaults(db)).toEqual([]);
  });

  it('is not a second place on the same list: it ends, and its seat goes to who is next', async () => {
    const { office, entryId, accountId } = await offered();
    const kept = await waiting(office);
    expect((await pass(kept.accountId, accountId)).ok).toBe(true);
    expect(await stateOf(entryId)).toBe('left');
    expect(await offers(entryId)).toMatchObject([{ state: 'withdrawn' }]);
    await free();
    await ask();
    expect(await offers(kept.entryId)).toMatchObject([{ state: 'offered' }]);
    expect(await seatFaults(deps.current.db)).toEqual([]);
  });

  it('is the seat held for a form, while the account that stays holds none', async () => {
    const { db } = deps.current;
    const office = await officeWithList({ capacity: 1 });
    const closedId = await tools.newAccount();
    const keptId = await tools.newAccount();
    const hold = await tools.heldId(office, { kind: 'account', accountId: closedId });
    expect((await pass(keptId, closedId)).ok).toBe(true);
    await free();
    expect(await tools.freeSeats(office)).toEqual([0]);
    const { rows } = await sql`SELECT account_id AS owner, state FROM hold WHERE id = ${hold}`.execute(db);
    expect(rows).toEqual([{ owner: keptId, state: 'live' }]);
    expect(await seatFaults(db)).toEqual([]);
  });

  it('is not a second seat held for a form: that is free again', async () => {
    const { db } = deps.current;
    const office = await officeWithList({ capacity: 2 });
    const closedId = await tools.newAccount();
    const keptId = await tools.newAccount();
    await tools.heldId(office, { kind: 'account', accountId: closedId });
    await tools.heldId(office, { kind: 'account', accountId: keptId });
    expect((await pass(keptId, closedId)).ok).toBe(true);
    await free();
    expect(await tools.freeSeats(office)).toEqual([1]);
    expect(await seatFaults(db)).toEqual([]);
  });
});
