import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { buildOffice } from '#test/build-office.ts';
import { testNow, useDeps } from '#test/deps.ts';
import { type BuiltDraw, registrationTools } from '#test/registration-tools.ts';
import { seatFaults } from '../seats/seat-faults.query.ts';
import { assignRegistrations } from './assign-registrations.job.ts';

const deps = useDeps();
const tools = registrationTools(deps);
const { officeWithDraw, registered, drawn, assigned, results } = tools;

beforeEach(() => deps.current.clock.set(Temporal.Instant.from(testNow)));

async function bookings(draw: BuiltDraw) {
  const { rows } = await sql<{ slot: string; party: number; status: string; channel: string }>`
    SELECT slot_id AS slot, party, status, channel FROM booking WHERE planner_id = ${draw.plannerId} ORDER BY starts_at, id`.execute(
    deps.current.db,
  );
  return rows;
}

async function told(draw: BuiltDraw) {
  const { rows } = await sql<{ kind: string; number: string | null }>`
    SELECT payload ->> 'kind' AS kind, payload -> 'registration' ->> 'number' AS number FROM outbox
    WHERE task = 'notify' AND (payload -> 'registration' ->> 'roomId' = ${String(draw.roomId)}
      OR payload ->> 'bookingId' IN (SELECT id::text FROM booking WHERE planner_id = ${draw.plannerId})) ORDER BY id`.execute(
    deps.current.db,
  );
  return rows.map(({ kind, number }) => (number === null ? kind : `${kind} ${number}`));
}

const roomOf = async (draw: BuiltDraw) =>
  deps.current.db.selectFrom('room').select(['state', 'outcome']).where('id', '=', draw.roomId).executeTakeFirst();

async function weights(draw: BuiltDraw): Promise<number[]> {
  const { rows } = await sql<{ weight: number }>`
    SELECT weight FROM draw_weight WHERE offering_id = ${draw.offeringId} ORDER BY weight`.execute(deps.current.db);
  return rows.map(({ weight }) => weight);
}

describe('once it is drawn', () => {
  it('each gets the earliest seat that fits, in the order drawn, and is told by the letter of the booking', async () => {
    const draw = await officeWithDraw({ slots: 3 });
    for (let count = 0; count < 3; count += 1) await registered(draw);
    await drawn(draw, [2, 3, 1]);
    await assigned();
    expect((await results(draw)).map(({ number, state, slot }) => [number, state, slot])).toEqual([
      [2, 'assigned', draw.slots[0]],
      [3, 'assigned', draw.slots[1]],
      [1, 'assigned', draw.slots[2]],
    ]);
    expect(await bookings(draw)).toMatchObject([{ channel: 'web' }, { channel: 'web' }, { channel: 'web' }]);
    expect((await told(draw)).filter((kind) => kind === 'booked')).toHaveLength(3);
    expect(await roomOf(draw)).toEqual({ state: 'ended', outcome: 'sold-out' });
    expect(await seatFaults(deps.current.db)).toEqual([]);
  });

  it('seats are given before they open to all, and what is left opens at the told time', async () => {
    const draw = await officeWithDraw({ slots: 3 });
    await registered(draw);
    await drawn(draw);
    await assigned();
    expect(await roomOf(draw)).toEqual({ state: 'ended', outcome: 'emptied' });
    expect(await tools.freeSeats(draw)).toEqual([0, 1, 1]);
    const newcomer = { kind: 'account', accountId: await tools.newAccount() } as const;
    expect(await tools.held(draw, newcomer, { slot: 1 })).toMatchObject({ ok: false });
    deps.current.clock.set(Temporal.Instant.from(testNow).add({ hours: 48 }));
    expect(await tools.held(draw, newcomer, { slot: 1 })).toMatchObject({ ok: true });
  });

  it('a party sits in one slot', async () => {
    const draw = await officeWithDraw({ slots: 2, capacity: 2 });
    await registered(draw);
    await registered(draw, { people: [tools.somebody(), tools.somebody({ relationship: 'child' })] });
    await drawn(draw, [1, 2]);
    await assigned();
    expect((await results(draw)).map(({ slot }) => slot)).toEqual([draw.slots[0], draw.slots[1]]);
    expect(await bookings(draw)).toMatchObject([{ party: 1 }, { party: 2 }]);
  });

  it('a service longer than a slot takes slots that follow each other', async () => {
    const draw = await officeWithDraw({ slots: 3 });
    await sql`UPDATE offering SET duration_minutes = 40 WHERE id = ${draw.offeringId}`.execute(deps.current.db);
    await registered(draw);
    await registered(draw);
    await drawn(draw, [1, 2]);
    await assigned();
    expect((await results(draw)).map(({ state, why }) => why ?? state)).toEqual(['assigned', 'none-left']);
    expect(await tools.freeSeats(draw)).toEqual([0, 0, 1]);
  });

  it('offices that release together are taken in the order each one stated', async () => {
    const near = await buildOffice(deps.current.db, { slots: 1 });
    const draw = await officeWithDraw({ slots: 1 }, [near.plannerId]);
    await sql`UPDATE slot SET opens_at = (SELECT opens_at FROM room WHERE id = ${draw.roomId}) WHERE planner_id = ${near.plannerId}`.execute(
      deps.current.db,
    );
    await registered(draw, { offices: [near, draw] });
    await registered(draw, { offices: [near, draw] });
    await registered(draw, { offices: [near] });
    await drawn(draw, [1, 2, 3]);
    await assigned();
    expect((await results(draw)).map(({ slot, why }) => slot ?? why)).toEqual([
      near.slots[0],
      draw.slots[0],
      'none-left',
    ]);
  });

  it('a quota leaves seats to others, as for whoever books', async () => {
    const draw = await officeWithDraw({ slots: 2, capacity: 2 });
    const quotas = [{ who: 'web', kind: 'at-most', seats: 1, per: 'slot', untilMinutes: null }];
    await sql`UPDATE planner SET quotas = ${JSON.stringify(quotas)}::jsonb WHERE id = ${draw.plannerId}`.execute(
      deps.current.db,
    );
    for (let count = 0; count < 3; count += 1) await registered(draw);
    await drawn(draw, [1, 2, 3]);
    await assigned();
    expect((await results(draw)).map(({ slot, why }) => slot ?? why)).toEqual([
      draw.slots[0],
      draw.slots[1],
      'none-left',
    ]);
  });
});

