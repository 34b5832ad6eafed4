import type { Office } from '#features/offices/index.ts';
import { findPlan, nextByRule } from '#features/planner/index.ts';
import type { RoomRule } from '#features/waiting-room/index.ts';
import type { Db } from '#platform/database.ts';
import type { Asked } from './asked.ts';
import { betterHour, type Clock, clocksAt, zonesOf } from './clocks.rules.ts';
import { historyOf } from './history.query.ts';
import { type Basis, expectPeople, type Foreseen, foresee, type History, type Way } from './simulate.rules.ts';

/** Of ten turns so many end with an appointment, where nobody has counted yet. */
const usualUse = 0.85;

export interface Ground {
  readonly history: History;
  readonly used: number;
  /** no room of this planner has been counted yet */
  readonly isUseGuessed: boolean;
  readonly basis: Basis;
  /** the planner's next release, with the people to expect and the rule that holds */
  readonly usual: Asked;
  readonly isPlanned: boolean;
}

export interface Simulation {
  readonly asked: Asked;
  readonly foreseen: Foreseen;
  readonly clocks: readonly Clock[];
  /** an hour of the same day that shuts out less */
  readonly better: { readonly at: Temporal.Instant; readonly clocks: readonly Clock[] } | undefined;
  /** so many compete for so few that a draw is fairer */
  readonly isDrawBetter: boolean;
}

/** What is known before anybody changes a figure. */
export async function groundOf(
  db: Db,
  { plannerId, rule, now }: { plannerId: number; rule: RoomRule; now: Temporal.Instant },
): Promise<Ground> {
  const [plan, { used, ...history }, noted] = await Promise.all([
    findPlan(db, plannerId),
    historyOf(db, { plannerId, now }),
    db
      .selectFrom('release')
      .select(['opens_at as opensAt', 'seats'])
      .where('planner_id', '=', plannerId)
      .where('opens_at', '>', now)
      .where('cancelled_at', 'is', null)
      .where('seats', '>', 0)
      .orderBy('opens_at')
      .limit(1)
      .executeTakeFirst(),
  ]);
  const next = noted ?? (plan && nextByRule(plan, now)[0]);
  const seats = next?.seats ?? history.releases[0]?.seats ?? 20;
  const { people, basis } = expectPeople(history, seats);
  const opensAt = next?.opensAt ?? now.add({ hours: 24 * 7 });
  const way: Way = rule.room === 'never' ? 'none' : rule.ordering;
  const usual = { seats, people, turnMinutes: Math.round(rule.turnSeconds / 60), way, opensAt };
  return { history, used: used ?? usualUse, isUseGuessed: used === null, basis, usual, isPlanned: next !== undefined };
}

/** What a release would be like. */
export function simulate(asked: Asked, { used, office }: { used: number; office: Office }): Simulation {
  const { seats, people, turnMinutes, way, opensAt } = asked;
  const own = office.timeZone;
  const isConsular = office.kind === 'consular';
  const about = { zones: isConsular ? zonesOf(office.country, own) : [own], own, hasSchool: !isConsular };
  const foreseen = foresee({ seats, people, turnSeconds: turnMinutes * 60, used, way });
  const better = betterHour(opensAt, about);
  return {
    asked,
    foreseen,
    clocks: clocksAt(opensAt, about),
    better: better && { at: better, clocks: clocksAt(better, about) },
    isDrawBetter: (way === 'none' || way === 'first-come') && people >= seats * 2,
  };
}
