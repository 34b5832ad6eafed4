import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import { cancelledDays, mostCancelled } from './eligibility/cancelled-often.ts';
import type { BookedPerson } from './people.ts';

interface Asked {
  readonly people: readonly Pick<BookedPerson, 'codiceFiscale'>[];
  readonly keys: readonly Buffer[];
  readonly likenesses: readonly (Buffer | null)[];
  readonly serviceCode: string;
  readonly accountId: number | null;
  readonly liveLimit: number | null;
  /** an operator books: nobody is asked how often they cancelled */
  readonly createdBy: number | null;
  readonly now: Temporal.Instant;
}

export interface StandingOfParty {
  /** who has a live booking for the service already */
  readonly position: number | null;
  /** how many live bookings the account has, where there is a limit */
  readonly live: number;
  /** until when somebody waits who booked the service and cancelled again and again */
  readonly pausedUntil: Temporal.Instant | null;
}

/**
 * Who of a party has a live booking for the service already, at whichever office and by whichever account, and how many the
 * account has, where there is a limit. Somebody is the same by their key; by name and birthday where only one of the two
 * bookings knows a codice fiscale; and within one account by those alone: a code that differs by omocodia, or is made up,
 * belongs to somebody else, but not to a second person of that name and birthday in one family.
 */
export async function standingOf(
  tx: Tx,
  { people, keys, likenesses, serviceCode, accountId, liveLimit, createdBy, now }: Asked,
): Promise<StandingOfParty> {
  const coded = people.map(({ codiceFiscale }) => codiceFiscale !== null);
  const count =
    liveLimit === null || accountId === null
      ? sql`0`
      : sql`(SELECT count(*)::int FROM booking b JOIN offering o ON o.id = b.offering_id
             WHERE b.account_id = ${accountId} AND b.live AND o.live_limit IS NOT NULL)`;
  const paused =
    createdBy === null
      ? sql`(SELECT min(last.created_at) + make_interval(days => ${cancelledDays}) FROM (
               SELECT DISTINCT b.id, b.created_at FROM booking_person bp JOIN booking b ON b.id = bp.booking_id
               WHERE bp.person_key = ANY (${keys}::bytea[]) AND bp.service_code = ${serviceCode} AND NOT bp.live
                 AND b.cancelled_by = 'citizen' AND b.created_at > ${now.subtract({ hours: 24 * cancelledDays })}
               ORDER BY b.created_at DESC LIMIT ${mostCancelled}) last HAVING count(*) = ${mostCancelled})`
      : sql`NULL::timestamptz`;
  const { rows } = await sql<StandingOfParty>`
    SELECT ${count} AS live, ${paused} AS "pausedUntil", (
      SELECT (k.ord - 1)::int FROM unnest(${keys}::bytea[], ${likenesses}::bytea[], ${coded}::boolean[])
        WITH ORDINALITY AS k(key, likeness, coded, ord)
      WHERE EXISTS (SELECT FROM booking_person bp
                    WHERE bp.person_key = k.key AND bp.service_code = ${serviceCode} AND bp.live)
         OR EXISTS (SELECT FROM booking_person bp
                    WHERE bp.likeness_key = k.likeness AND bp.service_code = ${serviceCode} AND bp.live
                      AND (k.coded <> (bp.codice_fiscale_key IS NOT NULL)
                           OR (k.coded AND EXISTS (SELECT FROM booking b
                                                   WHERE b.id = bp.booking_id AND b.account_id = ${accountId}::int))))
      ORDER BY k.ord LIMIT 1) AS position`.execute(tx);
  return rows[0] ?? { position: null, live: 0, pausedUntil: null };
}
