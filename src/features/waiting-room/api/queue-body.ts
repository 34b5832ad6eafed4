import { z } from 'zod';
import {
  checkCodiceFiscale,
  codiceFiscaleTexts,
  personName,
  isFromAbroad,
  type ProvedAbroad,
} from '#features/identity/index.ts';
import type { Offering } from '#features/offices/index.ts';
import { fieldError } from '#platform/http/form.ts';
import type { FieldError } from '#platform/http/problem.ts';
import type { Language } from '#platform/language.ts';
import type { TicketPerson } from '../ticket/ticket-people.ts';

const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, 'too-long')
    .regex(/^[^\p{C}<>]*$/u, 'invalid')
    .nullish()
    .transform((typed) => (typed ? typed : null));

const person = z.object({
  givenName: personName(100),
  familyName: personName(100),
  birthDate: z.iso
    .date('date')
    .refine((typed) => !typed.startsWith('0000'), 'date')
    .nullish()
    .transform((typed) => (typed ? Temporal.PlainDate.from(typed) : null)),
  birthPlace: text(100),
  codiceFiscale: text(24),
});

export const queueBody = z.object({
  office: z.string().max(100),
  service: z.string().max(100),
  room: z.string().max(100).optional().describe('the release or room meant, where an office has several'),
  people: z
    .array(person)
    .min(1, 'required')
    .max(20, 'too-many')
    .optional()
    .describe('who is to be served, and nobody else: the account’s own person where it is left out'),
});

export type QueueBody = z.output<typeof queueBody>;

/** What is wrong with the people of a ticket: it is asked what the booking will ask of who they are. */
export function peopleFaults(
  people: readonly TicketPerson[],
  {
    offering,
    abroad,
    today,
    language,
  }: {
    offering: Pick<Offering, 'codiceFiscale' | 'birthDate' | 'partyMax'>;
    abroad: ProvedAbroad | null;
    today: Temporal.PlainDate;
    language: Language;
  },
): FieldError[] {
  const errors: FieldError[] = [];
  if (people.length > offering.partyMax) errors.push(fieldError('people', 'too-many', language));
  for (const [at, { codiceFiscale, birthDate, ...names }] of people.entries()) {
    const refuse = (field: string, reason: string, message?: string) =>
      void errors.push(fieldError(`people.${at}.${field}`, reason, language, message));
    const isAbroad = isFromAbroad({ ...names, birthDate }, abroad);
    if (codiceFiscale === null && offering.codiceFiscale === 'required' && !isAbroad)
      refuse('codiceFiscale', 'required');
    if (birthDate === null && codiceFiscale === null && offering.codiceFiscale !== 'required')
      refuse('birthDate', 'required');
    if (birthDate !== null && Temporal.PlainDate.compare(birthDate, today) > 0) refuse('birthDate', 'date-future');
    if (codiceFiscale === null) continue;
    const check = checkCodiceFiscale(codiceFiscale, { ...names, birthDate: birthDate ?? undefined });
    if (!check.ok) refuse('codiceFiscale', check.reason, codiceFiscaleTexts.for(language)(check.reason));
  }
  return errors;
}

/** With the codice fiscale as it is written. */
export function inOrder(people: readonly TicketPerson[]): TicketPerson[] {
  return people.map((one) => ({ ...one, codiceFiscale: one.codiceFiscale?.toUpperCase().replace(/\s/g, '') ?? null }));
}
