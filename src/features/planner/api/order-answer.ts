import { withOffset } from '#platform/dates.ts';
import type { OrderTold } from '../releases/release-order.ts';

/** How people are put in order, as the API tells it of a release. */
export function orderOf(told: OrderTold | undefined, zone: string) {
  return {
    order: told?.order ?? ('first-come' as const),
    commitment: told?.commitment ?? null,
    listRoot: told?.listRoot ?? null,
    seed: told?.seed ?? null,
    participants: told?.participants ?? null,
    room: told
      ? { joinsAt: withOffset(told.joinsAt, zone), closesAt: withOffset(told.closesAt, zone), state: told.state }
      : null,
  };
}
