import { z } from 'zod';
import type { PersonDetails } from '#features/identity/index.ts';

const written = z.object({
  givenName: z.string(),
  familyName: z.string(),
  birthDate: z.string().nullable(),
  birthPlace: z.string().nullable(),
  codiceFiscale: z.string().nullable(),
});

/** A person's details as a text, to be encrypted whole. */
export function writePerson(person: PersonDetails): string {
  return JSON.stringify({ ...person, birthDate: person.birthDate?.toString() ?? null });
}

export function readPerson(text: string): PersonDetails {
  const person = written.parse(JSON.parse(text));
  return { ...person, birthDate: person.birthDate === null ? null : Temporal.PlainDate.from(person.birthDate) };
}

export const personFields = ['givenName', 'familyName', 'birthDate', 'birthPlace', 'codiceFiscale'] as const;
export type PersonField = (typeof personFields)[number];

/** What of a person differs. */
export function changedFields(before: PersonDetails, after: PersonDetails): PersonField[] {
  return personFields.filter((field) => String(before[field] ?? '') !== String(after[field] ?? ''));
}
