import { z } from 'zod';
import { likenessKey, personKey, type WhoSomebodyIs } from '#features/identity/index.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { TicketState } from '../tables.ts';

/** Who is to be served with a ticket. */
export interface TicketPerson {
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: Temporal.PlainDate | null;
  readonly birthPlace: string | null;
  readonly codiceFiscale: string | null;
}

const kept = z.array(
  z.object({
    givenName: z.string(),
    familyName: z.string(),
    birthDate: z
      .string()
      .nullable()
      .transform((day) => (day === null ? null : Temporal.PlainDate.from(day))),
    birthPlace: z.string().nullable(),
    codiceFiscale: z.string().nullable(),
  }),
);

/** The people of a ticket as the table keeps them. */
export function sealPeople(secrets: Secrets, people: readonly TicketPerson[]): Buffer {
  const plain = people.map(({ givenName, familyName, birthDate, birthPlace, codiceFiscale }) => ({
    givenName,
    familyName,
    birthDate: birthDate?.toString() ?? null,
    birthPlace,
    codiceFiscale,
  }));
  return secrets.encrypt(JSON.stringify(plain));
}

/** Empty once they were deleted, a while after the room ended. */
export function openPeople(secrets: Secrets, cipher: Buffer): readonly TicketPerson[] {
  return cipher.length === 0 ? [] : kept.parse(JSON.parse(secrets.decrypt(cipher)));
}

/**
 * The name under which the public knows a ticket: of who the first person is, in this room. Nothing that somebody could
 * do gives another.
 */
export function pseudonymOf(secrets: Secrets, { roomCode, key }: { roomCode: string; key: Buffer }): string {
  return secrets
    .hash('ticket', `${roomCode}:${key.toString('hex')}`)
    .toString('hex')
    .slice(0, 32);
}

/** Whether a seat held with a ticket may be booked for these people: it was not taken back meanwhile, and they are its own. */
export function isForTicket(
  secrets: Secrets,
  { ticket, people }: { ticket: { state: TicketState; people: Buffer }; people: readonly WhoSomebodyIs[] },
): boolean {
  if (ticket.state === 'displaced' || ticket.state === 'left') return false;
  return areThoseOfTicket(secrets, { ticket: openPeople(secrets, ticket.people), booked: people });
}

/** Whether those who are to be booked are those of the ticket: all of them and nobody else, in any order. */
export function areThoseOfTicket(
  secrets: Secrets,
  { ticket, booked }: { ticket: readonly WhoSomebodyIs[]; booked: readonly WhoSomebodyIs[] },
): boolean {
  const left = [...ticket];
  for (const person of booked) {
    const at = left.findIndex((other) => isSame(secrets, person, other));
    if (at < 0) return false;
    left.splice(at, 1);
  }
  return left.length === 0;
}

// Who has a codice fiscale may have left it out in one of the two places: then name and birthday say that it is them.
function isSame(secrets: Secrets, one: WhoSomebodyIs, other: WhoSomebodyIs): boolean {
  if (personKey(secrets, one).equals(personKey(secrets, other))) return true;
  if (one.codiceFiscale && other.codiceFiscale) return false;
  const [likeness, otherLikeness] = [likenessKey(secrets, one), likenessKey(secrets, other)];
  return likeness !== null && otherLikeness !== null && likeness.equals(otherLikeness);
}
