import { wholeWeek, type Wishes } from '../waiting-list/wishes.rules.ts';
import type { JoinBody } from './waiting-list-body.ts';

/** The wishes as sent, or the field that makes no sense. `today` is the office's. */
export function readWishes(
  body: JoinBody,
  today: Temporal.PlainDate,
): { wishes: Wishes } | { fault: { field: string; reason: string } } {
  const day = (text: string | undefined) => (text === undefined ? null : Temporal.PlainDate.from(text));
  const time = (text: string | undefined) => (text === undefined ? null : Temporal.PlainTime.from(text));
  const [fromDay, toDay] = [day(body.from), day(body.to)];
  const [fromTime, toTime] = [time(body.hours?.from), time(body.hours?.to)];
  if (
    toDay &&
    (Temporal.PlainDate.compare(toDay, today) < 0 || (fromDay && Temporal.PlainDate.compare(fromDay, toDay) > 0))
  )
    return { fault: { field: 'to', reason: 'invalid' } };
  if (fromTime && toTime && Temporal.PlainTime.compare(fromTime, toTime) >= 0)
    return { fault: { field: 'hours.to', reason: 'invalid' } };
  const weekdays = [...new Set(body.weekdays ?? wholeWeek)].sort((a, b) => a - b);
  return { wishes: { party: body.party, weekdays, fromDay, toDay, fromTime, toTime } };
}
