import type { Deps } from '#platform/deps.ts';
import { openRoomNow } from '../room/open-room-now.ts';
import { freeOfOffering } from './free-of-offering.query.ts';
import { fewRequests, heavyLoad, whyRoom } from './demand.rules.ts';

export interface Demand {
  note(offeringId: number): void;
  /** Once a second: true when a room was switched on. */
  check(): Promise<boolean>;
}

/**
 * Counts requests for seats in this process, by offering; the database is asked only where they are many. Off where limits
 * are off.
 */
export function watchDemand(
  deps: Deps,
  { load, isWatched }: { load: () => number; isWatched: (offeringId: number) => boolean },
): Demand {
  let counted = new Map<number, number>();
  let since = performance.now();

  async function check(): Promise<boolean> {
    const requests = counted;
    const seconds = Math.max(0.25, (performance.now() - since) / 1000);
    counted = new Map();
    since = performance.now();
    if (!deps.config.limits) return false;
    const waiting = load();
    let opened = false;
    for (const [offeringId, count] of requests) {
      const perSecond = count / seconds;
      if (isWatched(offeringId) || (perSecond < fewRequests && waiting < heavyLoad)) continue;
      const now = deps.clock.now();
      const free = await freeOfOffering(deps.db, { offeringId, now });
      const cause = whyRoom({ perSecond, free, load: waiting });
      if (cause === undefined) continue;
      const room = await openRoomNow(deps, { offeringId, cause, now });
      if (room) deps.log.info({ room, cause, perSecond: Math.round(perSecond), free }, 'people wait for their turn');
      opened ||= room !== undefined;
    }
    return opened;
  }

  return {
    note: (offeringId) => void counted.set(offeringId, (counted.get(offeringId) ?? 0) + 1),
    check,
  };
}
