import { z } from 'zod';
import { fieldErrors, type FormValues, formValue } from '#platform/http/form.ts';
import type { FieldError } from '#platform/http/problem.ts';
import type { Language } from '#platform/language.ts';
import { defaultMoveRule, moveOrders, type MoveRule } from '../../slots/move-rule.ts';

/** The fields of the rule, as a preview's address and its confirmation carry them; `rule` says that they were sent. */
export const moveRuleFields = ['rule', 'order', 'within', 'sameHalf', 'least', 'workingDays'] as const;

const number = (most: number) =>
  z
    .string()
    .trim()
    .default('')
    .refine((typed) => typed === '' || /^\d{1,6}$/.test(typed), 'number')
    .transform((typed) => (typed === '' ? null : Number(typed)))
    .refine((value) => value === null || (value >= 1 && value <= most), 'out-of-range');

const schema = z.object({
  order: z.enum(moveOrders, 'required-choice'),
  within: number(365),
  least: number(500),
  sameHalf: z.string().default(''),
  workingDays: z.string().default(''),
});

export interface AskedRule {
  readonly rule: MoveRule;
  readonly values: FormValues;
  readonly errors: readonly FieldError[];
}

/** The rule asked for; the default one where none was sent, or where something is wrong with it. */
export function readMoveRule(values: FormValues, language: Language): AskedRule {
  if (formValue(values, 'rule') === '')
    return { rule: defaultMoveRule, values: shownValues(defaultMoveRule), errors: [] };
  const parsed = schema.safeParse(values);
  if (!parsed.success) return { rule: defaultMoveRule, values, errors: fieldErrors(parsed.error, language) };
  const { order, within, least, sameHalf, workingDays } = parsed.data;
  const rule: MoveRule = {
    order,
    withinDays: within,
    sameHalf: sameHalf === 'yes',
    leastFree: least ?? 1,
    workingDays: workingDays === 'yes',
  };
  return { rule, values, errors: [] };
}

/** A rule as the fields that ask for it. */
export function moveRuleValues(rule: MoveRule): [string, string][] {
  return Object.entries(shownValues(rule)).filter((entry): entry is [string, string] => entry[1] !== '');
}

function shownValues(rule: MoveRule): Record<string, string> {
  return {
    rule: 'asked',
    order: rule.order,
    within: rule.withinDays === null ? '' : String(rule.withinDays),
    least: rule.leastFree === 1 ? '' : String(rule.leastFree),
    sameHalf: rule.sameHalf ? 'yes' : '',
    workingDays: rule.workingDays ? 'yes' : '',
  };
}
