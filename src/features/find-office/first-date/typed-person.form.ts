import { z } from 'zod';
import { checkCodiceFiscale, codiceFiscaleField, nameField, type TypedPerson } from '#features/identity/index.ts';

// None of them is asked for: an empty field is an answer.
const nameIfAny = z
  .string()
  .default('')
  .transform((typed, context) => {
    if (typed.trim() === '') return '';
    const name = nameField.safeParse(typed);
    if (name.success) return name.data;
    context.addIssue({ code: 'custom', message: name.error.issues[0]?.message ?? 'name' });
    return z.NEVER;
  });

/** The form of the page of first dates: a place, and who it is for, if they like. */
export const firstDateForm = z.object({
  q: z.string('required').trim().min(1, 'required').max(100, 'too-long'),
  within: z.string().optional(),
  givenName: nameIfAny,
  familyName: nameIfAny,
  codiceFiscale: codiceFiscaleField.optional(),
});

/** Whether the codice fiscale is that of the name beside it; unknown while one of them is missing. A hint, never a refusal. */
export function agrees({
  givenName,
  familyName,
  codiceFiscale,
}: Omit<TypedPerson, 'municipality'>): boolean | undefined {
  if (givenName === '' || familyName === '' || codiceFiscale === '') return undefined;
  return checkCodiceFiscale(codiceFiscale, { givenName, familyName }).ok;
}
