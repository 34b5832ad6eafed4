/** The days a report is about, both included. */
export interface Period {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

export const periodNames = ['week', 'month', 'last-month', 'quarter', 'free'] as const;
export type PeriodName = (typeof periodNames)[number];

/** A report over more days than this is refused. */
export const longestPeriodDays = 3 * 366;

/** This week, month and quarter go from their first day to today: they are compared with as much of the one before. */
export function namedPeriod(name: Exclude<PeriodName, 'free'>, today: Temporal.PlainDate): Period {
  const month = today.with({ day: 1 });
  switch (name) {
    case 'week':
      return { from: today.subtract({ days: today.dayOfWeek - 1 }), to: today };
    case 'month':
      return { from: month, to: today };
    case 'last-month':
      return { from: month.subtract({ months: 1 }), to: month.subtract({ days: 1 }) };
    case 'quarter':
      return { from: month.subtract({ months: (today.month - 1) % 3 }), to: today };
  }
}

/** What a period is compared with: the same days of the week, month or quarter before; else as many days right before. */
export function previousPeriod(name: PeriodName, { from, to }: Period): Period {
  switch (name) {
    case 'week':
      return { from: from.subtract({ days: 7 }), to: to.subtract({ days: 7 }) };
    case 'month':
      return { from: from.subtract({ months: 1 }), to: to.subtract({ months: 1 }) };
    case 'last-month':
      return { from: from.subtract({ months: 1 }), to: from.subtract({ days: 1 }) };
    case 'quarter':
      return { from: from.subtract({ months: 3 }), to: to.subtract({ months: 3 }) };
    case 'free':
      return { from: from.subtract({ days: lengthOf({ from, to }) }), to: from.subtract({ days: 1 }) };
  }
}

export function lengthOf({ from, to }: Period): number {
  return from.until(to, { largestUnit: 'days' }).days + 1;
}

export type Grain = 'day' | 'week' | 'month';

/** How finely a page shows a period: no chart has more columns than can be told apart. */
export function grainOf(period: Period): Grain {
  const days = lengthOf(period);
  return days <= 45 ? 'day' : days <= 200 ? 'week' : 'month';
}

/** The first day of each day, week or month of a period, as far as it lies within it. */
export function stepsOf({ from, to }: Period, grain: Grain): Temporal.PlainDate[] {
  const steps: Temporal.PlainDate[] = [];
  for (let step = firstOf(from, grain); Temporal.PlainDate.compare(step, to) <= 0; step = next(step, grain)) {
    steps.push(step);
  }
  return steps;
}

/** A step as it is told: a week or month that began before the period is told by the period's first day. */
export function toldStep(step: Temporal.PlainDate, { from }: Period): Temporal.PlainDate {
  return Temporal.PlainDate.compare(step, from) < 0 ? from : step;
}

function firstOf(day: Temporal.PlainDate, grain: Grain): Temporal.PlainDate {
  if (grain === 'day') return day;
  return grain === 'week' ? day.subtract({ days: day.dayOfWeek - 1 }) : day.with({ day: 1 });
}

function next(step: Temporal.PlainDate, grain: Grain): Temporal.PlainDate {
  if (grain === 'day') return step.add({ days: 1 });
  return grain === 'week' ? step.add({ days: 7 }) : step.add({ months: 1 });
}
