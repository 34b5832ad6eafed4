import { z } from 'zod';
import {
  type AskReason,
  askReasons,
  type OverrideReason,
  overrideReasons,
  photoOutcomes,
  type PhotoWhy,
} from '#features/booking/index.ts';
import { fieldError } from '#platform/http/form.ts';
import type { FieldError } from '#platform/http/problem.ts';
import type { Language } from '#platform/language.ts';

export const decideBody = z.object({
  photoId: z.uuid('invalid').describe('the one that was shown'),
  outcome: z.enum(photoOutcomes, 'required-choice'),
  reasons: z
    .array(z.string().max(40))
    .max(20)
    .optional()
    .describe(
      `why: for \`another-asked\` ${askReasons.join(', ')}; for \`overridden\` ${overrideReasons.join(', ')}; not for \`accepted\``,
    ),
  words: z.string().trim().max(500, 'too-long').optional().describe('the office’s own words, which the person reads'),
});

export const undoBody = z.object({ decision: z.string().regex(/^\d{1,18}$/, 'invalid') });

/** Why, as the body says it: only reasons of that outcome; words alone are a reason of their own. */
export function readWhy(
  { outcome, reasons = [], words }: z.output<typeof decideBody>,
  language: Language,
): { ok: true; why: PhotoWhy } | { ok: false; errors: FieldError[] } {
  const known: readonly (AskReason | OverrideReason)[] =
    outcome === 'accepted' ? [] : outcome === 'another-asked' ? askReasons : overrideReasons;
  if (reasons.some((reason) => !known.some((one) => one === reason))) {
    return { ok: false, errors: [fieldError('reasons', 'required-choice', language)] };
  }
  if (outcome === 'accepted') return { ok: true, why: { reasons: [], words: null } };
  const chosen = known.filter((reason) => reasons.includes(reason));
  if (chosen.includes('other') && !words) return { ok: false, errors: [fieldError('words', 'required', language)] };
  return { ok: true, why: { reasons: words && chosen.length === 0 ? ['other'] : chosen, words: words || null } };
}
