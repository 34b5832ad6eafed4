import { z } from 'zod';
import type { Offering, OfferingRules } from '#features/offices/index.ts';
import type { FormValues } from '#platform/http/form.ts';
import { number } from './fields.ts';

/** What becomes of a request to the municipality; what was not sent stays as it is. */
export const clearanceRuleFields = {
  clearanceDays: z
    .string()
    .trim()
    .optional()
    .transform((typed) => typed || undefined)
    .pipe(number(1, 180).optional()),
  clearanceTooLate: z.enum(['refuse', 'shorten'], 'required-choice').optional(),
  clearanceAtDeadline: z.enum(['cancel', 'stays'], 'required-choice').optional(),
} as const;

export function clearanceRulesShown(offering: Offering): FormValues {
  const { clearanceDays, clearanceTooLate, clearanceAtDeadline } = offering;
  return { clearanceDays: String(clearanceDays), clearanceTooLate, clearanceAtDeadline };
}

/** Only what was sent. */
export function sentRules<Rules extends object>(rules: Rules): Partial<OfferingRules> {
  return Object.fromEntries(Object.entries(rules).filter(([, value]) => value !== undefined));
}
