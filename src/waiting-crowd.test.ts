import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { book, createSeatEngine, hold, releaseExpired, releaseHold } from '#features/booking/index.ts';
import { findOffering } from '#features/offices/index.ts';
import { createGate, keepRooms } from '#features/waiting-room/index.ts';
import { transact } from '#platform/transaction.ts';
import { useDeps } from '#test/deps.ts';
import { buildRoom, joinAs, stillRooms, waitingAccounts, waitingPerson } from '#test/room-tools.ts';

const deps = useDeps();
const seats = 12;
const people = 60;

it('in a crowd every seat is booked once, whoever has a turn finds a seat, and each ticket has its outcome', async () => {
  const { db, pool, secrets, clock } = deps.current;
  const room = await buildRoom(deps.current, { slots: seats, turnSeconds: 120, from: '2027-01-14T09:00:00Z' });
  const offering = await findOffering(db, room.officeId, 'passport');
  if (!offering) throw new Error('no offering');
  const processes = [stillRooms(deps.current), stillRooms(deps.current)];
  await Promise.all(processes.map((one) => one.pulse()));
  const accounts = await waitingAccounts(deps.current, 500, 500 + people);
  const tickets = await Promise.all(
    accounts.map(async (accountId, n) => {
      const outcome = await joinAs(deps.current, processes[n % 2] ?? stillRooms(deps.current), {
        room,
        accountId,
        people: [500 + n],
      });
      return outcome.ok ? { accountId, person: waitingPerson(500 + n), ticket: outcome.ticket, n } : undefined;
    }),
  );
  const engine = createSeatEngine(pool);
  let foundNone = 0;
  let most = 0;

  /** What somebody does with their turn: some let it pass, some give the seat back, all others book. */
  async function use({ accountId, person, ticket, n }: NonNullable<(typeof tickets)[number]>): Promise<void> {
    const now = clock.now();
    const rooms = processes[n % 2];
    if (!rooms || n % 5 === 0 || rooms.ofTicket(ticket, now)?.state !== 'admitted') return;
    const holdId = randomUUID();
    const wish = { holdId, offeringId: offering?.id ?? 0, party: 1, accountId, ticket, slot: undefined, now };
    const passed = await createGate(rooms).pass(db, wish);
    if (!passed.ok || !offering) return;
    const held = await hold(
      { engine, db },
      {
        id: holdId,
        office: { id: room.officeId, timeZone: 'Europe/London' },
        offering,
        where: { from: undefined, to: undefined },
        party: 1,
        ownerKey: `a:${accountId}`,
        accountId,
        rescheduleOf: null,
        closed: passed.closed,
        now,
      },
    );
    if (!held.ok) {
      foundNone += 1;
      return;
    }
    const owner = { kind: 'account', accountId } as const;
    if (n % 7 === 3) {
      await releaseHold(db, secrets, { holdId: held.holdId, owner, now });
      return;
    }
    const outcome = await transact(db, (tx) =>
      book(tx, secrets, {
        holdId: held.holdId,
        owner,
        accountId,
        people: [{ ...person, relationship: 'self', answers: null }],
        contactEmail: null,
        contactPhone: null,
        language: 'it',
        reason: null,
        notes: null,
        delivery: null,
        channel: 'web',
        createdBy: null,
        now,
      }),
    );
    expect(outcome.ok).toBe(true);
  }

  for (let round = 0; round < 60; round += 1) {
    clock.advance({ seconds: 30 });
    await releaseExpired(db, clock.now());
    await Promise.all(processes.map((one) => one.pulse()));
    if (processes[0]?.byCode(room.code)?.state === 'ended') break;
    const { rows } = await sql<{ turns: number; free: number }>`
      SELECT (SELECT count(*)::int FROM ticket WHERE room_id = ${room.roomId} AND state = 'admitted') AS turns,
             (SELECT count(*)::int FROM slot WHERE planner_id = ${room.plannerId} AND open) AS free`.execute(db);
    expect(rows[0]?.turns).toBeLessThanOrEqual(rows[0]?.free ?? 0);
    most = Math.max(most, rows[0]?.turns ?? 0);
    await Promise.all(tickets.flatMap((one) => (one ? [use(one)] : [])));
  }

  for (let round = 0; round < 5; round += 1) await keepRooms(deps.current, clock.now());
  expect(most).toBe(seats);
  expect(foundNone).toBe(0);
  const { rows } = await sql<{ state: string; tickets: number }>`
    SELECT state, count(*)::int AS tickets FROM ticket WHERE room_id = ${room.roomId} GROUP BY state`.execute(db);
  const count = Object.fromEntries(rows.map(({ state, tickets: found }) => [state, found]));
  expect(count).toMatchObject({ booked: seats });
  expect(Object.keys(count).toSorted()).toEqual(['booked', 'lapsed', 'over']);
  expect(Object.values(count).reduce((sum, found) => sum + found, 0)).toBe(people);
  const booked = await sql<{ bookings: number; taken: number; told: number }>`
    SELECT (SELECT count(*)::int FROM booking WHERE planner_id = ${room.plannerId}) AS bookings,
           (SELECT sum(taken)::int FROM slot WHERE planner_id = ${room.plannerId}) AS taken,
           (SELECT count(*)::int FROM outbox WHERE payload ->> 'kind' = 'room-over') AS told`.execute(db);
  expect(booked.rows[0]).toEqual({ bookings: seats, taken: seats, told: count['over'] });
  const settled = await sql<{ done: boolean }>`
    SELECT settled_at IS NOT NULL AS done FROM room WHERE id = ${room.roomId}`.execute(db);
  expect(settled.rows[0]?.done).toBe(true);
});
