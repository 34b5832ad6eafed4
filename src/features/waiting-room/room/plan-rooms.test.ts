import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { buildOffice } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { stillRooms } from '#test/room-tools.ts';
import { endCalledOff } from './keep-rooms.ts';
import { planRooms } from './plan-rooms.ts';

const deps = useDeps();

async function release(plannerId: number, opensAt: Temporal.Instant, soldOutAfter?: number): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    INSERT INTO release (code, planner_id, kind, opens_at, last_opens_at, first_day, last_day, seats, sold_out_at, created_at)
    VALUES (gen_random_uuid()::text, ${plannerId}, 'rolling', ${opensAt}, ${opensAt}, '2027-01-14', '2027-01-14', 20,
            ${soldOutAfter === undefined ? null : opensAt.add({ seconds: soldOutAfter })}, ${opensAt}) RETURNING id`.execute(
    deps.current.db,
  );
  return rows[0]?.id ?? '';
}

const roomsOf = async (releaseId: string) =>
  (
    await sql<{ state: string; outcome: string | null; joins: Temporal.Instant; code: string; draws: number }>`
    SELECT r.state, r.outcome, r.joins_at AS joins, r.code, (SELECT count(*)::int FROM draw d WHERE d.room_id = r.id) AS draws
    FROM room r WHERE release_id = ${releaseId} ORDER BY r.id`.execute(deps.current.db)
  ).rows;

it('a room is planned before a release whose earlier ones sold out at once, with its promise, and not before others', async () => {
  const { db, clock } = deps.current;
  const now = clock.now();
  const soon = now.add({ hours: 2 });
  const wanted = await buildOffice(db);
  for (const days of [1, 2, 3]) await release(wanted.plannerId, now.subtract({ hours: 24 * days }), 90);
  const contended = await release(wanted.plannerId, soon);
  const far = await release(wanted.plannerId, now.add({ hours: 24 * 9 }));
  const calm = await buildOffice(db);
  await release(calm.plannerId, now.subtract({ hours: 24 }), 40_000);
  const quiet = await release(calm.plannerId, soon);
  const never = await buildOffice(db);
  await release(never.plannerId, now.subtract({ hours: 24 }), 9);
  await sql`INSERT INTO room_rule (planner_id, room, updated_at) VALUES (${never.plannerId}, 'never', ${now})`.execute(
    db,
  );
  const refused = await release(never.plannerId, soon);

  await planRooms(deps.current, now);
  await planRooms(deps.current, now);
  const [room, ...more] = await roomsOf(contended);
  expect(more).toEqual([]);
  expect(room).toMatchObject({ state: 'announced', draws: 1 });
  expect(room?.joins.toString()).toBe(soon.subtract({ minutes: 30 }).toString());
  for (const other of [far, quiet, refused]) expect(await roomsOf(other)).toEqual([]);

  // The office moves the release: those who waited for the old moment are told, and a new room is made.
  const rooms = stillRooms(deps.current);
  await rooms.pulse();
  expect(rooms.overOffering(wanted.offeringId, now)).toMatchObject({ state: 'announced' });
  await sql`UPDATE release SET opens_at = ${soon.add({ hours: 1 })}, last_opens_at = ${soon.add({ hours: 1 })} WHERE id = ${contended}`.execute(
    db,
  );
  await endCalledOff(deps.current, now);
  await planRooms(deps.current, now);
  expect((await roomsOf(contended)).map(({ state, outcome }) => [state, outcome])).toEqual([
    ['ended', 'cancelled'],
    ['announced', null],
  ]);
});

it('where limits are off only what an office wants always is planned', async () => {
  const { db, clock } = deps.current;
  const now = clock.now();
  const office = await buildOffice(db);
  await release(office.plannerId, now.subtract({ hours: 24 }), 9);
  const usual = await release(office.plannerId, now.add({ hours: 3 }));
  const off = { ...deps.current, config: { ...deps.current.config, limits: false } };
  await planRooms(off, now);
  expect(await roomsOf(usual)).toEqual([]);
  await sql`INSERT INTO room_rule (planner_id, room, ordering, joins_minutes, closes_minutes, updated_at)
    VALUES (${office.plannerId}, 'always', 'draw', 1440, 0, ${now})`.execute(db);
  await planRooms(off, now);
  expect(await roomsOf(usual)).toMatchObject([{ state: 'announced', draws: 1 }]);
});

it('an office that wants no public value mixed in has its reason told with the draw', async () => {
  const { db, clock } = deps.current;
  const now = clock.now();
  const office = await buildOffice(db);
  const soon = await release(office.plannerId, now.add({ hours: 3 }));
  await sql`INSERT INTO room_rule (planner_id, room, ordering, joins_minutes, closes_minutes, unmixed_reason, updated_at)
    VALUES (${office.plannerId}, 'always', 'draw', 1440, 60, 'La sede apre domani', ${now})`.execute(db);
  await planRooms(deps.current, now);
  const { rows } = await sql`
    SELECT d.mixing, d.unmixed_reason AS reason FROM draw d JOIN room r ON r.id = d.room_id
    WHERE r.release_id = ${soon}`.execute(db);
  expect(rows).toEqual([{ mixing: null, reason: 'La sede apre domani' }]);
});
