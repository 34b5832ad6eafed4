import type { Db } from '#platform/database.ts';
import { type Area, firstFreeAround, type OfficeAround } from '#features/planner/index.ts';
import type { FirstDateSorting } from './first-date-request.ts';

export interface FirstDatesAround {
  /** offices that take bookings, in the order asked for; those without a free seat last when it is by date */
  readonly bookable: readonly (OfficeAround & { readonly offeringId: number })[];
  /** offices that take no bookings here, the nearest first */
  readonly others: readonly OfficeAround[];
}

/** The first free time of every office of an area, and the offices that take no bookings. */
export async function firstDatesAround(
  db: Db,
  request: { service: string; area: Area; sort: FirstDateSorting; now: Temporal.Instant },
): Promise<FirstDatesAround> {
  const around = await firstFreeAround(db, request);
  const bookable = around.filter(
    (office): office is OfficeAround & { offeringId: number } => office.offeringId !== null,
  );
  return {
    bookable: request.sort === 'date' ? bookable.toSorted(byDate) : bookable,
    others: around.filter(({ offeringId }) => offeringId === null),
  };
}

// They come by distance, and a sort that keeps the order of equals leaves the nearest of a day first.
function byDate({ date: a }: OfficeAround, { date: b }: OfficeAround): number {
  if (!a || !b) return Number(!a) - Number(!b);
  return Temporal.PlainDate.compare(a, b);
}
