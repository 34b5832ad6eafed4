import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';
import type { AsleepWhy, EntryState } from './entry.rules.ts';
import { forecast, forecastWeeks } from './forecast.rules.ts';
import { readTime } from './freed-seats.query.ts';
import type { Wishes } from './wishes.rules.ts';

/** A list an entry stands in. */
export interface Place {
  readonly offeringId: number;
  readonly officeCode: string;
  readonly officeName: LocalText;
  /** people who wait and came before; whoever sleeps is not counted, but comes before again when they wake */
  readonly ahead: number;
  /** about so many weeks until an offer; undefined where too little is known */
  readonly weeks: number | undefined;
}

/** A seat that is kept for the entry. */
export interface SeatOffer {
  readonly id: string;
  readonly holdId: string;
  readonly offeringId: number;
  readonly officeCode: string;
  readonly officeName: LocalText;
  readonly officeCity: LocalText;
  readonly timeZone: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
}

/** An entry of a waiting list, as its person sees it. */
export interface Entry {
  readonly id: string;
  readonly accountId: number;
  readonly offeringId: number;
  readonly serviceCode: string;
  readonly serviceName: LocalText;
  readonly officeId: number;
  readonly officeCode: string;
  readonly officeName: LocalText;
  readonly officeCity: LocalText;
  readonly officeKind: 'consular' | 'municipal';
  readonly timeZone: string;
  readonly wishes: Wishes;
  readonly state: EntryState;
  readonly asleepWhy: AsleepWhy | null;
  readonly requestedAt: Temporal.Instant;
  readonly stateAt: Temporal.Instant;
  readonly askedAt: Temporal.Instant | null;
  readonly reason: Buffer | null;
  /** what the office says to those who wait */
  readonly text: LocalText | null;
  /** The office keeps the list going; false: it has switched the list off, and offers nothing. */
  readonly isOn: boolean;
  /** the office joined first */
  readonly places: readonly Place[];
  readonly offer: SeatOffer | undefined;
  /** the booking that came of it */
  readonly bookingCode: string | null;
}

/** The entries of an account: those that are live first, then the newest of the last weeks. */
export function entriesOfAccount(
  db: Db | Tx,
  { accountId, now }: { accountId: number; now: Temporal.Instant },
): Promise<Entry[]> {
  const since = now.subtract({ hours: 30 * 24 });
  return entries(db, sql`e.account_id = ${accountId} AND (e.live OR e.state_at > ${since})`, now);
}

export async function entryById(
  db: Db | Tx,
  { entryId, now }: { entryId: string; now: Temporal.Instant },
): Promise<Entry | undefined> {
  if (!/^\d{1,18}$/.test(entryId)) return undefined;
  return (await entries(db, sql`e.id = ${entryId}`, now))[0];
}

/** The live entry of an account for a service, wherever it was joined. */
export async function liveEntry(
  db: Db | Tx,
  { accountId, serviceCode }: { accountId: number; serviceCode: string },
): Promise<string | undefined> {
  const row = await db
    .selectFrom('waiting_entry')
    .select('id')
    .where('account_id', '=', accountId)
    .where('service_code', '=', serviceCode)
    .where('live', '=', true)
    .executeTakeFirst();
  return row?.id;
}

type Row = Omit<Entry, 'wishes' | 'places' | 'offer'> &
  Omit<Wishes, 'fromTime' | 'toTime'> & { fromTime: string | null; toTime: string | null };

