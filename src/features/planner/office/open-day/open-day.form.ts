import { z } from 'zod';
import { dayIn } from '#platform/dates.ts';
import { extraOpeningFaults } from '../../calendar/extra-opening-faults.rules.ts';
import type { OpenDayWish } from '../../open-days/make-open-day.ts';
import { mostQuotaSeats } from '../../quotas/quota-body.ts';
import { mostDesks } from '../../rules.ts';
import { choices, optionalDay, optionalTime, typedDay, typedNumber, typedTime } from '../form-fields.ts';

const words = (most: number) => z.string('required').trim().min(1, 'required').max(most, 'too-long');
const someWords = z.string().trim().max(1000, 'too-long').default('');

/** An open day as typed, for an office with this clock, at an instant. */
export function openDaySchema({ zone, now }: { zone: string; now: Temporal.Instant }) {
  return z
    .object({
      nameIt: words(80),
      nameEn: words(80),
      textIt: someWords,
      textEn: someWords,
      offerings: choices
        .refine((ids) => ids.every((id) => /^[1-9]\d{0,8}$/.test(id)), 'invalid')
        .refine((ids) => ids.length > 0, 'required-choice'),
      day: typedDay,
      starts: typedTime,
      ends: typedTime,
      minutes: typedNumber(1, 480),
      desks: typedNumber(1, mostDesks),
      opensDay: optionalDay,
      opensTime: optionalTime,
      elsewhere: z.union([z.literal('').transform(() => null), typedNumber(0, mostQuotaSeats)]).default(null),
    })
    .transform((typed, context): OpenDayWish => {
      const wrong = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
      const day = typed.day.toString();
      const { starts, ends, minutes, desks, textIt, textEn, opensDay, opensTime } = typed;
      const hours = { firstDay: day, lastDay: day, starts, ends, minutes, desks };
      for (const { field, reason } of extraOpeningFaults(hours, dayIn(now, zone)))
        wrong(field === 'firstDay' || field === 'lastDay' ? 'day' : field, reason);
      if (textIt !== '' && textEn === '') wrong('textEn', 'required');
      if (textEn !== '' && textIt === '') wrong('textIt', 'required');
      if (opensDay === null && opensTime !== null) wrong('opensDay', 'required');
      const opensAt = opensDay?.toZonedDateTime({ timeZone: zone, plainTime: timeOf(opensTime) }).toInstant() ?? null;
      if (opensAt && Temporal.Instant.compare(opensAt, now) <= 0) wrong('opensDay', 'in-the-past');
      if (opensAt && opensDay && Temporal.PlainDate.compare(opensDay, typed.day) > 0)
        wrong('opensDay', 'after-the-day');
      const most = typed.elsewhere;
      return {
        name: { it: typed.nameIt, en: typed.nameEn },
        text: textIt === '' ? null : { it: textIt, en: textEn },
        offeringIds: typed.offerings.map(Number),
        hours,
        opensAt,
        quotas:
          most === null ? [] : [{ who: 'elsewhere', kind: 'at-most', seats: most, per: 'day', untilMinutes: null }],
      };
    });
}

function timeOf(typed: string | null): Temporal.PlainTime {
  return Temporal.PlainTime.from(typed === null || typed === '24:00' ? '00:00' : typed);
}
