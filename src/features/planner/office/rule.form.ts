import { z } from 'zod';
import type { FormValues } from '#platform/http/form.ts';
import { ruleFaults } from '../rule-faults.rules.ts';
import type { Break, OpeningRule } from '../rules.ts';
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
    // Rows may be left empty: the place of a break in the form is not its place in the rule.
    const rows = breakRows(typed, wrong);
    const rule = {
      validFrom: typed.validFrom.toString(),
      validTo: typed.validTo?.toString() ?? null,
      weekdays: [...new Set(typed.weekdays.map(Number))].sort((a, b) => a - b),
      starts: typed.starts,
      ends: typed.ends,
      breaks: rows.map(({ row: _row, ...pause }) => pause),
      minutes: typed.minutes,
      desks: typed.desks,
    };
    for (const { field, reason } of ruleFaults(rule)) {
      wrong(
        field.replace(/^breaks\.(\d)/, (_, index: string) => `breaks.${rows[Number(index)]?.row}`),
        reason,
      );
    }
    return rule;
  });

function breakRows(
  typed: Readonly<Record<string, unknown>>,
  wrong: (field: string, message: string) => void,
): (Break & { row: number })[] {
  const rows: (Break & { row: number })[] = [];
  for (let row = 0; row < breakCount; row += 1) {
    const [starts, ends] = [typed[`breaks.${row}.starts`], typed[`breaks.${row}.ends`]];
    if (typeof starts === 'string' && typeof ends === 'string') rows.push({ starts, ends, row });
    else if (typeof starts === 'string') wrong(`breaks.${row}.ends`, 'required');
    else if (typeof ends === 'string') wrong(`breaks.${row}.starts`, 'required');
  }
  return rows;
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
