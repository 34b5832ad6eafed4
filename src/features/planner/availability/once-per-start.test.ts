import { expect, it } from 'vitest';
import type { FreeSlot } from './free-slots.query.ts';
import { oncePerStart } from './once-per-start.rules.ts';

function slot(id: string, start: string, free: number): FreeSlot {
  const startsAt = Temporal.Instant.from(`2026-11-23T${start}:00Z`);
  const endsAt = startsAt.add({ minutes: 20 });
  return {
    id,
    slotIds: [id],
    seats: [free],
    plannerId: 1,
    day: Temporal.PlainDate.from('2026-11-23'),
    startsAt,
    endsAt,
    free,
  };
}

it('of two planners with the same start the one with more room is offered, and the order stays', () => {
  const slots = [slot('1', '09:20', 1), slot('2', '09:00', 1), slot('3', '09:00', 4), slot('4', '09:00', 2)];
  expect(oncePerStart(slots).map(({ id }) => id)).toEqual(['1', '3']);
});
