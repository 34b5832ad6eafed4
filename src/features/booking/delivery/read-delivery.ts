import type { CompletionRules } from '#features/offices/index.ts';
import type { FieldError } from '#platform/http/problem.ts';
import type { Language } from '#platform/language.ts';
import { deliveryError } from './delivery-faults.text.ts';
import { checkDelivery, type Delivery, type SentDelivery } from './delivery.rules.ts';

/** The wish that comes with a booking: none is none, a wrong one is told field by field under `delivery.`. */
export function readDelivery(
  sent: SentDelivery | undefined,
  { offering, today, language }: { offering: CompletionRules; today: Temporal.PlainDate; language: Language },
): { ok: true; delivery: Delivery | null } | { ok: false; errors: readonly FieldError[] } {
  if (sent === undefined) return { ok: true, delivery: null };
  const checked = checkDelivery(sent, { rules: offering, today });
  if (checked.ok) return checked;
  return { ok: false, errors: checked.faults.map((fault) => deliveryError(fault, language, 'delivery.')) };
}
