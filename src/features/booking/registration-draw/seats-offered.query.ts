import { sql } from 'kysely';
import { forEverybody, outsideWindow } from '#features/planner/index.ts';
import type { Db, Tx } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';
import { dayIn } from '#platform/dates.ts';
import type { OfferedSlot, Place } from './assign.rules.ts';

/** The seats of a draw as they are published: by office, for everybody to compare. */
export type OfferedSeats = readonly {
  readonly slot: string;
  readonly planner: number;
  readonly office: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly seats: number;
}[];

/** An office that takes part in a draw with a service: the place where somebody may go. */
export interface DrawPlace extends Place {
  readonly officeId: number;
  readonly officeCode: string;
  readonly officeName: LocalText;
  readonly officeCity: LocalText;
  readonly serviceCode: string;
  readonly serviceName: LocalText;
  readonly partyMax: number;
}

/** A slot of the draw, with its office. */
export type DrawSlot = OfferedSlot & { readonly officeCode: string };

/**
 * What a draw has to give: slots of its planners that open within its gate, are for everybody and not past. They need not
 * be open yet. Seats that came back and are kept for somebody who waits are not among them.
 */
export async function drawSlots(
  db: Db | Tx,
  { roomId, now }: { roomId: number; now: Temporal.Instant },
): Promise<DrawSlot[]> {
  const { rows } = await sql<DrawSlot>`
    SELECT s.id, s.planner_id AS "plannerId", s.starts_at AS "startsAt", s.ends_at AS "endsAt",
           greatest(s.planned - s.taken, 0) AS free, f.code AS "officeCode"
    FROM room r JOIN room_planner rp ON rp.room_id = r.id
    JOIN planner p ON p.id = rp.planner_id AND p.published
    JOIN office f ON f.id = p.office_id
    JOIN slot s ON s.planner_id = p.id AND s.planned > 0
    WHERE r.id = ${roomId} AND s.starts_at > ${now}
      AND s.starts_at >= ${now}::timestamptz + make_interval(mins => p.notice_minutes)
      AND (r.gated_from IS NULL OR s.opens_at BETWEEN r.gated_from AND r.gated_to)
      AND ${forEverybody(now)}
    ORDER BY s.starts_at, s.id`.execute(db);
  return rows;
}

/** The offices and services of a draw: the office whose release it is first, then by name. */
export async function drawPlaces(
  db: Db | Tx,
  { roomId, serviceCode, now }: { roomId: number; serviceCode?: string | undefined; now: Temporal.Instant },
): Promise<DrawPlace[]> {
  const { rows } = await sql<
    Omit<DrawPlace, 'mayStart'> & {
      horizonFromDays: number;
      horizonDays: number | null;
      noticeMinutes: number | null;
      opensAt: Temporal.Instant;
    }
  >`
    SELECT o.id AS "offeringId", array_agg(rp.planner_id ORDER BY rp.planner_id) AS "plannerIds", f.time_zone AS zone,
           o.duration_minutes AS minutes, f.id AS "officeId", f.code AS "officeCode", f.name AS "officeName",
           f.city AS "officeCity", o.service_code AS "serviceCode", v.name AS "serviceName", o.party_max AS "partyMax",
           o.horizon_from_days AS "horizonFromDays", o.horizon_days AS "horizonDays", o.notice_minutes AS "noticeMinutes",
           r.opens_at AS "opensAt"
    FROM room r JOIN room_planner rp ON rp.room_id = r.id
    JOIN planner p ON p.id = rp.planner_id AND p.published
    JOIN planner_offering po ON po.planner_id = p.id
    JOIN offering o ON o.id = po.offering_id AND o.active AND NOT o.invite_only
    JOIN service v ON v.code = o.service_code
    JOIN office f ON f.id = o.office_id
    WHERE r.id = ${roomId} ${serviceCode === undefined ? sql`` : sql`AND o.service_code = ${serviceCode}`}
    GROUP BY o.id, f.id, v.code, r.id
    ORDER BY v.position, (f.id = r.office_id) DESC, f.name ->> 'it', f.code`.execute(db);
  return rows.map(({ horizonFromDays, horizonDays, noticeMinutes, opensAt, ...place }) => {
    // The office's own window is the one in which people could book without a draw.
    const window = { zone: place.zone, horizonFromDays, horizonDays, noticeMinutes };
    const asOf = Temporal.Instant.compare(now, opensAt) > 0 ? now : opensAt;
    const mayStart = (startsAt: Temporal.Instant) =>
      outsideWindow(window, { day: dayIn(startsAt, place.zone), startsAt }, asOf) === undefined;
    return { ...place, mayStart };
  });
}

export function publishedSeats(slots: readonly DrawSlot[]): OfferedSeats {
  return slots
    .filter(({ free }) => free > 0)
    .map(({ id, plannerId, officeCode, startsAt, endsAt, free }) => ({
      slot: id,
      planner: plannerId,
      office: officeCode,
      startsAt: startsAt.toString(),
      endsAt: endsAt.toString(),
      seats: free,
    }));
}

/** The seats as they were published, to reckon with again. */
export function slotsAsPublished(seats: OfferedSeats): OfferedSlot[] {
  return seats.map(({ slot, planner, startsAt, endsAt, seats: free }) => ({
    id: slot,
    plannerId: planner,
    startsAt: Temporal.Instant.from(startsAt),
    endsAt: Temporal.Instant.from(endsAt),
    free,
  }));
}
