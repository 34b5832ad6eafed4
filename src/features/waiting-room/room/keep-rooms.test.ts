import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { useDeps } from '#test/deps.ts';
import { type BuiltRoom, buildRoom, joinAs, stillRooms, waitingAccounts } from '#test/room-tools.ts';
import { waitingRoomTasks } from './forget-tickets.job.ts';
import { keepRooms } from './keep-rooms.ts';

const deps = useDeps();
let used = 50_000;

/** A room that opens in ten minutes, and those who joined it already. */
async function roomWith(people: number) {
  const { clock } = deps.current;
  const room = await buildRoom(deps.current, { slots: 2, roomOpensAt: clock.now().add({ minutes: 10 }) });
  const rooms = stillRooms(deps.current);
  await rooms.pulse();
  const join = async (many: number) => {
    const from = (used += 100);
    for (const [n, accountId] of (await waitingAccounts(deps.current, from, from + many)).entries())
      expect(await joinAs(deps.current, rooms, { room, accountId, people: [from + n] })).toMatchObject({ ok: true });
  };
  await join(people);
  return { room, rooms, join };
}

async function toldNear(room: BuiltRoom): Promise<number[]> {
  await keepRooms(deps.current, deps.current.clock.now());
  const { rows } = await sql<{ number: number }>`
    SELECT (payload ->> 'number')::int AS number FROM outbox
    WHERE payload ->> 'kind' = 'turn-near' AND (payload ->> 'roomId')::int = ${room.roomId} ORDER BY 1`.execute(
    deps.current.db,
  );
  return rows.map(({ number }) => number);
}

it('those who come next are written to once, and not while they have only just joined', async () => {
  const { room, rooms, join } = await roomWith(14);
  deps.current.clock.advance({ minutes: 10, seconds: 1 });
  await rooms.pulse();
  await join(2);
  // Two have their turn, the ten after them are near.
  const near = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
  const order = await sql<{ places: number[] }>`SELECT places FROM draw WHERE room_id = ${room.roomId}`.execute(
    deps.current.db,
  );
  const numbers = near.map((place) => order.rows[0]?.places[place - 1] ?? place).sort((a, b) => a - b);
  expect(await toldNear(room)).toEqual(numbers);
  expect(await toldNear(room)).toEqual(numbers);
});

it('who waited is forgotten thirty days after the end, not an hour before; what was drawn stays', async () => {
  const { room } = await roomWith(3);
  const { db, clock } = deps.current;
  await sql`UPDATE room SET state = 'ended', outcome = 'cancelled', ended_at = ${clock.now()} WHERE id = ${room.roomId}`.execute(
    db,
  );
  const left = async () => {
    await waitingRoomTasks['forget-tickets']?.(deps.current, {});
    const { rows } = await sql<{ people: number; named: number; pseudonyms: number }>`
      SELECT (SELECT count(*)::int FROM ticket_person WHERE room_id = ${room.roomId}) AS people,
             count(*) FILTER (WHERE people_cipher <> '' OR account_id IS NOT NULL)::int AS named,
             count(DISTINCT pseudonym)::int AS pseudonyms
      FROM ticket WHERE room_id = ${room.roomId}`.execute(db);
    return rows[0];
  };
  clock.advance({ hours: 24 * 30 - 1 });
  expect(await left()).toEqual({ people: 3, named: 3, pseudonyms: 3 });
  clock.advance({ hours: 1, seconds: 1 });
  expect(await left()).toEqual({ people: 0, named: 0, pseudonyms: 3 });
});
