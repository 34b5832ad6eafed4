import type { CompletionRules } from '#features/offices/index.ts';
import type { CheckResult, Verdict } from '#features/photo/index.ts';
import type { Delivery } from '../delivery/delivery.rules.ts';

/**
 * A proposed photo waits for its person's yes, one added at the desk for the office's: neither side sees the other's. The
 * accepted one is what both see.
 */
export type PhotoState = 'proposed' | 'at-desk' | 'accepted';

/** The photo of one person of a booking, without the picture. */
export interface PhotoOfBooking {
  /** of the person */
  readonly position: number;
  readonly state: PhotoState;
  readonly id: string;
  readonly verdict: Verdict;
  readonly checks: readonly CheckResult[];
  /** pixels, bytes */
  readonly width: number;
  readonly height: number;
  readonly size: number;
  readonly sentAt: Temporal.Instant;
}

/** What has to be known of a booking to say what may still follow it. */
export interface Completable {
  readonly live: boolean;
  readonly startsAt: Temporal.Instant;
  readonly completion: CompletionRules;
  readonly photos: readonly Pick<PhotoOfBooking, 'position' | 'state'>[];
  readonly hasDelivery: boolean;
  /** of its people */
  readonly positions: readonly number[];
}

/** The same, of a booking that has been read whole. */
export function completableOf(booking: {
  readonly live: boolean;
  readonly startsAt: Temporal.Instant;
  readonly completion: CompletionRules;
  readonly photos: readonly PhotoOfBooking[];
  readonly delivery: Delivery | null;
  readonly people: readonly { readonly position: number }[];
}): Completable {
  const positions = booking.people.map(({ position }) => position);
  return { ...booking, hasDelivery: booking.delivery !== null, positions };
}

/** Something may follow the booking at all. */
export function takesMore({ completion }: Pick<Completable, 'completion'>): boolean {
  return completion.photo !== 'none' || completion.delivery !== 'none';
}

/** Until when its people may send and change it by themselves: the first instant that is too late. */
export function completeUntil({
  startsAt,
  completion,
}: Pick<Completable, 'startsAt' | 'completion'>): Temporal.Instant {
  return startsAt.subtract({ hours: completion.completionCutoffHours });
}

/** Whether they may now. Past that they ask the office, which may until it has served them. */
export function mayComplete(
  booking: Pick<Completable, 'live' | 'startsAt' | 'completion'>,
  now: Temporal.Instant,
): boolean {
  return booking.live && takesMore(booking) && Temporal.Instant.compare(now, completeUntil(booking)) < 0;
}

export interface Missing {
  /** positions of those whose photo is asked for and is not there */
  readonly photos: readonly number[];
  readonly delivery: boolean;
}

/** What the office asks for and has not got. What is merely possible is never missing. */
export function missingOf(booking: Completable): Missing {
  const { completion, photos, positions } = booking;
  if (!booking.live) return { photos: [], delivery: false };
  const isThere = (position: number): boolean =>
    photos.some((photo) => photo.position === position && photo.state === 'accepted');
  return {
    photos: completion.photo === 'asked' ? positions.filter((position) => !isThere(position)) : [],
    delivery: completion.delivery === 'asked' && !booking.hasDelivery,
  };
}

export function isComplete({ photos, delivery }: Missing): boolean {
  return photos.length === 0 && !delivery;
}
