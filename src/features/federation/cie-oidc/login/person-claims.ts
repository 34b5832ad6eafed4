import { z } from 'zod';
import type { ProvedLogin } from '#features/identity/index.ts';

export const fiscalNumberClaim = 'https://attributes.eid.gov.it/fiscal_number';

const name = z.string().trim().min(1).max(200);

const personClaims = z
  .object({
    given_name: name,
    family_name: name,
    birthdate: z.string().transform((text, context) => {
      try {
        return Temporal.PlainDate.from(text);
      } catch {
        context.addIssue('not a date');
        return z.NEVER;
      }
    }),
    // Sixteen characters, or the eleven digits of a provisional code.
    [fiscalNumberClaim]: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^(TINIT-)?([A-Z0-9]{16}|\d{11})$/)
      .transform((text) => text.replace(/^TINIT-/, '')),
    email: z.email().optional().catch(undefined),
    email_verified: z.union([z.boolean(), z.stringbool()]).optional().catch(undefined),
  })
  .transform(({ email, email_verified: proved, ...claims }): ProvedLogin['person'] => ({
    givenName: claims.given_name,
    familyName: claims.family_name,
    birthDate: claims.birthdate,
    codiceFiscale: claims[fiscalNumberClaim],
    // One that the provider was only told is worth no more than one typed here.
    email: proved === true ? (email ?? null) : null,
    phone: null,
  }));

/** Whom the provider speaks of. @throws when it leaves out what we need, or says it otherwise than agreed */
export function readPerson(claims: unknown): ProvedLogin['person'] & { readonly codiceFiscale: string } {
  const person = personClaims.parse(claims);
  if (person.codiceFiscale === null) throw new Error('no codice fiscale');
  return { ...person, codiceFiscale: person.codiceFiscale };
}
