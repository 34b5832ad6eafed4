import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { blockAccount } from '#features/identity/index.ts';
import { transact } from '#platform/transaction.ts';
import { testNow, useDeps } from '#test/deps.ts';
import { waitingTools } from '#test/waiting-tools.ts';
import { seatFaults } from '../seats/seat-faults.query.ts';
import { offerFreedSeats } from './offer-seats.job.ts';

const deps = useDeps();
const tools = waitingTools(deps);
const { officeWithList, waiting, cancel, ask, free, later, offers, kept, random } = tools;

beforeEach(() => deps.current.clock.set(Temporal.Instant.from(testNow)));

describe('a seat that comes back', () => {
  it('is free at once where nobody waits and the planner says nothing', async () => {
    const office = await officeWithList();
    await cancel((await tools.newBooking(office)).bookingId);
    expect(await tools.freeSeats(office)).toEqual([1]);
    expect(await kept(office)).toEqual([]);
  });

  it('is withheld until an instant between the two limits, where the planner draws it', async () => {
    const office = await officeWithList({ slots: 30 });
    await random(office);
    const bookings = [];
    for (let slot = 0; slot < 30; slot += 1) bookings.push(await tools.newBooking(office, { slot }));
    for (const { bookingId } of bookings) await cancel(bookingId);
    expect(await tools.freeSeats(office)).toEqual(Array.from({ length: 30 }, () => 0));
    const { rows } = await sql<{ minutes: number }>`
      SELECT (extract(epoch FROM expires_at - created_at) / 60)::float AS minutes FROM hold
      WHERE planner_id = ${office.plannerId} AND state = 'live' AND left(owner, 2) = 'w:'`.execute(deps.current.db);
    const minutes = rows.map((row) => row.minutes);
    expect(minutes).toHaveLength(30);
    expect(Math.min(...minutes)).toBeGreaterThanOrEqual(30);
    expect(Math.max(...minutes)).toBeLessThanOrEqual(60);
    expect(new Set(minutes).size).toBeGreaterThan(25);
    later({ minutes: 29 });
    await free();
    expect(await tools.freeSeats(office)).toEqual(Array.from({ length: 30 }, () => 0));
    later({ minutes: 31 });
    await free();
    expect(await tools.freeSeats(office)).toEqual(Array.from({ length: 30 }, () => 1));
    expect(await seatFaults(deps.current.db)).toEqual([]);
  });

  it('goes to who has waited longest, and is never public on its way', async () => {
    const office = await officeWithList();
    const { bookingId } = await tools.newBooking(office);
    const first = await waiting(office);
    later({ seconds: 1 });
    const second = await waiting(office);
    await cancel(bookingId);
    expect(await tools.freeSeats(office)).toEqual([0]);
    expect(await kept(office)).toEqual(['f1']);
    await ask();
    await ask();
    expect(await offers(first.entryId)).toEqual([{ state: 'offered', startsAt: '09:00', hours: 48 }]);
    expect(await offers(second.entryId)).toEqual([]);
    expect(await kept(office)).toEqual(['l1']);
  });

  it('passes over whom it does not suit, and keeps their place', async () => {
    const office = await officeWithList();
    const { bookingId } = await tools.newBooking(office);
    const monday = await waiting(office, { weekdays: [1] });
    later({ seconds: 1 });
    const any = await waiting(office);
    await cancel(bookingId);
    await ask();
    expect(await offers(monday.entryId)).toEqual([]);
    expect(await offers(any.entryId)).toHaveLength(1);
  });

  it('passes over whose new bookings are blocked, and keeps their place', async () => {
    const { db, secrets, clock } = deps.current;
    const office = await officeWithList();
    const { bookingId, accountId: operatorId } = await tools.newBooking(office);
    const blocked = await waiting(office);
    later({ seconds: 1 });
    const next = await waiting(office);
    const { accountId } = blocked;
    const block = { accountId, place: null, kind: 'abuse', reason: 'Prova', lastDay: null, operatorId } as const;
    const done = await transact(db, (tx) => blockAccount(tx, secrets, { ...block, now: clock.now() }));
    expect(done.ok).toBe(true);
    await cancel(bookingId);
    await ask();
    expect([await offers(blocked.entryId), await tools.stateOf(blocked.entryId)]).toEqual([[], 'waiting']);
    expect(await offers(next.entryId)).toHaveLength(1);
  });

  it('that suits nobody becomes public, at once or after a drawn delay', async () => {
    const office = await officeWithList({ slots: 2 });
    await waiting(office, { weekdays: [1] });
    const bookings = [await tools.newBooking(office), await tools.newBooking(office, { slot: 1 })];
    await cancel(bookings[0]?.bookingId ?? '');
    await ask();
    expect(await tools.freeSeats(office)).toEqual([1, 0]);
    await random(office);
    await cancel(bookings[1]?.bookingId ?? '');
    await ask();
    expect([await tools.freeSeats(office), await kept(office)]).toEqual([[1, 0], ['w1']]);
    later({ minutes: 61 });
    await free();
    expect(await tools.freeSeats(office)).toEqual([1, 1]);
  });

  it('is divided among parties that it has room for', async () => {
    const office = await officeWithList({ capacity: 3 });
    const { bookingId } = await tools.newBooking(office, {
      people: [tools.somebody(), tools.somebody({ relationship: 'child' }), tools.somebody({ relationship: 'child' })],
    });
    const four = await waiting(office, { party: 4 });
    const two = await waiting(office, { party: 2 });
    const one = await waiting(office);
    await cancel(bookingId);
    await ask();
    expect([await offers(four.entryId), await kept(office)]).toEqual([[], ['l1', 'l2']]);
    expect([...(await offers(two.entryId)), ...(await offers(one.entryId))]).toHaveLength(2);
    expect(await seatFaults(deps.current.db)).toEqual([]);
  });

  it('too near to leave anybody time to answer skips the list', async () => {
    const office = await officeWithList({ from: '2026-11-23T09:00:00Z' });
    const { bookingId } = await tools.newBooking(office);
    const { entryId } = await waiting(office);
    deps.current.clock.set(Temporal.Instant.from('2026-11-22T20:59:00Z'));
    await sql`UPDATE booking SET cancel_closes_at = starts_at WHERE id = ${bookingId}`.execute(deps.current.db);
    await cancel(bookingId);
    await ask();
    expect([await offers(entryId), await tools.freeSeats(office)]).toEqual([[], [1]]);
  });

  it.each([
    ['is offered where the list says that four hours to answer are enough', 4, '2026-11-23T09:00:00Z', 1],
    ['skips the list with a minute less', 4, '2026-11-23T09:01:00Z', 0],
    ['skips a list that wants a day', 24, '2026-11-22T13:01:00Z', 0],
  ])('%s', async (_, leastHours, now, offered) => {
    const { db, clock } = deps.current;
    const office = await officeWithList({ from: '2026-11-23T15:00:00Z' });
    const { bookingId } = await tools.newBooking(office);
    const { entryId } = await waiting(office);
    await sql`INSERT INTO waiting_list (offering_id, least_hours) VALUES (${office.offeringId}, ${leastHours})`.execute(
      db,
    );
    clock.set(Temporal.Instant.from(now));
    await sql`UPDATE booking SET cancel_closes_at = starts_at WHERE id = ${bookingId}`.execute(db);
    await cancel(bookingId);
    expect((await kept(office)).length).toBe(offered);
    await ask();
    expect((await offers(entryId)).length).toBe(offered);
  });

  it('is public after an hour even if no worker asks the list', async () => {
    const office = await officeWithList();
    const { bookingId } = await tools.newBooking(office);
    await waiting(office);
    await cancel(bookingId);
    later({ minutes: 59 });
    await free();
    expect(await tools.freeSeats(office)).toEqual([0]);
    later({ minutes: 1 });
    await free();
    expect(await tools.freeSeats(office)).toEqual([1]);
  });

  it('that is withheld goes to whoever joins meanwhile', async () => {
    const office = await officeWithList();
    await random(office);
    const { bookingId } = await tools.newBooking(office);
    await cancel(bookingId);
    const { entryId } = await waiting(office);
    await offerFreedSeats(deps.current, { entryId });
    expect([await offers(entryId), await kept(office)]).toMatchObject([[{ state: 'offered' }], ['l1']]);
  });

  it.each(['priority', 'desk'])(
    'that is kept for some (%s) is not the list’s, nor of whoever joins',
    async (audience) => {
      const office = await officeWithList({ slots: 2 });
      const keep = (until: number | null) =>
        sql`
      UPDATE planner SET audience = ${audience}, priority_grounds = '{age}', audience_until_minutes = ${until}
      WHERE id = ${office.plannerId}`.execute(deps.current.db);
      const bookings = [await tools.newBooking(office), await tools.newBooking(office, { slot: 1 })];
      await keep(null);
      const { entryId } = await waiting(office);
      await cancel(bookings[0]?.bookingId ?? '');
      await ask();
      expect([await offers(entryId), await kept(office), await tools.freeSeats(office)]).toEqual([[], [], [1, 0]]);
      await random(office);
      await cancel(bookings[1]?.bookingId ?? '');
      expect(await kept(office)).toEqual(['w1']);
      await offerFreedSeats(deps.current, { entryId });
      expect([await offers(entryId), await kept(office)]).toEqual([[], ['w1']]);
      await keep(525_600);
      await offerFreedSeats(deps.current, { entryId });
      expect([await offers(entryId), await kept(office)]).toMatchObject([[{ state: 'offered' }], ['l1']]);
    },
  );

  it('is the list’s again where seats left over are everybody’s by then', async () => {
    const office = await officeWithList();
    const { bookingId } = await tools.newBooking(office);
    const { entryId } = await waiting(office);
    await sql`UPDATE planner SET audience = 'desk', audience_until_minutes = 525600 WHERE id = ${office.plannerId}`.execute(
      deps.current.db,
    );
    await cancel(bookingId);
    await ask();
    expect(await offers(entryId)).toHaveLength(1);
  });
});
