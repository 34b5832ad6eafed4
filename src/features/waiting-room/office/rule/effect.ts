import type { Release } from '#features/planner/index.ts';
import { drawTimes } from '../../draw/draw-times.rules.ts';
import type { RoomRule } from '../../rule/room-rule.ts';

/** What a rule means for one coming release. */
export interface ReleaseEffect {
  readonly release: Release;
  readonly joinsAt: Temporal.Instant;
  readonly closesAt: Temporal.Instant;
  /** the window has begun, or is over: people join from now on, if there is time */
  readonly isLate: boolean;
  /** the day of the public value that is mixed in, where one is */
  readonly value: { readonly it: string; readonly en: string; readonly day: string } | null;
  /** there is no time left to draw as the rule wants it */
  readonly isTooSoon: boolean;
}

/** The next releases as a rule would have them. Nothing is written, nothing is promised: a room is planned later. */
export function effectOf(
  rule: RoomRule,
  { next, now }: { next: readonly Release[]; now: Temporal.Instant },
): ReleaseEffect[] {
  return next.slice(0, 3).map((release) => {
    const { opensAt } = release;
    const joinsAt = opensAt.subtract({ minutes: rule.joinsMinutes });
    const closesAt = opensAt.subtract({ minutes: rule.closesMinutes });
    const isLate = Temporal.Instant.compare(joinsAt, now) < 0;
    if (rule.ordering === 'first-come')
      return { release, joinsAt: isLate ? now : joinsAt, closesAt, isLate, value: null, isTooSoon: false };
    const { ordering: order, unmixedReason } = rule;
    const wish = { order, joinsAt: isLate ? now : joinsAt, closesAt, turnMinutes: null, value: null, unmixedReason };
    const timed = drawTimes(wish, { opensAt, now });
    return {
      release,
      joinsAt: wish.joinsAt,
      closesAt,
      isLate,
      value: timed.ok ? timed.times.value : null,
      isTooSoon: !timed.ok,
    };
  });
}
