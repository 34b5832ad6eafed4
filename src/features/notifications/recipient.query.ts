import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { Language } from '#platform/language.ts';
import type { BookingToWriteAbout } from './add-messages.ts';

/** Whom to write to about a booking; undefined when nobody left an address, as at the desk. */
export async function bookingToWriteAbout(db: Db | Tx, id: string): Promise<BookingToWriteAbout | undefined> {
  return bookingsToWriteAbout(db).where('booking.id', '=', id).executeTakeFirst();
}

/**
 * Bookings with somebody to write to. The account's address comes first: it is the one kept up to date and proved;
 * at the desk an address may be left without an account. The language is the one the booking was made in.
 */
export function bookingsToWriteAbout(db: Db | Tx) {
  return db
    .selectFrom('booking')
    .leftJoin('account', 'account.id', 'booking.account_id')
    .where((on) => on.or([on('account.email', 'is not', null), on('booking.contact_email', 'is not', null)]))
    .select(['booking.id', 'booking.starts_at as startsAt', 'booking.account_id as accountId'])
    .select([
      sql<string>`coalesce(account.email, booking.contact_email)`.as('recipient'),
      sql<Language>`CASE WHEN booking.language = 'en' THEN 'en' ELSE 'it' END`.as('language'),
    ]);
}
