import { z } from 'zod';
import type { Offering, Question } from '#features/offices/index.ts';
import { fieldError, fieldErrors, type FormValues, formValue } from '#platform/http/form.ts';
import type { FieldError } from '#platform/http/problem.ts';
import type { Language } from '#platform/language.ts';
import { type AskedOfPeople, type BookedPerson, checkPeople, type PersonFault } from '../people.ts';
import { visitFaultWords } from '../visit/visit-fault-words.ts';
import { comingFaultWords, isComingReason } from '../who-may-come.text.ts';
import { answerFaultWords } from '../questions/answer-faults.text.ts';
import { faultMessage, ofPerson } from './people-faults.text.ts';
import { readShape } from './person-shape.ts';
import { visitFields } from './visit-fields.ts';

export { type Who, whoOf } from './person-shape.ts';

/** What an offering asks of each person, and of the party. */
type AskedOfParty = Omit<AskedOfPeople, 'questions' | 'reason'>;

export interface PeopleQuestions {
  readonly party: number;
  readonly offering: AskedOfParty & Pick<Offering, 'reasons' | 'reasonOptional' | 'notesAllowed'>;
  /** of the office, beyond that */
  readonly questions: readonly Question[];
  /** at the office */
  readonly today: Temporal.PlainDate;
  /** of the appointment, where it is known: how old people are is asked for that day */
  readonly day?: Temporal.PlainDate | undefined;
  readonly language: Language;
  /** who books logs in after the form: the account will say how to reach them */
  readonly contactLater?: boolean | undefined;
}

export interface PeopleAnswers {
  readonly people: readonly BookedPerson[];
  readonly contactEmail: string;
  readonly contactPhone: string | null;
  readonly reason: string | null;
  readonly notes: string | null;
}

/** The people form as typed, or as kept with the hold, made true; all that is wrong at once. */
export function readPeople(
  values: FormValues,
  questions: PeopleQuestions,
): { ok: true; answers: PeopleAnswers } | { ok: false; errors: FieldError[] } {
  const { language } = questions;
  const party = readParty(values, questions);
  const schema = z.object({
    email: questions.contactLater
      ? z.string().transform(() => '')
      : z.string().trim().min(1, 'required').max(200, 'too-long').pipe(z.email('email')),
    ...visitFields(questions.offering),
    privacy: z.literal('yes', 'privacy-required'),
  });
  const rest = schema.safeParse(restOf(values, ['email', 'phone', 'reason', 'notes', 'privacy']));
  if (party.ok && rest.success) {
    const { email, phone: contactPhone, reason, notes } = rest.data;
    return { ok: true, answers: { people: party.people, contactEmail: email, contactPhone, reason, notes } };
  }
  const restErrors = rest.success ? [] : fieldErrors(rest.error, language, (key) => faultMessage(key, language));
  return { ok: false, errors: inOrder([...(party.ok ? [] : party.errors), ...restErrors], questions.party) };
}

/** The people alone, as `people.<n>.<field>`: for forms that ask other things beside. */
export function readParty(
  values: FormValues,
  { party, offering, questions, today, day, language }: Omit<PeopleQuestions, 'offering'> & { offering: AskedOfParty },
): { ok: true; people: readonly BookedPerson[] } | { ok: false; errors: FieldError[] } {
  const shapes = Array.from({ length: party }, (_, position) => readShape(values, position, questions));
  const checked = checkPeople(
    shapes.map((shape) => shape.person),
    { ...offering, questions, reason: formValue(values, 'reason') || null },
    today,
    day,
  );
  const shapeErrors = shapes.flatMap(({ error }, position) =>
    error
      ? fieldErrors(error, language, (key) => faultMessage(key, language)).map((found) => ({
          ...found,
          field: `people.${position}.${found.field.replace(/^visit\./, '')}`,
        }))
      : [],
  );
  if (checked.ok && shapeErrors.length === 0) return checked;
  const faults = checked.ok ? [] : checked.faults.filter((fault) => isOfUse(fault, shapeErrors));
  return {
    ok: false,
    errors: inOrder([...shapeErrors, ...faults.map((fault) => toFieldError(fault, language))], party).map(named),
  };

  function named(error: FieldError): FieldError {
    const position = Number(error.field.split('.')[1]);
    return party > 1 ? { ...error, message: ofPerson(position, error.message, language) } : error;
  }
}

/** Fields that a browser did not send count as left empty. */
export function restOf(values: FormValues, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, formValue(values, name)]));
}

// A code cannot be compared with a name that is missing, and a field says one thing at a time.
function isOfUse(fault: PersonFault, known: readonly FieldError[]): boolean {
  if ('answer' in fault) return true;
  const of = (field: string) => known.some((error) => error.field === `people.${fault.position}.${field}`);
  if (of(fault.field)) return false;
  // Who comes is judged once it is known of everybody.
  if (fault.field === 'relationship' && known.some(({ field }) => field.endsWith('.relationship'))) return false;
  return fault.reason !== 'codice-fiscale-name' || (!of('givenName') && !of('familyName'));
}

function toFieldError(fault: PersonFault, language: Language): FieldError {
  const { position } = fault;
  if ('answer' in fault) {
    const { code, reason } = fault.answer;
    return { field: `people.${position}.answers.${code}`, reason, message: answerFaultWords(fault.answer, language) };
  }
  const { field, reason, limit } = fault;
  const more = visitFaultWords(fault, language);
  if (more !== undefined) return fieldError(`people.${position}.${field}`, reason, language, more);
  if (isComingReason(reason))
    return fieldError(`people.${position}.${field}`, reason, language, comingFaultWords({ reason, limit }, language));
  const message = faultMessage(`${field}.${reason}`, language) ?? faultMessage(reason, language);
  return fieldError(`people.${position}.${field}`, reason, language, message);
}

const fieldOrder = [
  'relationship',
  'givenName',
  'familyName',
  'birthDate',
  'birthPlace',
  'codiceFiscale',
  'answers',
  'cardExpires',
  'citizenship',
  'parents',
  'fingerprints',
];
const restOrder = ['email', 'phone', 'reason', 'notes', 'privacy'];

/** The summary on top lists mistakes as they stand in the page. */
function inOrder(errors: readonly FieldError[], party: number): FieldError[] {
  const rank = ({ field }: FieldError): number => {
    const [, position, name = ''] = /^people\.(\d+)\.(\w+)/.exec(field) ?? [];
    if (position !== undefined) return Number(position) * 10 + fieldOrder.indexOf(name);
    return party * 10 + restOrder.indexOf(field);
  };
  return [...errors].sort((a, b) => rank(a) - rank(b));
}
