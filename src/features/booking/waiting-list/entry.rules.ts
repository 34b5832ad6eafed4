/** Only the first two are live; `booked`: the person found a seat by themselves. */
export type EntryState = 'waiting' | 'asleep' | 'accepted' | 'booked' | 'left' | 'removed' | 'ended';

/** Why nothing is offered to an entry: offers left unanswered, our question left unanswered, or the days wished are over. */
export type AsleepWhy = 'lapses' | 'unanswered' | 'days-over';

export type SeatOfferState = 'offered' | 'accepted' | 'declined' | 'lapsed' | 'withdrawn';

/** Once in so many days we ask whether it is still needed, counted from the last sign of life. */
export const askAfter = Temporal.Duration.from({ hours: 30 * 24 });
/** Without an answer for so long, the entry sleeps: it gets no offers. */
export const answerWithin = Temporal.Duration.from({ hours: 14 * 24 });
/** Its place is kept for so long still. */
export const keptAsleep = Temporal.Duration.from({ hours: 30 * 24 });

/** When a sleeping entry loses its place. */
export function placeKeptUntil(asleepSince: Temporal.Instant): Temporal.Instant {
  return asleepSince.add(keptAsleep);
}
