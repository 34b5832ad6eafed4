import { z } from 'zod';
import { channels } from '#features/booking/index.ts';
import type { Offering, OfferingRules } from '#features/offices/index.ts';
import type { FormValues } from '#platform/http/form.ts';
import { number, optionalNumber, shown, ticked } from './fields.ts';

/** Channels whose bookings need no confirmation, if the office so chooses. */
export const exemptible = channels.filter((channel) => channel !== 'web');

/** Who confirms and until when, and until when one may cancel. */
export const confirmationSchema = z
  .object({
    confirmBy: z.enum(['citizen', 'office', 'nobody'], 'required-choice'),
    confirmOpensDays: number(1, 60),
    confirmClosesDays: number(0, 59),
    confirmClosesHours: optionalNumber(1, 720),
    exempt: ticked(exemptible),
    cancelCutoffHours: number(0, 720),
  })
  .transform((values, context): Partial<OfferingRules> => {
    const { exempt, ...rules } = values;
    const { confirmClosesHours: hours } = rules;
    // By the clock of a day that is an hour shorter too.
    if (hours !== null && rules.confirmOpensDays * 24 - 1 < hours)
      context.addIssue({ code: 'custom', message: 'window-order', path: ['confirmClosesHours'] });
    if (hours === null && rules.confirmOpensDays <= rules.confirmClosesDays)
      context.addIssue({ code: 'custom', message: 'window-order', path: ['confirmClosesDays'] });
    return { ...rules, confirmExemptChannels: exempt };
  });

export function confirmationShown(offering: Offering): FormValues {
  return {
    confirmBy: offering.confirmBy,
    confirmOpensDays: String(offering.confirmOpensDays),
    confirmClosesDays: String(offering.confirmClosesDays),
    confirmClosesHours: shown(offering.confirmClosesHours),
    exempt: [...offering.confirmExemptChannels],
    cancelCutoffHours: String(offering.cancelCutoffHours),
  };
}
