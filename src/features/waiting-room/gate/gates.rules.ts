import type { RoomNow } from '../turns/rooms.ts';

/** Clocks of machines may differ by so much. */
const slack = 2_000;

/** Whether a room stands before seats that could be asked for now: what opens later is not given to anybody anyway. */
export function gates({ state, gate }: Pick<RoomNow, 'state' | 'gate'>, now: Temporal.Instant): boolean {
  if (state === 'ended') return false;
  return gate === null || gate.from.epochMilliseconds - now.epochMilliseconds <= slack;
}
