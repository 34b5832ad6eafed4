import { z } from 'zod';
import { deliveryModes, type Offering, type OfferingRules } from '#features/offices/index.ts';
import type { FormValues } from '#platform/http/form.ts';
import { number, shownTick, tick, ticked } from './fields.ts';

const asked = z.enum(['none', 'optional', 'asked'], 'required-choice');

/** What may follow a booking: photos, delivery, who collects, and until when. */
export const completionSchema = z
  .object({
    photo: asked,
    delivery: asked,
    deliveryModes: ticked(deliveryModes),
    delegate: tick,
    completionCutoffHours: number(0, 720),
  })
  .transform((values, context): Partial<OfferingRules> => {
    const modes = deliveryModes.filter((mode) => values.deliveryModes.includes(mode));
    if (values.delivery !== 'none' && modes.length === 0)
      context.addIssue({ code: 'custom', message: 'required-choice', path: ['deliveryModes'] });
    return { ...values, deliveryModes: modes.length === 0 ? ['office'] : modes };
  });

export function completionShown(offering: Offering): FormValues {
  const { photo, delivery, delegate, completionCutoffHours } = offering;
  return {
    photo,
    delivery,
    deliveryModes: [...offering.deliveryModes],
    delegate: shownTick(delegate),
    completionCutoffHours: String(completionCutoffHours),
  };
}
