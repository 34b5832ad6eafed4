import type { ReleaseRule } from './release-rule.rules.ts';
import { instantOn, zoneOf } from './release-rule.rules.ts';

export type Drip = Extract<ReleaseRule, { kind: 'drip' }>;

/** Whole days without a weekday of the drip's, at most. */
const longestGap = 8;

/** A slot that waits for its drop. Instants are seconds since 1970. */
export interface DripSlot {
  readonly seats: number;
  /** the date of the rule's calendar on which its day is due */
  readonly due: Temporal.PlainDate;
  /** it has its moment already */
  readonly fixed?: number | undefined;
}

/**
 * When each slot of a drip opens, in the order given: every so many minutes as many whole slots as make up the seats, and
 * what does not fit into a day's hours goes on in the next. Slots that have their moment keep it, and those after them come
 * later. Nothing that is new opens before `since`.
 */
export function dripOpenings(slots: readonly DripSlot[], drip: Drip, office: string, since: number): number[] {
  let drop = { at: -Infinity, left: 0 };
  return slots.map(({ seats, due, fixed }) => {
    if (fixed !== undefined) {
      if (fixed > drop.at) drop = { at: fixed, left: drip.seats - seats };
      else if (fixed === drop.at) drop.left -= seats;
      return fixed;
    }
    const first = dropAfter(drip, office, due, since - 1);
    if (first > drop.at) drop = { at: first, left: drip.seats };
    if (drop.left <= 0) drop = { at: dropAfter(drip, office, due, drop.at), left: drip.seats };
    drop.left -= seats;
    return drop.at;
  });
}

/** The first drop after an instant, on a date of the rule or later. */
export function dropAfter(drip: Drip, office: string, from: Temporal.PlainDate, after: number): number {
  const zone = zoneOf(drip.clock, office);
  const dayOf = Temporal.Instant.fromEpochMilliseconds(Math.max(0, after) * 1000)
    .toZonedDateTimeISO(zone)
    .toPlainDate();
  let date = Temporal.PlainDate.compare(dayOf, from) > 0 ? dayOf : from;
  for (let ahead = 0; ahead <= longestGap; ahead += 1, date = date.add({ days: 1 })) {
    if (!drip.weekdays.includes(date.dayOfWeek)) continue;
    const first = instantOn(date, drip.from, zone).epochMilliseconds / 1000;
    const last = instantOn(date, drip.until, zone).epochMilliseconds / 1000;
    const step = drip.everyMinutes * 60;
    const drop = first > after ? first : first + (Math.floor((after - first) / step) + 1) * step;
    // An hour of opening that the clock skips leaves one drop: at the jump.
    if (drop <= Math.max(first, last)) return drop;
  }
  return Infinity;
}
