import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { transact } from '#platform/transaction.ts';
import { buildOffice, type BuiltOffice } from '#test/build-office.ts';
import { testNow, useDeps } from '#test/deps.ts';
import { rewritePerson } from '#test/rewrite-person.ts';
import { waitingTools } from '#test/waiting-tools.ts';
import { seatFaults } from '../seats/seat-faults.query.ts';
import { acceptSeat, declineSeat } from './answer-seat.ts';
import { leaveList, sayStillNeeded } from './change-entry.ts';
import { endServed, lapseOffers, withdrawUncovered } from './sweeps.ts';
import type { Wishes } from './wishes.rules.ts';

const deps = useDeps();
const tools = waitingTools(deps);
const { officeWithList, waiting, cancel, ask, free, later, offers, stateOf, kept } = tools;

beforeEach(() => deps.current.clock.set(Temporal.Instant.from(testNow)));

describe('an offer', () => {
  async function offered(office: BuiltOffice, wishes: Partial<Wishes> = {}) {
    const { bookingId } = await tools.newBooking(office);
    const who = await waiting(office, wishes);
    await cancel(bookingId);
    await ask();
    expect(await offers(who.entryId)).toHaveLength(1);
    return who;
  }

  const answers = () => ({
    people: [tools.whoWaits()],
    contactEmail: 'ada@prova.example',
    contactPhone: null,
    reason: null,
    notes: null,
  });
  const accept = (entryId: string) => {
    const { db, secrets, clock } = deps.current;
    return transact(db, (tx) =>
      acceptSeat(tx, secrets, { entryId, answers: answers(), language: 'it', now: clock.now() }),
    );
  };
  const decline = (entryId: string) =>
    transact(deps.current.db, (tx) => declineSeat(tx, { entryId, now: deps.current.clock.now() }));
  const lapse = () => lapseOffers(deps.current.db, { now: deps.current.clock.now(), most: 1000 });

  it('accepted twice is one booking, and the list is left', async () => {
    const office = await officeWithList();
    const { entryId } = await offered(office);
    const once = await accept(entryId);
    expect(once.ok && (await accept(entryId))).toEqual({ ok: true, code: once.ok && once.code });
    expect(await stateOf(entryId)).toBe('accepted');
    expect(await kept(office)).toEqual([]);
    expect(await seatFaults(deps.current.db)).toEqual([]);
  });

  it('is kept through a release: others get the seats that open, the one who waited gets this one', async () => {
    const office = await officeWithList({ slots: 2, capacity: 1 });
    const opens = deps.current.clock.now().add({ hours: 5 });
    await sql`UPDATE slot SET opens_at = ${opens} WHERE id = ${office.slots[1] ?? ''}`.execute(deps.current.db);
    const { entryId } = await offered(office);
    later({ hours: 6 });
    const newcomer = { kind: 'account', accountId: await tools.newAccount() } as const;
    expect(await tools.held(office, newcomer)).toMatchObject({ ok: false, reason: 'slot-full' });
    expect((await tools.held(office, newcomer, { slot: 1 })).ok).toBe(true);
    expect((await accept(entryId)).ok).toBe(true);
    expect(await seatFaults(deps.current.db)).toEqual([]);
  });

  it('declined goes to who is next, and the place is kept', async () => {
    const office = await officeWithList();
    const { entryId } = await offered(office);
    const next = await waiting(office);
    expect(await decline(entryId)).toEqual({ ok: true });
    expect(await decline(entryId)).toEqual({ ok: true });
    await free();
    expect(await tools.freeSeats(office)).toEqual([0]);
    await ask();
    expect(await stateOf(entryId)).toBe('waiting');
    // It was declined: the same seat is not offered to the same person again.
    expect(await offers(entryId)).toHaveLength(1);
    expect(await offers(next.entryId)).toMatchObject([{ state: 'offered' }]);
  });

  it('can be accepted until its last second, not after', async () => {
    const office = await officeWithList();
    const { entryId } = await offered(office);
    later({ hours: 48 });
    expect(await accept(entryId)).toEqual({ ok: false, reason: 'offer-expired' });
    deps.current.clock.set(deps.current.clock.now().subtract({ seconds: 1 }));
    expect(await accept(entryId)).toMatchObject({ ok: true });
  });

  it('left to lapse twice puts the entry to sleep, which wakes at its old place', async () => {
    const office = await officeWithList({ slots: 2 });
    const { entryId } = await offered(office);
    const second = await tools.newBooking(office, { slot: 1 });
    later({ hours: 48 });
    await free();
    await lapse();
    expect(await stateOf(entryId)).toBe('waiting');
    await ask();
    await cancel(second.bookingId);
    await ask();
    expect((await offers(entryId)).map(({ state }) => state)).toEqual(['lapsed', 'offered']);
    later({ hours: 48 });
    await lapse();
    await lapse();
    expect(await stateOf(entryId)).toBe('asleep: lapses');
    await free();
    expect(await tools.freeSeats(office)).toEqual([1, 1]);
    await transact(deps.current.db, (tx) => sayStillNeeded(tx, { entryId, now: deps.current.clock.now() }));
    expect(await stateOf(entryId)).toBe('waiting');
  });

  it('is taken back where the office closes over it', async () => {
    const office = await officeWithList();
    const { entryId } = await offered(office);
    await sql`UPDATE slot SET planned = 0, capacity = taken WHERE planner_id = ${office.plannerId}`.execute(
      deps.current.db,
    );
    await withdrawUncovered(deps.current.db, { now: deps.current.clock.now(), most: 1000 });
    expect(await offers(entryId)).toMatchObject([{ state: 'withdrawn' }]);
    expect(await accept(entryId)).toEqual({ ok: false, reason: 'offer-expired' });
    await free();
    expect(await tools.freeSeats(office)).toEqual([0]);
    expect(await stateOf(entryId)).toBe('waiting');
    expect(await seatFaults(deps.current.db)).toEqual([]);
  });

  it('stays when the office opens more seats meanwhile', async () => {
    const office = await officeWithList();
    const { entryId } = await offered(office);
    await sql`UPDATE slot SET planned = 3, capacity = 3 WHERE planner_id = ${office.plannerId}`.execute(
      deps.current.db,
    );
    await withdrawUncovered(deps.current.db, { now: deps.current.clock.now(), most: 1000 });
    await ask();
    expect(await offers(entryId)).toMatchObject([{ state: 'offered' }]);
    expect(await accept(entryId)).toMatchObject({ ok: true });
  });

  it('ends when its person books elsewhere, and goes to who is next', async () => {
    const office = await officeWithList();
    const elsewhere = await buildOffice(deps.current.db, {});
    const { entryId, accountId } = await offered(office);
    const next = await waiting(office);
    const { bookingId } = await tools.newBooking(elsewhere);
    await rewritePerson(deps.current.db, { bookingId, personOf: accountId });
    await endServed(deps.current.db, { now: deps.current.clock.now(), most: 1000 });
    expect(await stateOf(entryId)).toBe('booked');
    await free();
    await ask();
    expect(await offers(next.entryId)).toMatchObject([{ state: 'offered' }]);
  });

  it('goes to who is next when its person leaves the list', async () => {
    const office = await officeWithList();
    const { entryId } = await offered(office);
    const next = await waiting(office);
    const leave = () => transact(deps.current.db, (tx) => leaveList(tx, { entryId, now: deps.current.clock.now() }));
    expect([await leave(), await leave()]).toEqual([{ ok: true }, { ok: true }]);
    await free();
    await ask();
    expect(await offers(next.entryId)).toMatchObject([{ state: 'offered' }]);
  });
});
