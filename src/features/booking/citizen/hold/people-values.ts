import type { AccountProfile } from '#features/identity/index.ts';
import type { Offering } from '#features/offices/index.ts';
import { type FormValues, formValue } from '#platform/http/form.ts';
import { whoOf } from '../../form/people-form.ts';
import { visitFieldNames } from '../../visit/person-visit.ts';

const fields = [
  'relationship',
  'givenName',
  'familyName',
  'birthDate',
  'birthPlace',
  'codiceFiscale',
  ...visitFieldNames,
] as const;
const kept =
  /^(who|people\.\d{1,2}\.([a-zA-Z]{1,20}|answers\.[a-z][a-z0-9-]{0,39})|aside\.(me|other)\.[a-zA-Z]{1,20}|email|phone|reason|notes|residence|privacy)$/;
const ofPeople = /^(who|(people\.\d{1,2}|aside\.(me|other))\.[a-zA-Z]{1,20}|email|phone)$/;
const mostCharacters = 2000;

/** What the form begins with: the account's own person comes to the appointment. */
export function valuesFor(profile: AccountProfile): FormValues {
  return { who: 'me', ...personOf(profile), email: profile.email, phone: profile.phone ?? '' };
}

/** The same; somebody else is the first person where the office serves only those. */
export function firstValues(
  { offering }: { offering: Pick<Offering, 'partyModes'> },
  profile: AccountProfile,
): FormValues {
  const own = valuesFor(profile);
  return servesOnlyOthers(offering) ? switchFirstPerson(own, 'other', profile) : own;
}

/** Whether whoever books is never served: they book for somebody who cannot come, or is too young to book. */
export function servesOnlyOthers({ partyModes }: Pick<Offering, 'partyModes'>): boolean {
  return partyModes.every((mode) => mode === 'companions-only');
}

/** The part of a sent form that is worth keeping with the hold, and what was set aside before. */
export function valuesToKeep(sent: FormValues, earlier: FormValues = {}): FormValues {
  const aside = Object.entries(earlier).filter(([name]) => name.startsWith('aside.'));
  const typed = Object.keys(sent).filter((name) => kept.test(name));
  return {
    ...Object.fromEntries(aside),
    ...Object.fromEntries(typed.map((name) => [name, formValue(sent, name).slice(0, mostCharacters)])),
  };
}

/** What may go on with a seat of another service or office: who comes, not what was written or answered for the first. */
export function valuesOfPeople(draft: FormValues): FormValues {
  return Object.fromEntries(Object.entries(draft).filter(([name]) => ofPeople.test(name)));
}

/** The first person becomes another one: what was typed for the one before is set aside and comes back with them. */
export function switchFirstPerson(
  values: FormValues,
  to: 'me' | 'other',
  profile: AccountProfile | undefined,
): FormValues {
  const from = whoOf(values);
  if (from === to) return values;
  const now = fields.map((field) => [`aside.${from}.${field}`, formValue(values, `people.0.${field}`)] as const);
  const known: Record<string, string> = to === 'me' && profile ? personOf(profile) : {};
  const next = fields.map((field) => {
    const name = `people.0.${field}`;
    return [name, formValue(values, `aside.${to}.${field}`) || (known[name] ?? '')] as const;
  });
  return { ...values, ...Object.fromEntries(now), ...Object.fromEntries(next), who: to };
}

function personOf(profile: AccountProfile): Record<string, string> {
  return {
    'people.0.givenName': profile.givenName,
    'people.0.familyName': profile.familyName,
    'people.0.birthDate': profile.birthDate?.toString() ?? '',
    'people.0.birthPlace': profile.birthPlace ?? '',
    'people.0.codiceFiscale': profile.codiceFiscale ?? '',
  };
}
