import type { Db } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import { type Booking, bookingByCode } from './booking.query.ts';
import { bookingsByExternalCode } from './bulk/standing.query.ts';
import { readCode } from './code.rules.ts';

/** What somebody without an account knows of a booking: its code, and a surname or a birth date of who is coming. */
export interface KnownOfBooking {
  readonly code: string;
  readonly familyName: string | undefined;
  readonly birthDate: Temporal.PlainDate | undefined;
}

/** The booking of somebody who knows it, whoever made it and by whatever way. */
export async function findByCode(db: Db, secrets: Secrets, known: KnownOfBooking): Promise<Booking | undefined> {
  const { familyName, birthDate } = known;
  if (familyName === undefined && birthDate === undefined) return undefined;
  const own = readCode(known.code);
  // The code of the system it came from is on people's papers; two offices may have used the same one.
  for (const code of [own, ...(await bookingsByExternalCode(db, own))]) {
    const booking = await bookingByCode(db, secrets, code);
    const isKnown = booking?.people.some(
      (person) =>
        (familyName === undefined || plain(person.familyName) === plain(familyName)) &&
        (birthDate === undefined || person.birthDate?.equals(birthDate) === true),
    );
    if (isKnown) return booking;
  }
  return undefined;
}

// "D'Angelo", "d’angelo" and "DANGELO" are one surname: codes are read over the telephone.
function plain(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