describe('somebody who gets no seat', () => {
  it('is told once, and counts one more the next time; who gets one then counts as everybody again', async () => {
    const draw = await officeWithDraw({ slots: 1 });
    const people = [tools.somebody()];
    await registered(draw);
    const lost = await registered(draw, { people });
    await drawn(draw, [1, 2]);
    await assigned();
    await assigned();
    expect(await results(draw)).toMatchObject([
      { state: 'assigned', weight: 1 },
      { state: 'not-drawn', why: 'none-left', weight: 2 },
    ]);
    expect((await told(draw)).filter((kind) => kind.startsWith('registration-not-drawn'))).toEqual([
      'registration-not-drawn 2',
    ]);
    expect(await weights(draw)).toEqual([2]);
    // The next release of the same office and service.
    const { db } = deps.current;
    deps.current.clock.set(Temporal.Instant.from(testNow));
    const next = await officeWithDraw({ slots: 1 });
    await sql`UPDATE planner_offering SET offering_id = ${draw.offeringId} WHERE planner_id = ${next.plannerId}`.execute(
      db,
    );
    const again = { ...next, offeringId: draw.offeringId };
    await registered(again, { people, weight: 2, accountId: lost.accountId });
    await drawn(again);
    await assigned();
    expect(await results(again)).toMatchObject([{ state: 'assigned' }]);
    expect(await weights(draw)).toEqual([]);
  });

  it('does not count more for wishes that no seat could have met', async () => {
    const draw = await officeWithDraw({ slots: 2 });
    await registered(draw, { wishes: { weekdays: [7] } });
    await registered(draw, { people: [tools.somebody(), tools.somebody({ relationship: 'child' })] });
    await drawn(draw, [1, 2]);
    await assigned();
    expect(await results(draw)).toMatchObject([
      { why: 'none-suited', weight: null },
      { why: 'none-suited', weight: null },
    ]);
    expect(await weights(draw)).toEqual([]);
    expect(await roomOf(draw)).toEqual({ state: 'ended', outcome: 'emptied' });
  });

  it('goes on the waiting list where they asked for it, in the order drawn', async () => {
    const draw = await officeWithDraw({ slots: 1 });
    await sql`UPDATE offering SET waiting_list = true WHERE id = ${draw.offeringId}`.execute(deps.current.db);
    for (let count = 0; count < 3; count += 1) await registered(draw, { wantsWaiting: true });
    await drawn(draw, [3, 2, 1]);
    await assigned();
    await assigned();
    const { rows } = await sql<{ account: number }>`
      SELECT account_id AS account FROM waiting_entry WHERE offering_id = ${draw.offeringId} ORDER BY requested_at, id`.execute(
      deps.current.db,
    );
    expect(rows).toHaveLength(2);
    expect((await results(draw)).map(({ waiting }) => waiting)).toEqual([null, 'joined', 'joined']);
    const undrawn = (await told(draw)).filter((kind) => kind.startsWith('registration-not-drawn'));
    expect(undrawn).toEqual(['registration-not-drawn 2', 'registration-not-drawn 1']);
  });

  it('is told why, where the office keeps no list', async () => {
    const draw = await officeWithDraw({ slots: 1 });
    await registered(draw);
    await registered(draw, { wantsWaiting: true });
    await drawn(draw, [1, 2]);
    await assigned();
    expect((await results(draw))[1]).toMatchObject({ state: 'not-drawn', waiting: 'no-waiting-list' });
    expect(await told(draw)).toContain('registration-not-drawn 2');
  });

  it('has an appointment already: the seat goes to whoever is next', async () => {
    const draw = await officeWithDraw({ slots: 1 });
    const person = tools.somebody();
    await registered(draw, { people: [person] });
    await registered(draw);
    const other = await buildOffice(deps.current.db, { slots: 1 });
    await tools.newBooking(other, { people: [person] });
    await drawn(draw, [1, 2]);
    await assigned();
    expect((await results(draw)).map(({ state, why }) => why ?? state)).toEqual(['already-booked', 'assigned']);
    expect(await weights(draw)).toEqual([]);
  });
});

