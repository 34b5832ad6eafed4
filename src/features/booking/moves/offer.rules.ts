export const offerCauses = ['planner', 'closure', 'office'] as const;
/** Why a seat is offered: the hours changed, the office closes, or an operator chose it. */
export type OfferCause = (typeof offerCauses)[number];

export type OfferState = 'offered' | 'accepted' | 'declined' | 'expired' | 'withdrawn' | 'no-seat';

/** People have three working days to decide, but never less than half a day. */
const workingDays = 3;
const leastHours = 12;
/** An offer ends a day before the appointment that is to be left, so that the office knows who comes. */
const hoursBeforeOld = 24;
/** And early enough to set out for the new one. */
const hoursBeforeNew = 2;
/** With less than this to decide it is no offer. */
const leastNotice = Temporal.Duration.from({ hours: 1 });

const none: ReadonlySet<string> = new Set();

/** When an offer made now ends, whatever seat is found. Saturdays, Sundays and holidays of the office do not count. */
export function offerEnds(offer: {
  now: Temporal.Instant;
  oldStartsAt: Temporal.Instant;
  zone: string;
  /** `YYYY-MM-DD` */
  daysOff?: ReadonlySet<string> | undefined;
}) {
  const { now, oldStartsAt, zone, daysOff = none } = offer;
  let end = now.toZonedDateTimeISO(zone);
  for (let counted = 0; counted < workingDays; ) {
    end = end.add({ days: 1 });
    if (end.dayOfWeek <= 5 && !daysOff.has(end.toPlainDate().toString())) counted += 1;
  }
  const wished = earlier(end.toInstant(), oldStartsAt.subtract({ hours: hoursBeforeOld }));
  const least = now.add({ hours: leastHours });
  return earlier(wished, least).equals(wished) ? least : wished;
}

/** The earliest start of a seat that is worth offering until `ends`. */
export function earliestToOffer(ends: Temporal.Instant): Temporal.Instant {
  return ends.add({ hours: hoursBeforeNew });
}

/** When an offer of a chosen seat ends; undefined when the seat is too near to be offered. */
export function offerOfSeatEnds(offer: {
  now: Temporal.Instant;
  oldStartsAt: Temporal.Instant;
  newStartsAt: Temporal.Instant;
  zone: string;
  daysOff?: ReadonlySet<string> | undefined;
}): Temporal.Instant | undefined {
  const ends = earlier(offerEnds(offer), offer.newStartsAt.subtract({ hours: hoursBeforeNew }));
  return Temporal.Instant.compare(ends, offer.now.add(leastNotice)) >= 0 ? ends : undefined;
}

function earlier(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) <= 0 ? a : b;
}
