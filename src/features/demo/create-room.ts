import type { Tx } from '#platform/database.ts';
import type { DemoPlanner } from './create-offices.ts';

/** Where seats open two evenings a week and people wait for their turn, so that a waiting room can be seen any day. */
const where = { office: 'cons-buenos-aires', service: 'cie' };
const joinsMinutes = 7 * 24 * 60;

/** One planner of the demo has a waiting room before each of its releases; people may join a week before. */
export async function createRoom(
  tx: Tx,
  { planners, now }: { planners: readonly DemoPlanner[]; now: Temporal.Instant },
): Promise<void> {
  const planner = planners.find(
    ({ office, plan }) =>
      office.code === where.office && plan.services.includes(where.service) && plan.audience === undefined,
  );
  if (planner === undefined) throw new Error(`The demo has no planner for ${where.service} at ${where.office}`);
  await tx
    .insertInto('room_rule')
    .values({
      planner_id: planner.id,
      room: 'always',
      ordering: 'first-come',
      joins_minutes: joinsMinutes,
      closes_minutes: 0,
      turn_seconds: 600,
      updated_at: now,
    })
    .execute();
}
