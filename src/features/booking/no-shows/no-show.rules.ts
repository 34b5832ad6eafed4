import type { NoShowRule } from '#features/offices/index.ts';

/** An appointment that somebody missed without excuse, on its day in the office's calendar. */
export interface Missed {
  readonly bookingId: string;
  readonly serviceCode: string;
  readonly day: Temporal.PlainDate;
}

/** Until when new bookings pause: the last day counts in full. */
export interface Pause {
  readonly lastDay: Temporal.PlainDate;
  /** what it follows from, the latest first */
  readonly missed: readonly Missed[];
}

/**
 * The pause that an office's rule asks for today, if any. Every appointment missed that makes the rule's number within
 * its months begins a pause, from the day it was missed; the latest ends last.
 */
export function pauseFor(
  missed: readonly Missed[],
  { rule, serviceCode, today }: { rule: NoShowRule; serviceCode: string; today: Temporal.PlainDate },
): Pause | undefined {
  const counted = missed
    .filter((one) => rule.scope === 'office' || one.serviceCode === serviceCode)
    .toSorted((a, b) => Temporal.PlainDate.compare(b.day, a.day));
  for (const [index, { day }] of counted.entries()) {
    const from = day.subtract({ months: rule.months });
    const together = counted.slice(index).filter((one) => Temporal.PlainDate.compare(one.day, from) > 0);
    const lastDay = day.add({ days: rule.days });
    if (Temporal.PlainDate.compare(lastDay, today) < 0) return undefined;
    if (together.length >= rule.limit) return { lastDay, missed: together };
  }
  return undefined;
}
