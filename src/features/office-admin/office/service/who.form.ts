import { z } from 'zod';
import type { Offering, OfferingRules } from '#features/offices/index.ts';
import type { FormValues } from '#platform/http/form.ts';
import { optionalNumber, shown, shownTick, tick } from './fields.ts';

/** Who may book a service: ages on the day, how sure it is who they are, by invitation, of which territory. */
export const whoSchema = z
  .object({
    minAge: optionalNumber(0, 120),
    maxAge: optionalNumber(0, 120),
    loginLevel: z.enum(['account', 'identified', 'digital-2', 'digital-3'], 'required-choice'),
    servedOnly: tick,
    inviteOnly: tick,
    oneTimeCode: tick,
  })
  .transform((values, context): Partial<OfferingRules> => {
    const { minAge, maxAge } = values;
    if (minAge !== null && maxAge !== null && minAge > maxAge)
      context.addIssue({ code: 'custom', message: 'age-order', path: ['maxAge'] });
    // How old somebody is can only be known from the date of birth.
    const asksBirth = minAge !== null || maxAge !== null ? ({ birthDate: 'required' } as const) : {};
    return { ...values, ...asksBirth };
  });

export function whoShown(offering: Offering): FormValues {
  const { minAge, maxAge, loginLevel, servedOnly, inviteOnly, oneTimeCode } = offering;
  return {
    minAge: shown(minAge),
    maxAge: shown(maxAge),
    loginLevel,
    servedOnly: shownTick(servedOnly),
    inviteOnly: shownTick(inviteOnly),
    oneTimeCode: shownTick(oneTimeCode),
  };
}
