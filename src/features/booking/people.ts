import { z } from 'zod';
import {
  checkCodiceFiscale,
  type CodiceFiscaleFault,
  isFromAbroad,
  personName,
  type ProvedAbroad,
} from '#features/identity/index.ts';
import type { Offering, Question } from '#features/offices/index.ts';
import { likelyLatin, writtenInLatin } from './latin-names.ts';
import { type PersonVisit, personVisitSchema } from './visit/person-visit.ts';
import { tooEarlyToRenew } from './visit/renewal.rules.ts';
import type { GivenAnswer } from './questions/answer.ts';
import { type AnswerFault, checkAnswers } from './questions/check-answers.ts';
import { relationships, type Relationship } from './people.rules.ts';
import { asksAge, comingFaults, type ComingFault, type WhoMayCome } from './who-may-come.rules.ts';

/** One who will be served, as checked. */
export interface BookedPerson {
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: Temporal.PlainDate | null;
  readonly birthPlace: string | null;
  readonly codiceFiscale: string | null;
  readonly relationship: Relationship;
  readonly answers: readonly GivenAnswer[] | null;
  /** so that the list of documents fits; absent where nothing was answered */
  readonly visit?: PersonVisit | null | undefined;
}

const name = personName(100);
const optional = (most: number) =>
  z
    .string()
    .trim()
    .max(most, 'too-long')
    .nullish()
    .transform((text) => (text ? text : null));

/** A person as sent: the shape only. What the offering asks for is checked by `checkPeople`. */
export const personSchema = z.object({
  givenName: name,
  familyName: name,
  birthDate: optional(10),
  birthPlace: optional(100),
  codiceFiscale: optional(24),
  relationship: z.enum(relationships, 'required-choice').default('self'),
  answers: z
    .record(z.string().max(60), z.string().max(8000))
    .nullish()
    .transform((answers) => answers ?? null),
  visit: personVisitSchema
    .nullish()
    .transform((visit) => visit ?? null)
    .describe('what the list of documents depends on; optional'),
});

export type SentPerson = Omit<z.output<typeof personSchema>, 'visit'> & { readonly visit?: PersonVisit | null };

/** What is wrong with one of the party: with what all are asked, or with the answer to a question of the office. */
export type PersonFault = DataFault | { readonly position: number; readonly answer: AnswerFault };

export type DataFault = {
  readonly position: number;
  readonly field: 'givenName' | 'familyName' | 'birthDate' | 'codiceFiscale' | 'relationship' | 'cardExpires';
  readonly reason:
    | 'required'
    | 'date'
    | 'date-future'
    | 'same-person'
    | 'name-latin'
    | 'too-early-to-renew'
    | 'self-twice'
    | ComingFault['reason']
    | `codice-fiscale-${CodiceFiscaleFault}`;
  /** years, where an age is the fault */
  readonly limit?: number | undefined;
  /** a name in Latin letters, as it might stand in a passport */
  readonly suggestion?: string | undefined;
  /** the day from which a card may be renewed, and how many days that is before it expires */
  readonly from?: Temporal.PlainDate | undefined;
  readonly days?: number | undefined;
};

/** What an offering asks of each person. */
export type AskedOfPeople = Pick<Offering, 'codiceFiscale' | 'birthDate'> &
  WhoMayCome & {
    readonly questions: readonly Question[];
    readonly renewalDays?: number | null;
    /** why they come, where that was said */
    readonly reason?: string | null | undefined;
    /** who books, where another country's identity has proved them: they need no codice fiscale */
    readonly abroad?: ProvedAbroad | null | undefined;
  };

/** Checks the people of a party against what the offering asks for; all faults at once. Ages are those of the day of the appointment. */
export function checkPeople(
  people: readonly SentPerson[],
  offering: AskedOfPeople,
  today: Temporal.PlainDate,
  day: Temporal.PlainDate = today,
): { ok: true; people: BookedPerson[] } | { ok: false; faults: PersonFault[] } {
  const faults: PersonFault[] = [];
  const checked = people.map((person, position): BookedPerson => {
    const fault = (field: DataFault['field'], reason: DataFault['reason'], more: Partial<DataFault> = {}): null => {
      faults.push({ position, field, reason, ...more });
      return null;
    };
    const asked = offering.birthDate === 'required' || asksAge(offering);
    const { abroad } = offering;
    const isAbroad = person.codiceFiscale === null && isFromAbroad(person, abroad);
    const needsCode = offering.codiceFiscale === 'required' && !isAbroad;
    // Without a code it is the birth date that tells them from others of their name: the one that was proved.
    const birthDate = isAbroad
      ? abroad.birthDate
      : checkBirthDate(person.birthDate, asked, today, (reason) => fault('birthDate', reason));
    let codiceFiscale: string | null = null;
    // Who has a codice fiscale is known to the registries by Latin letters: it cannot be compared with others.
    if (needsCode)
      for (const field of ['givenName', 'familyName'] as const)
        if (!writtenInLatin(person[field])) fault(field, 'name-latin', { suggestion: likelyLatin(person[field]) });
    if (person.codiceFiscale !== null) {
      const check = checkCodiceFiscale(person.codiceFiscale, { ...person, birthDate: birthDate ?? undefined });
      codiceFiscale = check.ok ? check.code : fault('codiceFiscale', `codice-fiscale-${check.reason}`);
    } else if (needsCode) {
      fault('codiceFiscale', 'required');
    }
    const expires = person.visit?.cardExpires;
    const card = {
      cardExpires: expires === undefined ? undefined : Temporal.PlainDate.from(expires),
      reason: offering.reason,
    };
    const from = tooEarlyToRenew(card, offering.renewalDays, day);
    if (from) fault('cardExpires', 'too-early-to-renew', { from, days: offering.renewalDays ?? undefined });
    const answered = checkAnswers(offering.questions, position, person.answers);
    faults.push(...answered.faults.map((answer) => ({ position, answer })));
    return { ...person, birthDate, codiceFiscale, answers: answered.answers };
  });
  for (const [position, person] of checked.entries()) {
    const earlier = checked.slice(0, position);
    if (earlier.some((other) => isSame(other, person)))
      faults.push({ position, field: 'familyName', reason: 'same-person' });
    if (person.relationship === 'self' && earlier.some((other) => other.relationship === 'self')) {
      faults.push({ position, field: 'relationship', reason: 'self-twice' });
    }
  }
  faults.push(...comingFaults(checked, offering, day));
  return faults.length > 0 ? { ok: false, faults } : { ok: true, people: checked };
}

function checkBirthDate(
  typed: string | null,
  required: boolean,
  today: Temporal.PlainDate,
  refuse: (reason: 'required' | 'date' | 'date-future') => null,
): Temporal.PlainDate | null {
  if (typed === null) return required ? refuse('required') : null;
  let date: Temporal.PlainDate;
  try {
    date = Temporal.PlainDate.from(typed, { overflow: 'reject' });
  } catch {
    return refuse('date');
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed) || date.year < today.year - 130) return refuse('date');
  return Temporal.PlainDate.compare(date, today) > 0 ? refuse('date-future') : date;
}

function isSame(a: BookedPerson, b: BookedPerson): boolean {
  if (a.codiceFiscale !== null || b.codiceFiscale !== null) return a.codiceFiscale === b.codiceFiscale;
  const plain = (person: BookedPerson): string =>
    `${person.givenName}|${person.familyName}|${person.birthDate?.toString() ?? ''}|${person.birthPlace ?? ''}`.toLowerCase();
  return plain(a) === plain(b);
}
