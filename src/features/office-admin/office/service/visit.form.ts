import { z } from 'zod';
import type { Fees, Offering, OfferingRules } from '#features/offices/index.ts';
import type { FormValues } from '#platform/http/form.ts';
import { readEuros, typedEuros } from '#platform/money.ts';
import { textFields, textOf, textValues } from '../../local-text.form.ts';
import { optionalNumber, shown, shownTick, tick } from './fields.ts';
import type { Edited } from './service.form.ts';

export const visitSizes = { reason: 200, payment: 600 } as const;

const mostCents = 100_000;

/** An amount in euros, or nothing. */
const euros = z
  .string()
  .trim()
  .default('')
  .transform((typed) => (typed === '' ? null : (readEuros(typed) ?? Number.NaN)))
  .refine((cents) => cents === null || (!Number.isNaN(cents) && cents <= mostCents), 'euros');

/** Why people come, from when a card may be renewed, what it costs, how many appointments an account may have. */
export function visitSchema({ offering, service, kind, languages }: Edited) {
  const reasons = offering.reasons.flatMap((code) =>
    Object.entries(textFields(`reason.${code}`, languages, visitSizes.reason)),
  );
  return z
    .object({
      reasonOptional: tick,
      renewalDays: optionalNumber(1, 3650),
      liveLimit: optionalNumber(1, 100),
      rights: euros,
      duplicate: euros,
      ...Object.fromEntries(reasons),
      ...textFields('payment', languages, visitSizes.payment),
    })
    .transform((values, context): Partial<OfferingRules> => {
      const { reasonOptional, renewalDays, liveLimit, rights, duplicate } = values;
      const texts = offering.reasons.flatMap((code) => {
        const text = textOf(values, `reason.${code}`, languages, context);
        return text === null ? [] : [[code, text] as const];
      });
      const payment = textOf(values, 'payment', languages, context);
      if (rights === null && (duplicate !== null || payment !== null))
        context.addIssue({ code: 'custom', message: 'required', path: ['rights'] });
      const stateCents = service.rules[kind]?.stateFeeCents ?? offering.fees?.stateCents ?? 0;
      const fees: Fees | null =
        rights === null ? null : { stateCents, rightsCents: rights, duplicateCents: duplicate, payment };
      return { reasonOptional, reasonTexts: Object.fromEntries(texts), renewalDays, liveLimit, fees };
    });
}

export function visitShown({ reasonOptional, reasonTexts, renewalDays, liveLimit, fees }: Offering): FormValues {
  const cents = (amount: number | null | undefined) =>
    amount === null || amount === undefined ? '' : typedEuros(amount, 'it');
  return {
    reasonOptional: shownTick(reasonOptional),
    renewalDays: shown(renewalDays),
    liveLimit: shown(liveLimit),
    rights: cents(fees?.rightsCents),
    duplicate: cents(fees?.duplicateCents),
    ...textValues('payment', fees?.payment ?? null),
    ...Object.fromEntries(
      Object.entries(reasonTexts).flatMap(([code, text]) => Object.entries(textValues(`reason.${code}`, text))),
    ),
  };
}
