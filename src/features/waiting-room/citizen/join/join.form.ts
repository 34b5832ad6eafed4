import { z } from 'zod';
import {
  type AccountProfile,
  checkCodiceFiscale,
  codiceFiscaleTexts,
  isFromAbroad,
  type ProvedAbroad,
  fieldMessages,
  nameField,
} from '#features/identity/index.ts';
import type { Offering } from '#features/offices/index.ts';
import { fieldError, fieldErrors, type FormValues, formValue } from '#platform/http/form.ts';
import type { FieldError } from '#platform/http/problem.ts';
import type { Language } from '#platform/language.ts';
import { readTypedDate } from '#ui/fields/typed-date.ts';
import type { TicketPerson } from '../../ticket/ticket-people.ts';
import { joinTexts } from './join.text.ts';

type Asked = Pick<Offering, 'codiceFiscale' | 'partyMax' | 'partyModes'> & {
  /** who asks, where another country's identity has proved them: they need no codice fiscale */
  readonly abroad?: ProvedAbroad | null;
};

const fields = ['givenName', 'familyName', 'codiceFiscale', 'birthDate', 'birthPlace'] as const;
const earliestBirth = 130;
const names = z.object({ givenName: nameField, familyName: nameField });

/** What the form begins with: the account's own person, where it may be served. */
export function firstValues(profile: AccountProfile, offering: Asked, party: number): FormValues {
  const isMe = offering.partyModes.some((mode) => mode !== 'companions-only');
  return { party: String(party), who: isMe ? 'me' : 'other', ...(isMe ? ownValues(profile) : {}) };
}

export function partyOf(values: FormValues, { partyMax }: Pick<Offering, 'partyMax'>): number {
  const typed = Number(formValue(values, 'party'));
  return Number.isInteger(typed) && typed >= 1 ? Math.min(typed, partyMax) : 1;
}

/** What a button that changes who comes makes of what was typed. */
export function changedBy(go: string, values: FormValues, offering: Asked, profile: AccountProfile): FormValues {
  const party = partyOf(values, offering);
  if (go === 'add') return { ...values, party: String(Math.min(party + 1, offering.partyMax)) };
  if (go === 'remove') return { ...values, party: String(Math.max(party - 1, 1)) };
  const first = go === 'me' ? ownValues(profile) : Object.fromEntries(fields.map((field) => [nameOf(0, field), '']));
  return { ...values, ...first, who: go === 'me' ? 'me' : 'other' };
}

/** The people as typed, made true; all that is wrong at once. */
export function readTicketPeople(
  values: FormValues,
  asked: { offering: Asked; today: Temporal.PlainDate; language: Language },
): { ok: true; people: readonly TicketPerson[] } | { ok: false; errors: readonly FieldError[] } {
  const read = Array.from({ length: partyOf(values, asked.offering) }, (_, at) => readPerson(values, at, asked));
  const people = read.flatMap(({ person }) => person ?? []);
  const twice = people.flatMap((person, at) =>
    people.slice(0, at).some((other) => isSame(other, person))
      ? [
          fieldError(
            nameOf(at, 'familyName'),
            'same-person',
            asked.language,
            joinTexts.for(asked.language)('samePerson'),
          ),
        ]
      : [],
  );
  const errors = [...read.flatMap((one) => one.errors), ...twice];
  return errors.length > 0 ? { ok: false, errors } : { ok: true, people };
}

function readPerson(
  values: FormValues,
  at: number,
  { offering, today, language }: { offering: Asked; today: Temporal.PlainDate; language: Language },
): { person: TicketPerson | undefined; errors: FieldError[] } {
  const typed = (field: string) => formValue(values, nameOf(at, field)).trim();
  const named = names.safeParse({ givenName: typed('givenName'), familyName: typed('familyName') });
  const inForm = (error: FieldError) => ({ ...error, field: nameOf(at, error.field) });
  const errors = named.success ? [] : fieldErrors(named.error, language, fieldMessages(language)).map(inForm);
  const refuse = (field: string, reason: string, message?: string) =>
    void errors.push(fieldError(nameOf(at, field), reason, language, message));
  const who = { givenName: typed('givenName'), familyName: typed('familyName') };
  const isAbroad = isFromAbroad(who, offering.abroad);
  const birthDate = readTypedDate(typed('birthDate')) ?? (isAbroad ? (offering.abroad?.birthDate ?? null) : null);
  const birthPlace = typed('birthPlace').slice(0, 80) || null;
  const code = typed('codiceFiscale').slice(0, 40);
  let codiceFiscale: string | null = null;
  if (code !== '') {
    const check = checkCodiceFiscale(code, { givenName: typed('givenName'), familyName: typed('familyName') });
    if (check.ok) codiceFiscale = check.code;
    else refuse('codiceFiscale', check.reason, codiceFiscaleTexts.for(language)(check.reason));
  } else if (offering.codiceFiscale === 'required') {
    if (!isAbroad) refuse('codiceFiscale', 'required');
  } else {
    if (typed('birthDate') === '') refuse('birthDate', 'required');
    else if (!birthDate || birthDate.year < today.year - earliestBirth) refuse('birthDate', 'date');
    else if (Temporal.PlainDate.compare(birthDate, today) > 0) refuse('birthDate', 'date-future');
    if (birthPlace === null) refuse('birthPlace', 'required');
    else if (/[\p{C}<>]/u.test(birthPlace)) refuse('birthPlace', 'invalid');
  }
  if (!named.success || errors.length > 0) return { person: undefined, errors };
  return { person: { ...named.data, birthDate, birthPlace, codiceFiscale }, errors };
}

function isSame(a: TicketPerson, b: TicketPerson): boolean {
  if (a.codiceFiscale !== null || b.codiceFiscale !== null) return a.codiceFiscale === b.codiceFiscale;
  const plain = (person: TicketPerson) =>
    `${person.givenName}|${person.familyName}|${person.birthDate?.toString() ?? ''}`.toLowerCase();
  return plain(a) === plain(b);
}

function ownValues(profile: AccountProfile): FormValues {
  return {
    [nameOf(0, 'givenName')]: profile.givenName,
    [nameOf(0, 'familyName')]: profile.familyName,
    [nameOf(0, 'codiceFiscale')]: profile.codiceFiscale ?? '',
    [nameOf(0, 'birthDate')]: profile.birthDate?.toString() ?? '',
    [nameOf(0, 'birthPlace')]: profile.birthPlace ?? '',
  };
}

export function nameOf(at: number, field: string): string {
  return `people.${at}.${field}`;
}
