import { z } from 'zod';
import type { Offering } from '#features/offices/index.ts';
import { isWithin } from '#platform/characters.ts';

/** Characters of the notes, as people count them. */
export const longestNotes = 500;

const phoneSchema = z
  .string()
  .trim()
  .transform((typed) => (typed === '' ? null : typed))
  .refine((typed) => typed === null || /^(\+|00)?[\d\s()./-]{6,30}$/.test(typed), 'phone')
  .refine((typed) => typed === null || /^\d{6,15}$/.test(typed.replace(/\D/g, '')), 'phone');

/** What every booking form may ask about the visit itself, by the rules of the offering. */
export function visitFields({
  reasons,
  reasonOptional,
  notesAllowed,
}: Pick<Offering, 'reasons' | 'reasonOptional' | 'notesAllowed'>) {
  return {
    phone: phoneSchema,
    reason: z
      .string()
      .transform((code) => (code === '' ? null : code))
      .refine(
        (code) =>
          code === null ? reasonOptional || reasons.length === 0 : reasons.length === 0 || reasons.includes(code),
        'required-choice',
      )
      .transform((code) => (reasons.length === 0 ? null : code)),
    notes: z
      .string()
      .transform((text) => text.replaceAll('\r\n', '\n').trim())
      .refine((text) => isWithin(text, longestNotes), 'too-long')
      .transform((text) => (text === '' || !notesAllowed ? null : text)),
  };
}
