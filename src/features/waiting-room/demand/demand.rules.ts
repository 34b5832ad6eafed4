/** Requests in a second, at one process, below which nobody need wait. */
export const fewRequests = 20;
/** So many seconds the seats should last at the present rush, or people wait for their turn instead. */
export const secondsToLast = 10;
/** Seat requests that wait for a batch: the system is at its end. */
export const heavyLoad = 2_000;

/** Why a room is to be switched on over an offering, if it is. */
export function whyRoom(now: { perSecond: number; free: number; load: number }): 'demand' | 'load' | undefined {
  // Sold out is answered faster than a place in a queue.
  if (now.free === 0 || now.perSecond < 1) return undefined;
  if (now.perSecond >= fewRequests && now.perSecond * secondsToLast > now.free) return 'demand';
  if (now.load >= heavyLoad) return 'load';
  return undefined;
}
