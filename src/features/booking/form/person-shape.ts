import type { z } from 'zod';
import type { Question } from '#features/offices/index.ts';
import { type FormValues, formValue } from '#platform/http/form.ts';
import { readTypedDate } from '#ui/fields/typed-date.ts';
import { relationships } from '../people.rules.ts';
import { personSchema, type SentPerson } from '../people.ts';
import { questionsFor } from '../questions/check-answers.ts';
import { visitFieldNames } from '../visit/person-visit.ts';

/** Who the first person is: the one logged in, or somebody they book for. */
export type Who = 'me' | 'other';

export function whoOf(values: FormValues): Who {
  return formValue(values, 'who') === 'other' ? 'other' : 'me';
}

/** One person as typed. Where names are missing the rest is read all the same, so that all faults are told at once. */
export function readShape(
  values: FormValues,
  position: number,
  questions: readonly Question[],
): { person: SentPerson; error: z.ZodError | undefined } {
  const value = (field: string): string => formValue(values, `people.${position}.${field}`).trim();
  const isSelf = position === 0 && whoOf(values) === 'me';
  const birthDate = value('birthDate');
  const sent = {
    givenName: value('givenName'),
    familyName: value('familyName'),
    // What is no day is kept as typed: it is told as such.
    birthDate: readTypedDate(birthDate)?.toString() ?? birthDate.slice(0, 10),
    birthPlace: value('birthPlace'),
    codiceFiscale: value('codiceFiscale'),
    relationship: isSelf ? 'self' : notSelf(value('relationship')),
    answers: Object.fromEntries(questionsFor(questions, position).map(({ code }) => [code, value(`answers.${code}`)])),
    visit: visitOf(value),
  };
  const parsed = personSchema.safeParse(sent);
  if (parsed.success) return { person: parsed.data, error: undefined };
  const person: SentPerson = {
    givenName: sent.givenName,
    familyName: sent.familyName,
    birthDate: sent.birthDate === '' ? null : sent.birthDate,
    birthPlace: null,
    codiceFiscale: sent.codiceFiscale === '' ? null : sent.codiceFiscale.slice(0, 40),
    relationship: relationships.find((known) => known === sent.relationship) ?? 'child',
    answers: sent.answers,
    visit: null,
  };
  return { person, error: parsed.error };
}

/** What was answered about the visit; what was left empty is not. */
function visitOf(value: (field: string) => string): Record<string, string> {
  const typed = visitFieldNames.map((field) => [field, value(field)] as const);
  const answered = typed.filter(([, text]) => text !== '');
  return Object.fromEntries(
    answered.map(([field, text]) => [
      field,
      field === 'cardExpires' ? (readTypedDate(text)?.toString() ?? text) : text,
    ]),
  );
}

function notSelf(relationship: string): string {
  return relationship === 'self' ? '' : relationship;
}
