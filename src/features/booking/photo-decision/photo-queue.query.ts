import { type RawBuilder, sql } from 'kysely';
import type { Verdict } from '#features/photo/index.ts';
import type { Db } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';
import type { PhotoOutcome } from './decision.rules.ts';
import { isOpenRequest } from './open-request.query.ts';

/** Photos the office has yet to look at, those it asked for again, and those it has decided about. */
export const photoViews = ['sent', 'asked', 'decided'] as const;
export type PhotoView = (typeof photoViews)[number];

/** One photo, or the request for another, in the office's list. */
export interface QueuedPhoto {
  readonly bookingId: string;
  readonly code: string;
  /** of the person */
  readonly position: number;
  readonly name: string;
  readonly serviceName: LocalText;
  readonly startsAt: Temporal.Instant;
  /** null where none is there */
  readonly verdict: Verdict | null;
  /** null while nobody has looked */
  readonly outcome: PhotoOutcome | null;
}

interface OfficeNow {
  readonly officeId: number;
  readonly now: Temporal.Instant;
}

/** The nearest appointment first; what was decided last first. Only of appointments that are still to come. */
export async function listPhotos(
  db: Db,
  { officeId, now, view, most }: OfficeNow & { view: PhotoView; most: number },
): Promise<QueuedPhoto[]> {
  const order = view === 'decided' ? sql`d.decided_at DESC, d.id DESC` : sql`b.starts_at, b.id, q.position`;
  const { rows } = await sql<QueuedPhoto>`
    SELECT b.id AS "bookingId", b.code, q.position, q.given_name || ' ' || q.family_name AS name,
           s.name AS "serviceName", b.starts_at AS "startsAt", p.verdict, d.outcome
    ${ahead({ officeId, now })} AND ${conditions[view]} ORDER BY ${order} LIMIT ${most}`.execute(db);
  return rows;
}

export type PhotoCounts = Readonly<Record<PhotoView, number>>;

export async function photoCounts(db: Db, at: OfficeNow): Promise<PhotoCounts> {
  const { rows } = await sql<PhotoCounts>`
    SELECT count(*) FILTER (WHERE ${conditions.sent})::int AS sent,
           count(*) FILTER (WHERE ${conditions.asked})::int AS asked,
           count(*) FILTER (WHERE ${conditions.decided})::int AS decided
    ${ahead(at)}`.execute(db);
  return rows[0] ?? { sent: 0, asked: 0, decided: 0 };
}

/** For the menu of every page; undefined where the office takes no photos, which costs one look at its offerings. */
export async function photosToLookAt(db: Db, { officeId, now }: OfficeNow): Promise<number | undefined> {
  const { rows } = await sql<{ taken: boolean; count: number | null }>`
    SELECT taken, CASE WHEN taken THEN (
      SELECT count(*)::int FROM booking b JOIN booking_photo p ON p.booking_id = b.id AND p.state = 'accepted'
      WHERE ${isAhead({ officeId, now })} AND NOT EXISTS (
        SELECT FROM photo_decision d WHERE d.booking_id = p.booking_id AND d.position = p.position
          AND d.photo_id = p.id AND d.undone_at IS NULL)) END AS count
    FROM (SELECT EXISTS (
      SELECT FROM offering o WHERE o.office_id = ${officeId} AND o.photo <> 'none') AS taken) AS offered`.execute(db);
  return rows[0]?.count ?? undefined;
}

/** Of `b`: somebody comes for it still. */
function isAhead({ officeId, now }: OfficeNow): RawBuilder<boolean> {
  return sql`b.office_id = ${officeId} AND b.live AND b.status NOT IN ('served', 'no-show') AND b.ends_at > ${now}
    AND b.starts_at > ${now}::timestamptz - interval '1 day'`;
}

/** People of appointments to come with the photo that counts, if any, and the decision about it or the request that stands. */
function ahead(at: OfficeNow): RawBuilder<unknown> {
  return sql`
    FROM booking b
    JOIN offering o ON o.id = b.offering_id AND (o.photo <> 'none' OR EXISTS (
      SELECT FROM booking_photo x WHERE x.booking_id = b.id))
    JOIN service s ON s.code = b.service_code
    JOIN booking_person q ON q.booking_id = b.id
    LEFT JOIN booking_photo p ON p.booking_id = q.booking_id AND p.position = q.position AND p.state = 'accepted'
    LEFT JOIN LATERAL (
      SELECT d.id, d.outcome, d.decided_at FROM photo_decision d
      WHERE d.booking_id = q.booking_id AND d.position = q.position AND d.undone_at IS NULL
        AND (d.photo_id = p.id OR p.id IS NULL AND ${isOpenRequest})
      ORDER BY d.decided_at DESC LIMIT 1) d ON true
    WHERE ${isAhead(at)}`;
}

const conditions = {
  sent: sql<boolean>`(p.id IS NOT NULL AND d.id IS NULL)`,
  asked: sql<boolean>`(d.outcome = 'another-asked')`,
  decided: sql<boolean>`(d.outcome IN ('accepted', 'overridden'))`,
} as const;
