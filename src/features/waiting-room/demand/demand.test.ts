import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { buildOffice } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { whyRoom } from './demand.rules.ts';
import { watchDemand } from './watch-demand.ts';

const deps = useDeps();

it.each([
  [{ perSecond: 50, free: 100, load: 0 }, 'demand'],
  [{ perSecond: 50, free: 5000, load: 0 }, undefined],
  [{ perSecond: 5, free: 10, load: 0 }, undefined],
  [{ perSecond: 500, free: 0, load: 9000 }, undefined],
  [{ perSecond: 5, free: 5000, load: 3000 }, 'load'],
])('of %o people wait because of: %s', (now, why) => {
  expect(whyRoom(now)).toBe(why);
});

it('a room is switched on where many ask for few seats, once, and not where the office wants none or limits are off', async () => {
  const { db, clock } = deps.current;
  const wanted = await buildOffice(db, { slots: 10 });
  const calm = await buildOffice(db, { slots: 10 });
  const none = await buildOffice(db, { slots: 10 });
  await sql`INSERT INTO room_rule (planner_id, room, updated_at) VALUES (${none.plannerId}, 'never', ${clock.now()})`.execute(
    db,
  );
  const off = { ...deps.current, config: { ...deps.current.config, limits: false } };
  const roomsNow = async () =>
    (
      await sql<{ planner: number; state: string; cause: string }>`
      SELECT rp.planner_id AS planner, r.state, r.cause FROM room r JOIN room_planner rp ON rp.room_id = r.id`.execute(
        db,
      )
    ).rows;
  for (const all of [off, deps.current]) {
    const demand = watchDemand(all, { load: () => 0, isWatched: () => false });
    for (let n = 0; n < 400; n += 1) for (const office of [wanted, none]) demand.note(office.offeringId);
    demand.note(calm.offeringId);
    expect(await demand.check()).toBe(all.config.limits);
  }
  const again = watchDemand(deps.current, { load: () => 0, isWatched: () => false });
  for (let n = 0; n < 400; n += 1) again.note(wanted.offeringId);
  expect(await again.check()).toBe(false);
  expect(await roomsNow()).toEqual([{ planner: wanted.plannerId, state: 'admitting', cause: 'demand' }]);
});
