import { withOffset } from '#platform/dates.ts';
import type { Release } from '../availability/releases.query.ts';
import type { OrderTold } from '../releases/release-order.ts';

/** A release as the API tells it, with how people are put in order. */
export function releaseItem(release: Release, told: OrderTold | undefined, zone: string) {
  const { id, opensAt, opensBy, day, lastDay, seats, kind, soldOutAt } = release;
  return {
    id,
    opensAt: withOffset(opensAt, zone),
    opensBy: opensBy && withOffset(opensBy, zone),
    date: day.toString(),
    lastDate: lastDay.toString(),
    seats,
    kind,
    order: told?.order ?? ('first-come' as const),
    commitment: told?.commitment ?? null,
    listRoot: told?.listRoot ?? null,
    seed: told?.seed ?? null,
    participants: told?.participants ?? null,
    room: told
      ? { joinsAt: withOffset(told.joinsAt, zone), closesAt: withOffset(told.closesAt, zone), state: told.state }
      : null,
    soldOutAt: soldOutAt && withOffset(soldOutAt, zone),
  };
}
