import { z } from 'zod';
import type { FormValues } from '#platform/http/form.ts';
import { type Break, minuteOf, type OpeningRule, windowsOf } from '../rules.ts';
import { choices, optionalDay, optionalTime, typedDay, typedNumber, typedTime } from './form-fields.ts';

/** Breaks a form has room for. */
export const breakCount = 3;

export const ruleSchema = z
  .object({
    validFrom: typedDay,
    validTo: optionalDay,
    weekdays: choices
      .refine((days) => days.every((day) => /^[1-7]$/.test(day)), 'invalid')
      .refine((days) => days.length > 0, 'required-choice'),
    starts: typedTime,
    ends: typedTime,
    'breaks.0.starts': optionalTime,
    'breaks.0.ends': optionalTime,
    'breaks.1.starts': optionalTime,
    'breaks.1.ends': optionalTime,
    'breaks.2.starts': optionalTime,
    'breaks.2.ends': optionalTime,
    minutes: typedNumber(1, 480),
    desks: typedNumber(1, 200),
  })
  .transform((typed, context): OpeningRule => {
    const wrong = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
    const { starts, ends, minutes, desks } = typed;
    const rule = {
      validFrom: typed.validFrom.toString(),
      validTo: typed.validTo?.toString() ?? null,
      weekdays: [...new Set(typed.weekdays.map(Number))].sort((a, b) => a - b),
      starts,
      ends,
      breaks: breaksOf(typed, wrong),
      minutes,
      desks,
    };
    if (rule.validTo !== null && rule.validTo < rule.validFrom) wrong('validTo', 'before-start');
    if (minuteOf(ends) <= minuteOf(starts)) wrong('ends', 'before-start');
    else if (!windowsOf(rule).some((window) => window.until - window.from >= minutes)) wrong('minutes', 'no-slot');
    return rule;
  });

function breaksOf(
  typed: Readonly<Record<string, unknown>> & { starts: string; ends: string },
  wrong: (field: string, message: string) => void,
): Break[] {
  const breaks: Break[] = [];
  for (let index = 0; index < breakCount; index += 1) {
    const [from, until] = [typed[`breaks.${index}.starts`], typed[`breaks.${index}.ends`]];
    if (typeof from !== 'string' && typeof until !== 'string') continue;
    if (typeof from !== 'string') wrong(`breaks.${index}.starts`, 'required');
    else if (typeof until !== 'string') wrong(`breaks.${index}.ends`, 'required');
    else if (minuteOf(until) <= minuteOf(from)) wrong(`breaks.${index}.ends`, 'before-start');
    else if (minuteOf(from) < minuteOf(typed.starts) || minuteOf(until) > minuteOf(typed.ends)) {
      wrong(`breaks.${index}.starts`, 'outside');
    } else if (
      breaks.some((other) => minuteOf(from) < minuteOf(other.ends) && minuteOf(until) > minuteOf(other.starts))
    ) {
      wrong(`breaks.${index}.starts`, 'overlap');
    } else breaks.push({ starts: from, ends: until });
  }
  return breaks;
}

/** What the form shows of a rule that exists, or of a new one from a day on. */
export function ruleValues(rule: OpeningRule | undefined, today: Temporal.PlainDate): FormValues {
  if (rule === undefined) {
    return {
      validFrom: today.toString(),
      weekdays: ['1', '2', '3', '4', '5'],
      starts: '09:00',
      ends: '12:00',
      minutes: '20',
      desks: '1',
    };
  }
  const breaks = rule.breaks.flatMap(({ starts, ends }, index): [string, string][] => [
    [`breaks.${index}.starts`, starts],
    [`breaks.${index}.ends`, ends],
  ]);
  return {
    validFrom: rule.validFrom,
    validTo: rule.validTo ?? '',
    weekdays: rule.weekdays.map(String),
    starts: rule.starts,
    ends: rule.ends,
    minutes: String(rule.minutes),
    desks: String(rule.desks),
    ...Object.fromEntries(breaks),
  };
}
