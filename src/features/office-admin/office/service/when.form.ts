import { z } from 'zod';
import type { Offering, OfferingRules } from '#features/offices/index.ts';
import type { FormValues } from '#platform/http/form.ts';
import { optionalNumber, shown, shownTick, tick } from './fields.ts';

/** Horizons that many offices have: their own days ahead, and for how many days. */
export const horizonPresets = {
  planner: { from: 0, days: null },
  'three-months': { from: 0, days: 92 },
  'thirteen-weeks': { from: 16, days: 91 },
} as const;
export const horizonChoices = ['planner', 'three-months', 'thirteen-weeks', 'own'] as const;
export type HorizonPreset = keyof typeof horizonPresets;

const lengths = { days: 1, weeks: 7 } as const;
const notices = { minutes: 1, hours: 60, days: 1440 } as const;
const mostDays = 400;
const mostNotice = 525_600;

/** Whether, how long and how far ahead a service is booked. */
export const whenSchema = z
  .object({
    active: z.enum(['yes', 'no'], 'required-choice'),
    durationMinutes: optionalNumber(1, 480),
    horizon: z.enum(horizonChoices, 'required-choice'),
    horizonFrom: optionalNumber(0, mostDays),
    horizonLength: optionalNumber(1, mostDays),
    horizonUnit: z.enum(['days', 'weeks'], 'required-choice'),
    noticeLength: optionalNumber(0, mostNotice),
    noticeUnit: z.enum(['minutes', 'hours', 'days'], 'required-choice'),
    waitingList: tick,
  })
  .transform((values, context): Partial<OfferingRules> => {
    const days = values.horizonLength === null ? null : values.horizonLength * lengths[values.horizonUnit];
    const own = { from: values.horizonFrom ?? 0, days };
    const { from, days: length } = values.horizon === 'own' ? own : horizonPresets[values.horizon];
    const notice = values.noticeLength === null ? null : values.noticeLength * notices[values.noticeUnit];
    const tooMuch = (path: string) => context.addIssue({ code: 'custom', message: 'out-of-range', path: [path] });
    if (length !== null && length > mostDays) tooMuch('horizonLength');
    if (notice !== null && notice > mostNotice) tooMuch('noticeLength');
    return {
      active: values.active === 'yes',
      durationMinutes: values.durationMinutes,
      horizonFromDays: from,
      horizonDays: length,
      noticeMinutes: notice,
      waitingList: values.waitingList,
    };
  });

export function whenShown(offering: Offering): FormValues {
  const { horizonFromDays, horizonDays, noticeMinutes } = offering;
  const preset = horizonChoices.find(
    (choice) =>
      choice !== 'own' &&
      horizonPresets[choice].from === horizonFromDays &&
      horizonPresets[choice].days === horizonDays,
  );
  const inWeeks = horizonDays !== null && horizonDays % 7 === 0;
  const unit = noticeMinutes === null || noticeMinutes === 0 ? 'hours' : unitOf(noticeMinutes);
  return {
    active: offering.active ? 'yes' : 'no',
    durationMinutes: shown(offering.durationMinutes),
    horizon: preset ?? 'own',
    horizonFrom: String(horizonFromDays),
    horizonLength: shown(horizonDays === null ? null : inWeeks ? horizonDays / 7 : horizonDays),
    horizonUnit: inWeeks ? 'weeks' : 'days',
    noticeLength: shown(noticeMinutes === null ? null : noticeMinutes / notices[unit]),
    noticeUnit: unit,
    waitingList: shownTick(offering.waitingList),
  };
}

function unitOf(minutes: number): keyof typeof notices {
  if (minutes % notices.days === 0) return 'days';
  return minutes % notices.hours === 0 ? 'hours' : 'minutes';
}
