import { z } from 'zod';
import type { Language } from '#platform/language.ts';
import { parseCodiceFiscale } from './codice-fiscale.ts';
import { codiceFiscaleTexts } from './codice-fiscale.text.ts';
import { fieldTexts } from './fields.text.ts';
import { looksLikeEmail, normalizeEmail, normalizePhone, passwordFault } from './rules.ts';

/** A name or place: one line, spaces put in order. */
export const nameField = z
  .string('required')
  .transform((typed) => typed.replace(/\s+/g, ' ').trim())
  .pipe(
    z
      .string()
      .min(1, 'required')
      .max(80, 'too-long')
      .regex(/^[^\p{C}<>]*\p{L}[^\p{C}<>]*$/u, 'name'),
  );

export const emailField = z
  .string('required')
  .max(320, 'email')
  .transform(normalizeEmail)
  .pipe(z.string().min(1, 'required').refine(looksLikeEmail, 'email'));

/** A password to log in with: nothing is asked of it but to be there. */
export const passwordField = z.string('required').min(1, 'required').max(1_000, 'too-long');

/** A new password. */
export const newPasswordField = z
  .string('required')
  .min(1, 'required')
  .superRefine((password, context) => {
    const fault = password === '' ? undefined : passwordFault(password);
    if (fault !== undefined) context.addIssue({ code: 'custom', message: fault });
  });

export const phoneField = z.string().transform((typed, context) => {
  if (typed.trim() === '') return undefined;
  const number = normalizePhone(typed);
  if (number === undefined) context.addIssue({ code: 'custom', message: 'phone' });
  return number;
});

/** A codice fiscale by its form; whether it fits the person is asked of the whole form. */
export const codiceFiscaleField = z.string().transform((typed, context) => {
  if (typed.trim() === '') return undefined;
  const parsed = parseCodiceFiscale(typed);
  if (parsed.ok) return parsed.codiceFiscale.code;
  context.addIssue({ code: 'custom', message: parsed.reason });
  return z.NEVER;
});

/** Six digits, however they were spaced. */
export const codeField = z
  .string('required')
  .transform((typed) => typed.replace(/[\s-]/g, ''))
  .pipe(
    z
      .string()
      .min(1, 'required')
      .regex(/^\d{6}$/, 'six-digits'),
  );

/** The words for a field's fault, by `field.reason` or `reason`; for `readForm` and `fieldErrors`. */
export function fieldMessages(language: Language): (key: string) => string | undefined {
  const t = fieldTexts.for(language);
  const cf = codiceFiscaleTexts.for(language);
  const words: Readonly<Record<string, string>> = {
    'codiceFiscale.form': cf('form'),
    'codiceFiscale.check-character': cf('check-character'),
    'codiceFiscale.name': cf('name'),
    'codiceFiscale.birth-date': cf('birth-date'),
    name: t('name'),
    'password-too-short': t('password-too-short'),
    'password-common': t('password-common'),
    'password-own-name': t('password-own-name'),
    'six-digits': t('six-digits'),
    'wrong-code': t('wrong-code'),
    'code-used-up': t('code-used-up'),
    'code-expired': t('code-expired'),
    'birthDate.too-old': t('too-old'),
    'unknown-office': t('unknown-office'),
  };
  return (key) => (Object.hasOwn(words, key) ? words[key] : undefined);
}
