import { z } from 'zod';
import type { FormValues } from '#platform/http/form.ts';
import { ruleFaults } from '../../editing/rule-faults.rules.ts';
import type { Break, OpeningRule } from '../../rules.ts';
import { choices, optionalDay, optionalTime, typedDay, typedNumber, typedTime } from '../form-fields.ts';
import { mostDesks } from '../../rules.ts';

/** Breaks a form has room for. */
export const breakCount = 3;

const fields = {
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
  desks: typedNumber(1, mostDesks),
};

type Typed = { [Name in keyof typeof fields]?: z.output<(typeof fields)[Name]> };

/** Everything that is wrong is told at once: fields on their own, and those that are well formed among each other. */
export const ruleSchema = z.record(z.string(), z.unknown()).transform((sent, context): OpeningRule => {
  let isWell = true;
  const wrong = (field: string, message: string) => {
    isWell = false;
    context.addIssue({ code: 'custom', path: [field], message });
  };
  const typed = readFields(sent, wrong);
  // Rows may be left empty: the place of a break in the form is not its place in the rule.
  const rows = breakRows(typed, wrong);
  const rule = ruleOf(typed, rows);
  for (const { field, reason } of ruleFaults(rule)) {
    wrong(
      field.replace(/^breaks\.(\d)/, (_, index: string) => `breaks.${rows[Number(index)]?.row}`),
      reason,
    );
  }
  return isWell ? rule : z.NEVER;
});

function readFields(sent: Readonly<Record<string, unknown>>, wrong: (field: string, message: string) => void): Typed {
  const read = Object.entries(fields).flatMap(([name, schema]) => {
    const parsed = schema.safeParse(sent[name]);
    if (parsed.success) return [[name, parsed.data]];
    wrong(name, parsed.error.issues[0]?.message ?? 'invalid');
    return [];
  });
  // Each value was parsed by the schema of its own name.
  return Object.fromEntries(read) as Typed;
}

/** What was not well typed is taken as what fits with everything, so that it is told of once. */
function ruleOf(typed: Typed, rows: readonly (Break & { row: number })[]): OpeningRule {
  return {
    validFrom: typed.validFrom?.toString() ?? '2000-01-01',
    validTo: typed.validTo?.toString() ?? null,
    weekdays: [...new Set(typed.weekdays?.map(Number))].sort((a, b) => a - b),
    starts: typed.starts ?? '00:00',
    ends: typed.ends ?? '24:00',
    breaks: rows.map(({ row: _row, ...pause }) => pause),
    minutes: typed.minutes ?? 1,
    desks: typed.desks ?? 1,
  };
}

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

/** What the form shows of a new rule from a day on: on one weekday, or on all workdays. */
export function newRuleValues(today: Temporal.PlainDate, weekday: string): FormValues {
  return {
    validFrom: today.toString(),
    weekdays: /^[1-7]$/.test(weekday) ? [weekday] : ['1', '2', '3', '4', '5'],
    starts: '09:00',
    ends: '12:00',
    minutes: '20',
    desks: '1',
  };
}

/** What the form shows of a rule that exists. */
export function ruleValues(rule: OpeningRule): FormValues {
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
