import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Deps } from '#platform/deps.ts';
import { transact } from '#platform/transaction.ts';
import { book, createSeatEngine, hold, ownerKey } from '#features/booking/index.ts';
import { findOffering, findOffice } from '#features/offices/index.ts';
import { demoPeople } from './create-people.ts';

/** A booking of one of the demo's people. */
export interface DemoBooking {
  readonly email: string;
  readonly office: string;
  readonly service: string;
  /** how long ago it was booked, and how far ahead the appointment may be */
  readonly daysAgo: number;
  readonly daysAhead: readonly [number, number];
  /** cadastral code of the municipality that has to consent */
  readonly residence?: string | null;
}

/** One that must be confirmed these days, and one that is still far. Neither is a passport nor an identity card: those are for the visitor. */
const wishes: readonly DemoBooking[] = [
  {
    email: 'chiara.sartori@demo.example',
    office: 'cons-london',
    service: 'aire-address-change',
    daysAgo: 15,
    daysAhead: [5, 9],
  },
  {
    email: 'luca.marchetti@demo.example',
    office: 'cons-new-york-city',
    service: 'driving-licence',
    daysAgo: 1,
    daysAhead: [18, 30],
  },
];

/** Appointments of two of the demo's citizens, booked the way a citizen books. */
export async function createOwnBookings(deps: Deps): Promise<void> {
  for (const wish of wishes) await bookFor(deps, wish);
}

/** Books as a citizen does; undefined, and a line in the log, where there is no seat. */
export async function bookFor(
  deps: Deps,
  wish: DemoBooking,
): Promise<{ bookingId: string; accountId: number } | undefined> {
  const { db, secrets } = deps;
  const engine = createSeatEngine(deps.pool);
  const person = demoPeople.find((one) => one.email === wish.email);
  if (person === undefined) return undefined;
  const office = await findOffice(db, wish.office);
  const offering = office && (await findOffering(db, office.id, wish.service));
  const account = await sql<{ id: number }>`SELECT id FROM account WHERE lower(email) = ${wish.email}`.execute(db);
  const accountId = account.rows[0]?.id;
  if (office === undefined || offering === undefined || accountId === undefined) return undefined;
  const today = deps.clock.now().toZonedDateTimeISO(office.timeZone);
  const now = today.subtract({ days: wish.daysAgo }).toInstant();
  const [from, to] = wish.daysAhead.map((days) => today.toPlainDate().add({ days }));
  const owner = { kind: 'account', accountId } as const;
  const held = await hold(
    { engine, db },
    {
      id: randomUUID(),
      office,
      offering,
      where: { from, to },
      party: 1,
      ownerKey: ownerKey(secrets, owner),
      accountId,
      rescheduleOf: null,
      now,
    },
  );
  if (!held.ok) {
    deps.log.warn({ office: wish.office, reason: held.reason }, 'the demo has one booking less');
    return undefined;
  }
  const { givenName, familyName, birthDate, birthPlace, codiceFiscale, language } = person;
  const booked = await transact(db, (tx) =>
    book(tx, secrets, {
      holdId: held.holdId,
      owner,
      accountId,
      people: [{ givenName, familyName, birthDate, birthPlace, codiceFiscale, relationship: 'self', answers: null }],
      contactEmail: person.email,
      contactPhone: null,
      language,
      reason: null,
      notes: null,
      delivery: null,
      residence: wish.residence ?? null,
      channel: 'web',
      createdBy: null,
      now,
    }),
  );
  return booked.ok ? { bookingId: booked.bookingId, accountId } : undefined;
}
