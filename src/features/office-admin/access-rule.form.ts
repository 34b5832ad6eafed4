import { z } from 'zod';
import type { AccessRule } from '#features/identity/index.ts';
import type { FormValues } from '#platform/http/form.ts';

const whole = (fault: string, least: number, most: number) =>
  z
    .string(fault)
    .trim()
    .regex(/^\d{1,4}$/, fault)
    .transform(Number)
    .pipe(z.number().min(least, fault).max(most, fault));

/** What is asked of those who work, as somebody types it. */
export const accessRuleSchema = z
  .object({
    secondFactor: z.enum(['yes', 'no'], 'required-choice'),
    graceDays: whole('grace', 0, 30),
    idleMinutes: whole('idle', 5, 240),
    sharedIdleMinutes: whole('shared', 2, 60),
  })
  .transform((typed, context): AccessRule => {
    if (typed.sharedIdleMinutes > typed.idleMinutes)
      context.addIssue({ code: 'custom', message: 'shared-longer', path: ['sharedIdleMinutes'] });
    return { ...typed, secondFactor: typed.secondFactor === 'yes' };
  });

export function shownRule({ secondFactor, graceDays, idleMinutes, sharedIdleMinutes }: AccessRule): FormValues {
  return {
    secondFactor: secondFactor ? 'yes' : 'no',
    graceDays: String(graceDays),
    idleMinutes: String(idleMinutes),
    sharedIdleMinutes: String(sharedIdleMinutes),
  };
}
