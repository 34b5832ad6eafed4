import type { AccountProfile } from '#features/identity/index.ts';
import type { TicketPerson } from '#features/waiting-room/index.ts';
import { type FormValues, formValue } from '#platform/http/form.ts';
import { whoOf } from '../../form/people-form.ts';

interface OfTicket {
  /** who waited in a room for this seat; null where nobody had to */
  readonly ticketPeople: readonly TicketPerson[] | null;
}

/**
 * The people of a seat held with a ticket are those of the ticket, whatever was sent; what the ticket does not know of them
 * stays as typed.
 */
export function withTicketPeople(values: FormValues, { ticketPeople }: OfTicket): FormValues {
  if (ticketPeople === null) return values;
  const fixed = ticketPeople.flatMap((person, at) => Object.entries(valuesOf(person, at, values)));
  return { ...values, ...Object.fromEntries(fixed) };
}

/** The same for a form nobody has filled in yet: who the first person is to the account is told from their data. */
export function beginningOfTicket(
  values: FormValues,
  { ticketPeople }: OfTicket,
  profile: AccountProfile | undefined,
): FormValues {
  const [first] = ticketPeople ?? [];
  if (first === undefined) return values;
  const who = profile && isOwn(profile, first) ? 'me' : 'other';
  const own = who === whoOf(values) ? {} : { 'people.0.birthDate': '', 'people.0.birthPlace': '' };
  return withTicketPeople({ ...values, ...own, who }, { ticketPeople });
}

function valuesOf(person: TicketPerson, at: number, typed: FormValues): Record<string, string> {
  const name = (field: string) => `people.${at}.${field}`;
  return {
    [name('givenName')]: person.givenName,
    [name('familyName')]: person.familyName,
    [name('codiceFiscale')]: person.codiceFiscale ?? '',
    [name('birthDate')]: person.birthDate?.toString() ?? formValue(typed, name('birthDate')),
    [name('birthPlace')]: person.birthPlace ?? formValue(typed, name('birthPlace')),
  };
}

function isOwn(profile: AccountProfile, person: TicketPerson): boolean {
  if (profile.codiceFiscale && person.codiceFiscale) return profile.codiceFiscale === person.codiceFiscale;
  const plain = (one: { givenName: string; familyName: string }) =>
    `${one.givenName} ${one.familyName}`.toLowerCase().replace(/\s+/g, ' ');
  return plain(profile) === plain(person);
}
