import { z } from 'zod';
import type { Language } from '#platform/language.ts';
import { type CodiceFiscaleFault, codiceFiscaleFaults, parseCodiceFiscale } from './codice-fiscale/codice-fiscale.ts';
import { codiceFiscaleTexts } from './codice-fiscale/codice-fiscale.text.ts';
import { type FieldFault, fieldFaults, fieldTexts } from './fields.text.ts';
import { personName } from './person-name.ts';
import { looksLikeEmail, normalizeEmail, normalizePhone, passwordFault } from './rules.ts';

export const nameField = personName(80);

export const emailField = z
  .string('required')
  .max(320, 'email')
  .transform(normalizeEmail)
  .pipe(z.string().min(1, 'required').refine(looksLikeEmail, 'email'));

/** What one logs in with: the address, or the user name that somebody of an office brought along from another system. */
export const loginNameField = z
  .string('required')
  .max(320, 'email')
  .transform((typed) => typed.trim())
  .pipe(z.union([z.string().regex(/^[^\s@\p{C}]{2,100}$/u), emailField], { error: 'email' }));

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

export const birthPlaceField = z
  .string()
  .trim()
  .max(80, 'too-long')
  .regex(/^[^\p{C}<>]*$/u, 'invalid')
  .transform((typed) => (typed === '' ? undefined : typed));

/** The code of an office. */
export const officeField = z.string().regex(/^[a-z0-9-]{1,80}$/, 'unknown-office');

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
  const own = fieldTexts.for(language);
  const ofCode = codiceFiscaleTexts.for(language);
  return (key) => {
    if (isFieldFault(key)) return own(key);
    const fault = key.startsWith(codePrefix) ? key.slice(codePrefix.length) : '';
    return isCodeFault(fault) ? ofCode(fault) : undefined;
  };
}

const codePrefix = 'codiceFiscale.';

function isFieldFault(key: string): key is FieldFault {
  return Object.hasOwn(fieldFaults, key);
}

function isCodeFault(fault: string): fault is CodiceFiscaleFault {
  return codiceFiscaleFaults.some((known) => known === fault);
}
