import { z } from 'zod';
import type { Offering } from '#features/offices/index.ts';
import type { FormValues } from '#platform/http/form.ts';
import { clearanceRuleFields, clearanceRulesShown, sentRules } from './clearance-rules.form.ts';
import { number, shownTick, tick } from './fields.ts';

/** What is looked at before the day of the appointment. */
export const checksSchema = z
  .object({
    preCheck: tick,
    preCheckDays: number(1, 60),
    clearance: z.enum(['none', 'notify', 'required'], 'required-choice'),
    ...clearanceRuleFields,
  })
  .transform(sentRules);

export function checksShown(offering: Offering): FormValues {
  const { preCheck, preCheckDays, clearance } = offering;
  return {
    preCheck: shownTick(preCheck),
    preCheckDays: String(preCheckDays),
    clearance,
    ...clearanceRulesShown(offering),
  };
}
