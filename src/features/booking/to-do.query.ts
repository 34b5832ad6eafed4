import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { OfferCause } from './moves/offer.rules.ts';
import { firstPosition } from './first-position.ts';
import type { RequestKind } from './requests/request.rules.ts';

/** What waits for an office, in figures. */
export interface ToDoCounts {
  readonly requests: number;
  /** offered seats that ended without a move, and appointments that no seat was found for */
  readonly toSettle: number;
  /** offered seats that the citizen has yet to answer */
  readonly offered: number;
  /** bookings that the office confirms */
  readonly awaiting: number;
  /** confirmation requests that did not arrive */
  readonly undelivered: number;
}

interface OfficeNow {
  readonly officeId: number;
  readonly now: Temporal.Instant;
}

interface Part extends OfficeNow {
  readonly most: number;
  readonly skip: number;
}

export async function toDoCounts(db: Db, { officeId, now }: OfficeNow): Promise<ToDoCounts> {
  const { rows } = await sql<ToDoCounts>`
    SELECT (SELECT count(*)::int FROM booking_request r WHERE r.office_id = ${officeId} AND r.state = 'open') AS requests,
           offers.settle AS "toSettle", offers.offered,
           (SELECT count(*)::int FROM booking b
            WHERE b.office_id = ${officeId} AND ${oneClick} AND b.starts_at > ${now}) AS awaiting,
           (SELECT count(*)::int FROM booking b
            WHERE b.office_id = ${officeId} AND b.confirm_undelivered_at IS NOT NULL AND b.starts_at > ${now}
              AND (b.status = 'booked' OR b.cancelled_by = 'not-confirmed')) AS undelivered
    FROM (SELECT count(*) FILTER (WHERE p.state <> 'offered')::int AS settle,
                 count(*) FILTER (WHERE p.state = 'offered')::int AS offered
          FROM proposal p JOIN booking b ON b.id = p.booking_id
          WHERE p.office_id = ${officeId} AND p.settled_at IS NULL AND ${isAhead(now)}) AS offers`.execute(db);
  return rows[0] ?? { requests: 0, toSettle: 0, offered: 0, awaiting: 0, undelivered: 0 };
}

/** A booking in the office's list. */
interface ListedBooking {
  readonly code: string;
  readonly name: string;
  readonly party: number;
  readonly serviceName: LocalText;
  readonly startsAt: Temporal.Instant;
}

export interface ListedRequest extends ListedBooking {
  readonly id: string;
  readonly kind: RequestKind;
  readonly text: string;
  readonly createdAt: Temporal.Instant;
}

/** What citizens ask and nobody has answered, the earliest first. */
export async function listRequests(db: Db, secrets: Secrets, { officeId, most, skip }: Part): Promise<ListedRequest[]> {
  const { rows } = await sql<Omit<ListedRequest, 'text'> & { cipher: Buffer }>`
    SELECT ${listed}, r.id, r.kind, r.text_cipher AS cipher, r.created_at AS "createdAt"
    FROM booking_request r JOIN booking b ON b.id = r.booking_id ${joins}
    WHERE r.office_id = ${officeId} AND r.state = 'open'
    ORDER BY r.created_at, r.id LIMIT ${most} OFFSET ${skip}`.execute(db);
  return rows.map(({ cipher, ...row }) => ({ ...row, text: secrets.decrypt(cipher) }));
}

export interface ListedOffer extends ListedBooking {
  readonly id: string;
  readonly state: 'offered' | 'declined' | 'expired' | 'no-seat';
  readonly cause: OfferCause;
  readonly offeredStartsAt: Temporal.Instant | null;
  readonly expiresAt: Temporal.Instant | null;
  readonly phone: string | null;
}

/** Offered seats that are to be settled, or that wait for the citizen; the nearest appointment first. */
export async function listOffers(
  db: Db,
  { officeId, now, most, skip, waiting }: Part & { waiting: boolean },
): Promise<ListedOffer[]> {
  const { rows } = await sql<ListedOffer>`
    SELECT ${listed}, o.id, o.state, o.cause, o.starts_at AS "offeredStartsAt", o.expires_at AS "expiresAt",
           coalesce(b.contact_phone, a.phone) AS phone
    FROM proposal o JOIN booking b ON b.id = o.booking_id LEFT JOIN account a ON a.id = b.account_id
    CROSS JOIN LATERAL (SELECT o.state) AS p ${joins}
    WHERE o.office_id = ${officeId} AND o.settled_at IS NULL AND (o.state = 'offered') = ${waiting} AND ${isAhead(now)}
    ORDER BY b.starts_at, o.id LIMIT ${most} OFFSET ${skip}`.execute(db);
  return rows;
}

/** Bookings that wait for the office's confirmation and for nothing else: nobody examines them. The nearest appointment first. */
export async function listAwaiting(db: Db, { officeId, now, most, skip }: Part): Promise<ListedBooking[]> {
  const { rows } = await sql<ListedBooking>`
    SELECT ${listed} FROM booking b ${joins}
    WHERE b.office_id = ${officeId} AND ${oneClick} AND b.starts_at > ${now}
    ORDER BY b.starts_at, b.id LIMIT ${most} OFFSET ${skip}`.execute(db);
  return rows;
}

export type { ListedBooking };

/** What is over settles itself; an offer may still be accepted when its old hour has passed. */
function isAhead(now: Temporal.Instant): RawBuilder<boolean> {
  return sql<boolean>`(b.live AND (b.ends_at > ${now} OR p.state = 'offered'))`;
}

const listed = sql`b.code, coalesce(w.given_name || ' ' || w.family_name, b.code) AS name, b.party, s.name AS "serviceName",
  b.starts_at AS "startsAt"`;
const joins = sql`JOIN service s ON s.code = b.service_code
  LEFT JOIN booking_person w ON w.booking_id = b.id AND w.position = ${firstPosition(sql`b.id`)}`;

// What has to be looked at, or somebody is looking at, is in the queue.
const oneClick = sql<boolean>`b.status = 'awaiting-office' AND b.pre_check IS NULL AND b.taken_in_charge_at IS NULL`;
