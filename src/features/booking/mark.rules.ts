import { type BookingStatus, expected } from './status.rules.ts';

/** What an operator marks on the day. */
export const marks = ['check-in', 'call', 'serve', 'no-show', 'undo'] as const;
export type Mark = (typeof marks)[number];

export type MarkRefusal = 'cancelled' | 'wrong-state' | 'too-early';

/** The states each mark may follow. */
const marksFrom: Readonly<Record<Mark, readonly BookingStatus[]>> = {
  'check-in': expected,
  call: [...expected, 'checked-in'],
  serve: [...expected, 'checked-in'],
  'no-show': expected,
  undo: ['checked-in', 'served', 'no-show'],
};

/**
 * Whether the office may mark a booking now. It may serve people ahead of their day, but nobody is absent before the
 * appointment has begun.
 */
export function markRefusal(
  booking: { readonly status: BookingStatus; readonly startsAt: Temporal.Instant },
  mark: Mark,
  now: Temporal.Instant,
): MarkRefusal | undefined {
  if (booking.status === 'cancelled') return 'cancelled';
  if (!marksFrom[mark].includes(booking.status)) return 'wrong-state';
  return mark === 'no-show' && Temporal.Instant.compare(now, booking.startsAt) < 0 ? 'too-early' : undefined;
}
