import type { Db } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import { type Booking, bookingByCode } from './booking.query.ts';
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
  const booking = await bookingByCode(db, secrets, readCode(known.code));
  const isKnown = booking?.people.some(
    (person) =>
      (familyName === undefined || plain(person.familyName) === plain(familyName)) &&
      (birthDate === undefined || person.birthDate?.equals(birthDate) === true),
  );
  return isKnown ? booking : undefined;
}

// "D'Angelo", "d’angelo" and "DANGELO" are one surname: codes are read over the telephone.
function plain(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