describe('whatever happens meanwhile', () => {
  it('a planner changed after closing gives what there is, and both lists of seats are kept', async () => {
    const draw = await officeWithDraw({ slots: 2 });
    await registered(draw);
    await registered(draw);
    deps.current.clock.set(Temporal.Instant.from(testNow).add({ hours: 24 }));
    await assigned();
    await sql`UPDATE slot SET planned = 0, capacity = 0 WHERE id = ${draw.slots[0] ?? ''}`.execute(deps.current.db);
    await drawn(draw, [1, 2]);
    await assigned();
    expect((await results(draw)).map(({ slot, why }) => slot ?? why)).toEqual([draw.slots[1], 'none-left']);
    const row = await deps.current.db
      .selectFrom('registration_draw')
      .select(['seats_at_closing as before', 'seats_offered as offered'])
      .where('room_id', '=', draw.roomId)
      .executeTakeFirst();
    expect([row?.before?.length, row?.offered?.length]).toEqual([2, 1]);
  });

  it('killed after any of its transactions and begun again, by two workers at once, it doubles and loses nothing', async () => {
    for (let lives = 1; lives <= 9; lives += 2) {
      deps.current.clock.set(Temporal.Instant.from(testNow));
      const draw = await officeWithDraw({ slots: 4 });
      await sql`UPDATE offering SET waiting_list = true WHERE id = ${draw.offeringId}`.execute(deps.current.db);
      for (let count = 0; count < 7; count += 1) await registered(draw, { wantsWaiting: count % 2 === 0 });
      const order = await drawn(draw);
      await Promise.all([dyingAfter(lives), dyingAfter(lives + 1)]);
      await Promise.all([assigned(), assigned()]);
      await assigned();
      const found = await results(draw);
      expect(found.map(({ number }) => number)).toEqual(order);
      expect(found.map(({ slot }) => slot)).toEqual([...draw.slots, null, null, null]);
      expect(await bookings(draw)).toHaveLength(4);
      const letters = await told(draw);
      expect(letters.filter((kind) => kind === 'booked')).toHaveLength(4);
      expect(letters.filter((kind) => kind.startsWith('registration-not-drawn'))).toHaveLength(3);
      expect(await seatFaults(deps.current.db)).toEqual([]);
    }
  });

  /** The job in a process that dies as it begins its nth transaction. */
  async function dyingAfter(transactions: number): Promise<void> {
    let left = transactions;
    const { db } = deps.current;
    const dying = new Proxy(db, {
      get(target, name, receiver) {
        if (name === 'transaction') {
          left -= 1;
          if (left < 0) throw new Error('killed');
          return () => target.transaction();
        }
        const value: unknown = Reflect.get(target, name, receiver);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
    await assignRegistrations({ ...deps.current, db: dying }).catch((error: unknown) => {
      if (!(error instanceof Error) || error.message !== 'killed') throw error;
    });
  }
});