async function entries(db: Db | Tx, which: RawBuilder<unknown>, now: Temporal.Instant): Promise<Entry[]> {
  const { rows } = await sql<Row>`
    SELECT e.id, e.account_id AS "accountId", e.offering_id AS "offeringId", e.service_code AS "serviceCode",
           s.name AS "serviceName", f.id AS "officeId", f.code AS "officeCode", f.name AS "officeName", f.city AS "officeCity",
           f.kind AS "officeKind", f.time_zone AS "timeZone", e.party, e.weekdays, e.from_day AS "fromDay", e.to_day AS "toDay",
           e.from_time AS "fromTime", e.to_time AS "toTime", e.state, e.asleep_why AS "asleepWhy",
           e.requested_at AS "requestedAt", e.state_at AS "stateAt", e.asked_at AS "askedAt", e.reason_cipher AS reason,
           w.text, o.waiting_list AND o.active AS "isOn",
           (SELECT b.code FROM waiting_offer x JOIN booking b ON b.id = x.booking_id
            WHERE x.entry_id = e.id AND x.state = 'accepted' LIMIT 1) AS "bookingCode"
    FROM waiting_entry e
    JOIN offering o ON o.id = e.offering_id JOIN service s ON s.code = e.service_code JOIN office f ON f.id = o.office_id
    LEFT JOIN waiting_list w ON w.offering_id = o.id
    WHERE ${which} ORDER BY e.live DESC, e.state_at DESC, e.id DESC`.execute(db);
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const [places, offers] = [await placesOf(db, ids, now), await offersOf(db, ids)];
  return rows.map(({ party, weekdays, fromDay, toDay, fromTime, toTime, ...row }) => ({
    ...row,
    wishes: { party, weekdays, fromDay, toDay, fromTime: readTime(fromTime), toTime: readTime(toTime) },
    places: places.filter((place) => place.entryId === row.id).map(({ entryId: _, ...place }) => place),
    offer: offers.find((offer) => offer.entryId === row.id),
  }));
}

async function placesOf(db: Db | Tx, ids: readonly string[], now: Temporal.Instant) {
  const since = now.subtract({ hours: forecastWeeks * 7 * 24 });
  const { rows } = await sql<Omit<Place, 'weeks'> & { entryId: string; served: number }>`
    SELECT e.id AS "entryId", o.id AS "offeringId", f.code AS "officeCode", f.name AS "officeName",
           (SELECT count(*)::int FROM waiting_place other JOIN waiting_entry x ON x.id = other.entry_id AND x.state = 'waiting'
            WHERE other.offering_id = o.id AND (x.requested_at, x.id) < (e.requested_at, e.id)) AS ahead,
           (SELECT count(*)::int FROM waiting_offer t
            WHERE t.offering_id = o.id AND t.state = 'accepted' AND t.decided_at > ${since}) AS served
    FROM waiting_entry e JOIN waiting_place wp ON wp.entry_id = e.id
    JOIN offering o ON o.id = wp.offering_id JOIN office f ON f.id = o.office_id
    WHERE e.id = ANY (${[...ids]}::bigint[]) ORDER BY o.id <> e.offering_id, f.name ->> 'it', o.id`.execute(db);
  return rows.map(({ served, ...place }) => ({ ...place, weeks: forecast(place.ahead + 1, served) }));
}

async function offersOf(db: Db | Tx, ids: readonly string[]): Promise<(SeatOffer & { entryId: string })[]> {
  const { rows } = await sql<SeatOffer & { entryId: string }>`
    SELECT x.entry_id AS "entryId", x.id, x.hold_id AS "holdId", x.offering_id AS "offeringId", f.code AS "officeCode",
           f.name AS "officeName", f.city AS "officeCity", f.time_zone AS "timeZone", x.starts_at AS "startsAt",
           x.ends_at AS "endsAt", x.expires_at AS "expiresAt"
    FROM waiting_offer x JOIN offering o ON o.id = x.offering_id JOIN office f ON f.id = o.office_id
    WHERE x.entry_id = ANY (${[...ids]}::bigint[]) AND x.state = 'offered'`.execute(db);
  return rows;
}

/** The offer, if it may be accepted now. */
export function openSeat(entry: Pick<Entry, 'offer'>, now: Temporal.Instant): SeatOffer | undefined {
  const { offer } = entry;
  return offer && Temporal.Instant.compare(offer.expiresAt, now) > 0 ? offer : undefined;
}
