import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { useDeps } from '#test/deps.ts';
import { type BuiltRoom, buildRoom, joinAs, stillRooms, waitingAccounts } from '#test/room-tools.ts';
import type { JoinOutcome } from '../ticket/take-ticket.ts';
import type { Rooms } from './rooms.ts';

const deps = useDeps();
let used = 0;

/** A room in which so many people wait, each with an account of their own. */
async function waiting(wish: Parameters<typeof buildRoom>[1], people: number) {
  const room = await buildRoom(deps.current, wish);
  const rooms = stillRooms(deps.current);
  await rooms.pulse();
  const from = (used += 1000);
  const accounts = await waitingAccounts(deps.current, from, from + people);
  const tickets: string[] = [];
  for (const [n, accountId] of accounts.entries())
    tickets.push(signed(await joinAs(deps.current, rooms, { room, accountId, people: [from + n] })));
  return { room, rooms, accounts, tickets };
}

function signed(outcome: JoinOutcome): string {
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.ticket;
}

async function pulse(rooms: Rooms, seconds = 1): Promise<void> {
  deps.current.clock.advance({ seconds });
  await rooms.pulse();
}

const statesOf = (rooms: Rooms, tickets: readonly string[]) =>
  tickets.map(
    (ticket) =>
      rooms.ofTicket(ticket, deps.current.clock.now())?.outcome ??
      rooms.ofTicket(ticket, deps.current.clock.now())?.state,
  );

/** A seat of the room is held with a ticket, as the seat engine would. */
async function take(room: BuiltRoom, number: number, slot: number, state: 'live' | 'booked'): Promise<void> {
  const { db, clock } = deps.current;
  const now = clock.now();
  const id = randomUUID();
  await sql`INSERT INTO hold_ticket (hold_id, room_id, number, created_at) VALUES (${id}, ${room.roomId}, ${number}, ${now})`.execute(
    db,
  );
  await sql`
    INSERT INTO hold (id, owner, slot_ids, slot_id, planner_id, offering_id, day, starts_at, ends_at, party, state, created_at, first_expires_at, expires_at)
    SELECT ${id}, ${`a:${room.roomId}${number}`}, ARRAY[s.id], s.id, s.planner_id, ${room.offeringId}, s.day, s.starts_at, s.ends_at, 1, ${state}, ${now},
           ${now.add({ minutes: 10 })}, ${now.add({ minutes: 10 })} FROM slot s WHERE s.id = ${room.slots[slot]}`.execute(
    db,
  );
  await sql`UPDATE slot SET taken = taken + 1 WHERE id = ${room.slots[slot]}`.execute(db);
  if (state === 'booked')
    await sql`UPDATE ticket SET state = 'booked', settled_at = ${now} WHERE room_id = ${room.roomId} AND number = ${number}`.execute(
      db,
    );
}

it('as many have their turn as there are seats, in order, and a seat that was not used goes to the next', async () => {
  const { room, rooms, tickets } = await waiting({ slots: 2 }, 5);
  await pulse(rooms);
  expect(statesOf(rooms, tickets)).toEqual(['admitted', 'admitted', 'waiting', 'waiting', 'waiting']);
  expect(rooms.ofTicket(tickets[4] ?? '', deps.current.clock.now())).toMatchObject({ position: 5, ahead: 2 });
  await take(room, 1, 0, 'booked');
  await pulse(rooms);
  expect(statesOf(rooms, tickets)).toEqual(['booked', 'admitted', 'waiting', 'waiting', 'waiting']);
  // The second lets the turn pass.
  await pulse(rooms, 603);
  expect(statesOf(rooms, tickets)).toEqual(['booked', 'lapsed', 'admitted', 'waiting', 'waiting']);
  // The third holds the last seat: the turn lasts as long as the hold.
  await take(room, 3, 1, 'live');
  await pulse(rooms, 590);
  expect(statesOf(rooms, tickets)[2]).toBe('admitted');
  await sql`UPDATE hold SET state = 'booked' WHERE slot_id = ${room.slots[1]}`.execute(deps.current.db);
  await sql`UPDATE ticket SET state = 'booked', settled_at = ${deps.current.clock.now()} WHERE room_id = ${room.roomId} AND number = 3`.execute(
    deps.current.db,
  );
  await pulse(rooms);
  // No seat is left: everybody knows at once.
  expect(rooms.byCode(room.code)).toMatchObject({ state: 'ended', outcome: 'sold-out' });
  expect(statesOf(rooms, tickets)).toEqual(['booked', 'lapsed', 'booked', 'sold-out', 'sold-out']);
});

it('what a process knows after a restart is what the others know', async () => {
  const { room, rooms, tickets } = await waiting({ slots: 3 }, 8);
  await pulse(rooms);
  await take(room, 1, 0, 'booked');
  await sql`UPDATE ticket SET state = 'left', settled_at = ${deps.current.clock.now()} WHERE room_id = ${room.roomId} AND number IN (5, 6)`.execute(
    deps.current.db,
  );
  await pulse(rooms);
  const restarted = stillRooms(deps.current);
  await restarted.pulse();
  const now = deps.current.clock.now();
  for (const ticket of tickets) expect(restarted.ofTicket(ticket, now)).toEqual(rooms.ofTicket(ticket, now));
  expect(rooms.ofTicket(tickets[7] ?? '', now)).toMatchObject({ position: 8, ahead: 2 });
});

it('several processes at once never give more turns than there are seats', async () => {
  const { room, rooms, tickets } = await waiting({ slots: 4 }, 20);
  const others = Array.from({ length: 4 }, () => stillRooms(deps.current));
  await Promise.all(others.map((other) => other.refresh()));
  deps.current.clock.advance({ seconds: 1 });
  await Promise.all([rooms, ...others].flatMap((one) => [one.pulse(), one.pulse()]));
  await rooms.pulse();
  expect(statesOf(rooms, tickets).filter((state) => state === 'admitted')).toHaveLength(4);
  const { rows } = await sql<{ through: number }>`
    SELECT admitted_through AS through FROM room WHERE id = ${room.roomId}`.execute(deps.current.db);
  expect(rows[0]?.through).toBe(4);
});

it('seats that nobody wants are open to all once everybody had a turn', async () => {
  const { room, rooms, tickets } = await waiting({ slots: 3 }, 1);
  await pulse(rooms);
  await pulse(rooms, 700);
  expect(statesOf(rooms, tickets)).toEqual(['lapsed']);
  expect(rooms.byCode(room.code)).toMatchObject({ state: 'ended', outcome: 'emptied' });
  expect(rooms.overOffering(room.offeringId, deps.current.clock.now())).toBeUndefined();
});

it('a party for which no time has room is told, and does not hold up those behind it', async () => {
  const room = await buildRoom(deps.current, { slots: 2, capacity: 1 });
  const rooms = stillRooms(deps.current);
  await rooms.pulse();
  const [one = 0, two = 0] = await waitingAccounts(deps.current, 90_000, 90_002);
  const family = signed(await joinAs(deps.current, rooms, { room, accountId: one, people: [90_000, 90_010] }));
  const single = signed(await joinAs(deps.current, rooms, { room, accountId: two, people: [90_001] }));
  await pulse(rooms);
  expect(statesOf(rooms, [family, single])).toEqual(['sold-out', 'admitted']);
});
