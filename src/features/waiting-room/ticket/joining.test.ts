import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { useDeps } from '#test/deps.ts';
import { buildRoom, joinAs, stillRooms, waitingAccounts } from '#test/room-tools.ts';

const deps = useDeps();

it('a thousand who join at once by two processes get numbers without a gap, and each person one', async () => {
  const room = await buildRoom(deps.current);
  const [one, other] = [stillRooms(deps.current), stillRooms(deps.current)];
  const accounts = await waitingAccounts(deps.current, 0, 1000);
  const outcomes = await Promise.all(
    accounts.flatMap((accountId, n) =>
      // Everybody clicks twice, on two machines.
      [one, other].map((rooms) => joinAs(deps.current, rooms, { room, accountId, people: [n] })),
    ),
  );
  const numbers = outcomes.map((outcome) => (outcome.ok ? outcome.name.number : 0));
  expect([...new Set(numbers)].toSorted((a, b) => a - b)).toEqual(Array.from({ length: 1000 }, (_, at) => at + 1));
  for (let n = 0; n < 1000; n += 1) expect(numbers[2 * n]).toBe(numbers[2 * n + 1]);
  expect(outcomes.filter((outcome) => outcome.ok && outcome.wasThere)).toHaveLength(1000);
  const times = await sql<{ sorted: boolean }>`
    SELECT array_agg(number ORDER BY number) = array_agg(number ORDER BY joined_at, number) AS sorted FROM ticket
    WHERE room_id = ${room.roomId}`.execute(deps.current.db);
  expect(times.rows[0]?.sorted).toBe(true);
});

it('a person has one place, whatever the account; whoever an office knows displaces the other', async () => {
  const room = await buildRoom(deps.current);
  const rooms = stillRooms(deps.current);
  const [stranger = 0, owner = 0, third = 0] = await waitingAccounts(deps.current, 2000, 2003);
  const first = await joinAs(deps.current, rooms, { room, accountId: stranger, people: [2001] });
  expect(first).toMatchObject({ ok: true, name: { number: 1 } });
  expect(await joinAs(deps.current, rooms, { room, accountId: third, people: [2001] })).toEqual({
    ok: false,
    reason: 'already-waiting',
  });
  // Their own account, but nobody has seen them yet.
  expect(await joinAs(deps.current, rooms, { room, accountId: owner, people: [2001] })).toEqual({
    ok: false,
    reason: 'already-waiting',
  });
  await sql`INSERT INTO identification (account_id, how, identified_at, office_id)
    VALUES (${owner}, 'spid', ${deps.current.clock.now()}, NULL)`.execute(deps.current.db);
  const proved = await joinAs(deps.current, rooms, { room, accountId: owner, people: [2001] });
  expect(proved).toMatchObject({ ok: true, wasThere: false, name: { number: 2 } });
  const { rows } = await sql<{ pseudonym: string; state: string; proved: boolean }>`
    SELECT pseudonym, state, proved FROM ticket WHERE room_id = ${room.roomId} ORDER BY number`.execute(
    deps.current.db,
  );
  expect(rows.map(({ state, proved: seen }) => [state, seen])).toEqual([
    ['displaced', false],
    ['waiting', true],
  ]);
  expect(rows[0]?.pseudonym).toBe(rows[1]?.pseudonym);
  const told = await sql`SELECT FROM outbox WHERE payload = ${JSON.stringify({
    kind: 'ticket-displaced',
    roomId: room.roomId,
    number: 1,
  })}::jsonb`.execute(deps.current.db);
  expect(told.rows).toHaveLength(1);
});

it('an account has at most five live tickets, each for other people, and none before joining begins', async () => {
  const { clock } = deps.current;
  const room = await buildRoom(deps.current, {
    roomOpensAt: clock.now().add({ hours: 2 }),
    joinsAt: clock.now().add({ hours: 1 }),
  });
  const rooms = stillRooms(deps.current);
  const [accountId = 0] = await waitingAccounts(deps.current, 3000, 3001);
  const join = (...people: number[]) => joinAs(deps.current, rooms, { room, accountId, people });
  expect(await join(3000)).toEqual({ ok: false, reason: 'not-yet' });
  clock.advance({ hours: 1 });
  for (let n = 0; n < 5; n += 1) expect(await join(3000 + n)).toMatchObject({ ok: true, name: { number: n + 1 } });
  expect(await join(3006)).toEqual({ ok: false, reason: 'too-many-tickets' });
  expect(await join(3002)).toMatchObject({ ok: true, wasThere: true, name: { number: 3 } });
  expect(await join(3002, 3007)).toEqual({ ok: false, reason: 'already-waiting' });
});
