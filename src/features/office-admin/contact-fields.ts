import { z } from 'zod';
import { emailField } from '#features/identity/index.ts';

/** One line that may be left out: null then. */
export function optionalLine(max: number) {
  return z
    .string()
    .default('')
    .transform((typed) => typed.replace(/\s+/g, ' ').trim() || null)
    .refine((line) => line === null || line.length <= max, 'too-long');
}

/** An e-mail address of the office. Reason: `email`. */
export const officeEmail = optionalLine(200).refine(
  (email) => email === null || emailField.safeParse(email).success,
  'email',
);

/** A telephone number as an office writes it, with spaces and an extension. Reason: `phone`. */
export const officePhone = optionalLine(60).refine(
  (phone) =>
    phone === null ||
    (/^\+?[\d\s()./-]{5,40}((int|ext)\.? ?\d{1,6})?$/i.test(phone) && /\d{4}/.test(phone.replace(/\D/g, ''))),
  'phone',
);

/** The address of a site, with https:// where it was left out. Reason: `website`. */
export const officeWebsite = optionalLine(300).transform((typed, context) => {
  if (typed === null) return null;
  const full = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`;
  const url = URL.parse(full);
  const isSite = url !== null && /^[\p{L}\p{N}.-]+\.[\p{L}\p{N}-]{2,}$/u.test(url.hostname) && url.username === '';
  if (isSite && !/\s|:\/\/.*:\/\//.test(full)) return full;
  context.addIssue({ code: 'custom', message: 'website' });
  return z.NEVER;
});
