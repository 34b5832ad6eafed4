import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { Language } from '#platform/language.ts';
import type { BookingToWriteAbout } from './add-messages.ts';

/** Whom to write to about a booking; undefined when nobody left an address, as at the desk. */
export async function bookingToWriteAbout(db: Db | Tx, id: string): Promise<BookingToWriteAbout | undefined> {
  return bookingsToWriteAbout(db).where('booking.id', '=', id).executeTakeFirst();
}

/**
 * Bookings with somebody to write to. An address that the office has put right comes first, then the account's: it is
 * the one kept up to date and proved; at the desk an address may be left without an account. One whose e-mail comes back
 * gives way to the other. The language is the one the booking was made in.
 */
export function bookingsToWriteAbout(db: Db | Tx) {
  return db
    .selectFrom('booking')
    .leftJoin('account', 'account.id', 'booking.account_id')
    .where((on) => on.or([on('account.email', 'is not', null), on('booking.contact_email', 'is not', null)]))
    .select(['booking.id', 'booking.starts_at as startsAt', 'booking.account_id as accountId'])
    .select([
      recipient.as('recipient'),
      sql<Language>`CASE WHEN booking.language = 'en' THEN 'en' ELSE 'it' END`.as('language'),
    ]);
}

const works = (column: string) =>
  sql`NOT EXISTS (SELECT FROM email_failure f WHERE f.address = lower(${sql.ref(column)}))`;

const recipient = sql<string>`coalesce(
  CASE WHEN booking.contact_corrected_at IS NOT NULL AND ${works('booking.contact_email')} THEN booking.contact_email END,
  CASE WHEN ${works('account.email')} THEN account.email END,
  CASE WHEN ${works('booking.contact_email')} THEN booking.contact_email END,
  CASE WHEN booking.contact_corrected_at IS NOT NULL THEN booking.contact_email END,
  account.email,
  booking.contact_email)`;
