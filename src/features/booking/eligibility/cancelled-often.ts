import type { Refusal } from './rule.ts';

/** So many appointments of one service that a person booked and cancelled within so many days: then a pause. */
export const mostCancelled = 10;
export const cancelledDays = 7;

/**
 * Said when somebody is booked in and cancelled again and again; decided in the statement that a booking asks anyway
 * (`standingOf`), by the person and not by the account. The office books whom it likes.
 */
export function cancelledOften(until: Temporal.Instant, place: { zone: string; contacts: string }): Refusal {
  const lastDay = until.toZonedDateTimeISO(place.zone).toPlainDate();
  return {
    name: 'cancelled-often',
    values: { lastDay, count: mostCancelled, days: cancelledDays },
    ways: [{ name: 'office-contacts', href: place.contacts }],
  };
}
