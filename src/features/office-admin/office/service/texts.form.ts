import { z } from 'zod';
import type { Offering, OfferingRules, Office, Service } from '#features/offices/index.ts';
import type { FormValues } from '#platform/http/form.ts';
import type { LocalText } from '#platform/language.ts';
import { textFields, textOf, textValues } from '../../local-text.form.ts';
import { asParagraphs, joined } from '../../typed-texts.ts';

/** Characters that each text may have, in each language. */
export const textSizes = { audience: 500, fee: 1000, instructions: 4000 } as const;

/** The texts of a service at an office, in each language of the office. */
export function textsSchema(languages: readonly string[]) {
  const fields = Object.entries(textSizes).flatMap(([name, max]) => Object.entries(textFields(name, languages, max)));
  return z
    .object({
      feeFrom: z.enum(['national', 'own'], 'required-choice'),
      ...Object.fromEntries(fields),
    })
    .transform((values, context): Partial<OfferingRules> => {
      const text = (name: string): LocalText | null => textOf(values, name, languages, context);
      const instructions = text('instructions');
      const fee = values.feeFrom === 'own' ? text('fee') : null;
      if (values.feeFrom === 'own' && fee === null) missing('fee');
      return {
        audience: text('audience'),
        instructions: instructions && asParagraphs(instructions),
        feeNotice: fee,
      };

      function missing(name: string): void {
        context.addIssue({ code: 'custom', message: 'required', path: [`${name}.it`] });
      }
    });
}

export function textsShown(
  offering: Offering,
  { service, kind }: { service: Service; kind: Office['kind'] },
): FormValues {
  const { feeNotice, audience, instructions } = offering;
  return {
    feeFrom: feeNotice === null ? 'national' : 'own',
    ...textValues('audience', audience),
    ...textValues('fee', feeNotice ?? service.fee?.[kind] ?? null),
    ...textValues('instructions', instructions && joined(instructions)),
  };
}
