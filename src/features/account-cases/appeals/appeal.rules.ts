/** Characters of an appeal. */
export const longestAppeal = 2_000;

const again = Temporal.Duration.from({ hours: 30 * 24 });

/** A block that was kept may be answered again after a month: what has changed by then is heard. */
export function mayAppealAgain(decidedAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, decidedAt.add(again)) >= 0;
}

/** From when on. */
export function appealAgainFrom(decidedAt: Temporal.Instant): Temporal.Instant {
  return decidedAt.add(again);
}
