import { sql } from 'kysely';
import { writtenTo } from '#features/booking/index.ts';
import type { Db, Tx } from '#platform/database.ts';
import { type Language, languages } from '#platform/language.ts';
import type { BookingToWriteAbout } from './add-messages.ts';

/** Whom to write to about a booking; undefined when nobody left an address, as at the desk. */
export async function bookingToWriteAbout(db: Db | Tx, id: string): Promise<BookingToWriteAbout | undefined> {
  return bookingsToWriteAbout(db).where('booking.id', '=', id).executeTakeFirst();
}

/** Bookings with somebody to write to. The language is the one the booking was made in. */
export function bookingsToWriteAbout(db: Db | Tx) {
  return db
    .selectFrom('booking')
    .leftJoin('account', 'account.id', 'booking.account_id')
    .where((on) =>
      on.or([
        on.and([on('account.email', 'is not', null), on('account.closed_at', 'is', null)]),
        on('booking.contact_email', 'is not', null),
      ]),
    )
    .select(['booking.id', 'booking.starts_at as startsAt', 'booking.account_id as accountId'])
    .select([
      // One of the two addresses is there, so this is never null.
      writtenTo('booking', 'account').$castTo<string>().as('recipient'),
      sql<Language>`CASE WHEN booking.language = ANY(${[...languages]}::text[]) THEN booking.language ELSE 'it' END`.as(
        'language',
      ),
    ]);
}
