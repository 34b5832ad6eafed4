import type { NamedValue, OrderFault, OrderWish } from '#features/planner/index.ts';
import { bitsOf, leastBits } from './public-value.ts';
import { valueZone } from './value-day.ts';

/** The days of the week on which the usual value is drawn, in the evening. */
const usualDays = [2, 4, 5, 6];
const usualHour = '21:00';

const usual: Omit<NamedValue, 'day'> = {
  it: 'I sei numeri estratti al SuperEnalotto, senza Jolly e SuperStar',
  en: 'The six numbers drawn at the SuperEnalotto, without Jolly and SuperStar',
  source: 'https://www.superenalotto.it/archivio-estrazioni',
  form: { kind: 'numbers', count: 6, highest: 90 },
};

export interface DrawTimes {
  readonly joinsAt: Temporal.Instant;
  readonly closesAt: Temporal.Instant;
  readonly value: NamedValue | null;
}

type Timed = { readonly ok: true; readonly times: DrawTimes } | { readonly ok: false; readonly reason: OrderFault };

const before = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) < 0;

const startOf = (day: Temporal.PlainDate) => day.toZonedDateTime({ timeZone: valueZone }).toInstant();

/**
 * When people join and when that ends, and the value that is mixed in, where the office left something to us. The day of the
 * value begins after the closing, so that nobody knows it then, and before the seats open.
 */
export function drawTimes(
  wish: OrderWish,
  { opensAt, now }: { opensAt: Temporal.Instant; now: Temporal.Instant },
): Timed {
  const joinsAt = wish.joinsAt ?? now.add({ minutes: 1 });
  const fault = (reason: OrderFault) => ({ ok: false, reason }) as const;
  if (before(joinsAt, now)) return fault('joins-in-the-past');
  if (wish.closesAt && !before(joinsAt, wish.closesAt)) return fault('closes-before-joining');
  if (!before(joinsAt, opensAt)) return fault('closes-before-joining');
  if (wish.closesAt && before(opensAt, wish.closesAt)) return fault('opens-before-closing');
  if (wish.unmixedReason !== null)
    return { ok: true, times: { joinsAt, closesAt: wish.closesAt ?? opensAt, value: null } };
  const value = wish.value ?? usualValue(wish.closesAt ?? joinsAt, opensAt);
  if (value === undefined) return fault('no-day-for-value');
  if (bitsOf(value.form) < leastBits) return fault('too-few-outcomes');
  const from = startOf(Temporal.PlainDate.from(value.day));
  const closesAt = wish.closesAt ?? usualClosing(joinsAt, from);
  if (!before(closesAt, from) || !before(joinsAt, closesAt)) return fault('value-before-closing');
  if (!before(from, opensAt)) return fault('opens-before-value');
  return { ok: true, times: { joinsAt, closesAt, value } };
}

/** At noon of the day before: a standstill of some hours does no harm. Where people join later, an hour before the day. */
function usualClosing(joinsAt: Temporal.Instant, from: Temporal.Instant): Temporal.Instant {
  const noon = from.subtract({ hours: 12 });
  return before(joinsAt, noon) ? noon : from.subtract({ hours: 1 });
}

/** The last day of the usual value that begins after the closing and whose evening is before the seats open. */
function usualValue(closesAt: Temporal.Instant, opensAt: Temporal.Instant): NamedValue | undefined {
  let day = opensAt.toZonedDateTimeISO(valueZone).toPlainDate();
  while (before(closesAt, startOf(day))) {
    const evening = day.toZonedDateTime({ timeZone: valueZone, plainTime: usualHour }).toInstant();
    if (usualDays.includes(day.dayOfWeek) && before(evening, opensAt)) return { ...usual, day: day.toString() };
    day = day.subtract({ days: 1 });
  }
  return undefined;
}
