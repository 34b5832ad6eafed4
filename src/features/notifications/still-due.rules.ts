import type { BookingKind, MessageDetail } from './rules.ts';

export interface DueBooking {
  readonly status: string;
  readonly live: boolean;
  readonly startsAt: Temporal.Instant;
  readonly confirmClosesAt: Temporal.Instant | null;
  readonly takenInChargeAt: Temporal.Instant | null;
  readonly preCheck: { readonly state: string } | null;
  readonly clearance: { readonly state: string } | null;
  /** something the office asks for has not come */
  readonly lacksSomething?: boolean;
}

/** Whether a message still has something to say when its turn comes: nobody is reminded of what was cancelled. */
export function isStillDue(
  kind: BookingKind,
  booking: DueBooking,
  detail: MessageDetail,
  now: Temporal.Instant,
): boolean {
  if (kind === 'cancelled') return booking.status === 'cancelled';
  const sameTime = detail.startsAt === undefined || Temporal.Instant.from(detail.startsAt).equals(booking.startsAt);
  const ahead = booking.live && sameTime && Temporal.Instant.compare(now, booking.startsAt) < 0;
  switch (kind) {
    case 'booked':
    case 'moved':
    case 'person-removed':
    case 'reminder':
      return ahead;
    case 'no-show-pause':
      return booking.status === 'no-show';
    case 'taken-in-charge':
      return ahead && booking.takenInChargeAt !== null;
    case 'given-back':
      return ahead && booking.takenInChargeAt === null;
    case 'confirmed':
      return ahead && booking.status === 'confirmed';
    case 'to-regularise':
      return ahead && booking.preCheck?.state === 'to-regularise';
    case 'pre-check-reminder':
      return ahead && (booking.preCheck?.state === 'to-send' || booking.preCheck?.state === 'to-regularise');
    case 'completion-reminder':
      return ahead && booking.lacksSomething === true;
    case 'examined-fine':
      return ahead && booking.preCheck?.state === 'fine';
    case 'clearance-asked':
      return ahead && booking.clearance?.state === 'asked';
    case 'clearance-granted':
      return ahead && booking.clearance?.state === 'granted';
    case 'confirm-request':
    case 'confirm-reminder':
      return (
        ahead &&
        booking.status === 'booked' &&
        (booking.confirmClosesAt === null || Temporal.Instant.compare(now, booking.confirmClosesAt) < 0)
      );
  }
}
