import { z } from 'zod';
import type { FormValues } from '#platform/http/form.ts';
import { type PlannerAudience, priorityGrounds } from '../editing/settings.rules.ts';
import { choices, typedNumber } from './form-fields.ts';

const optionalNumber = (min: number, max: number) =>
  z.union([z.literal('').transform(() => null), typedNumber(min, max)]).default(null);

/** For whom a planner's seats are, as the settings' form sends it. */
export const audienceFields = {
  audience: z.enum(['everybody', 'priority', 'desk']).default('everybody'),
  grounds: choices.refine(
    (chosen) => chosen.every((one) => priorityGrounds.some((ground) => ground === one)),
    'invalid',
  ),
  minAge: optionalNumber(1, 120),
  untilHours: optionalNumber(1, 8_760),
  withoutProof: z.enum(['serve', 'send-back']).default('serve'),
};

type AudienceForm = z.output<z.ZodObject<typeof audienceFields>>;

export function audienceOf(
  { audience: kind, grounds, minAge, untilHours, withoutProof }: AudienceForm,
  context: z.RefinementCtx,
): PlannerAudience {
  if (kind === 'priority' && grounds.length === 0)
    context.addIssue({ code: 'custom', path: ['grounds'], message: 'required-choice' });
  return {
    kind,
    grounds: priorityGrounds.filter((ground) => grounds.includes(ground)),
    minAge: minAge ?? 65,
    untilMinutes: untilHours === null ? null : untilHours * 60,
    withoutProof,
  };
}

export function audienceValues(audience: PlannerAudience | undefined): FormValues {
  return {
    audience: audience?.kind ?? 'everybody',
    grounds: [...(audience?.grounds ?? [])],
    minAge: String(audience?.minAge ?? 65),
    untilHours: audience?.untilMinutes ? String(Math.ceil(audience.untilMinutes / 60)) : '',
    withoutProof: audience?.withoutProof ?? 'serve',
  };
}
