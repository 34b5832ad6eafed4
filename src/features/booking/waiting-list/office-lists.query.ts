import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';
import { nobodysOwners } from '../hold/hold-owner.ts';
import type { AsleepWhy } from './entry.rules.ts';
import { forecastWeeks } from './forecast.rules.ts';
import { readTime } from './freed-seats.query.ts';
import type { Wishes } from './wishes.rules.ts';

/** A waiting list as its office sees it, with what became of its offers in the last weeks. */
export interface OfficeList {
  readonly offeringId: number;
  readonly serviceCode: string;
  readonly serviceName: LocalText;
  readonly isOn: boolean;
  readonly isOpen: boolean;
  readonly text: LocalText | null;
  readonly offerHours: number;
  readonly mostLapses: number;
  readonly leastHours: number;
  readonly waiting: number;
  readonly asleep: number;
  readonly oldest: Temporal.Instant | null;
  readonly offered: number;
  readonly accepted: number;
  readonly declined: number;
  readonly lapsed: number;
}

/** The lists an office keeps, and those it has switched off while people still stand in them. */
export async function listsOfOffice(
  db: Db,
  { officeId, now }: { officeId: number; now: Temporal.Instant },
): Promise<OfficeList[]> {
  const since = now.subtract({ hours: forecastWeeks * 7 * 24 });
  const { rows } = await sql<OfficeList>`
    SELECT o.id AS "offeringId", o.service_code AS "serviceCode", s.name AS "serviceName",
           o.waiting_list AND o.active AS "isOn", coalesce(w.open, true) AS "isOpen", w.text,
           coalesce(w.offer_hours, 48) AS "offerHours", coalesce(w.most_lapses, 2) AS "mostLapses",
           coalesce(w.least_hours, 12) AS "leastHours",
           q.waiting, q.asleep, q.oldest, x.offered, x.accepted, x.declined, x.lapsed
    FROM offering o JOIN service s ON s.code = o.service_code
    LEFT JOIN waiting_list w ON w.offering_id = o.id
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE e.state = 'waiting')::int AS waiting, count(*) FILTER (WHERE e.state = 'asleep')::int AS asleep,
             min(e.requested_at) FILTER (WHERE e.state = 'waiting') AS oldest
      FROM waiting_place p JOIN waiting_entry e ON e.id = p.entry_id AND e.live WHERE p.offering_id = o.id) q
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE t.state = 'offered')::int AS offered,
             count(*) FILTER (WHERE t.state = 'accepted' AND t.decided_at > ${since})::int AS accepted,
             count(*) FILTER (WHERE t.state = 'declined' AND t.decided_at > ${since})::int AS declined,
             count(*) FILTER (WHERE t.state = 'lapsed' AND t.decided_at > ${since})::int AS lapsed
      FROM waiting_offer t WHERE t.offering_id = o.id) x
    WHERE o.office_id = ${officeId} AND (o.waiting_list OR q.waiting + q.asleep > 0)
    ORDER BY s.position, s.code`.execute(db);
  return rows;
}

/** Somebody on a list, as its office sees them. */
export interface ListedEntry {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly state: 'waiting' | 'asleep';
  readonly asleepWhy: AsleepWhy | null;
  readonly requestedAt: Temporal.Instant;
  readonly lapses: number;
  /** the office joined is another one */
  readonly isFromElsewhere: boolean;
  readonly wishes: Wishes;
  readonly offer: { readonly startsAt: Temporal.Instant; readonly expiresAt: Temporal.Instant } | null;
}

/** Who stands in a list, in their order; sleepers at the place they would have. */
export async function entriesOfList(
  db: Db,
  filter: { offeringId: number; entryId?: string; most: number; skip: number },
): Promise<ListedEntry[]> {
  const { offeringId, entryId, most, skip } = filter;
  const { rows } = await sql<
    Omit<ListedEntry, 'wishes' | 'offer'> &
      Omit<Wishes, 'fromTime' | 'toTime'> & {
        fromTime: string | null;
        toTime: string | null;
        offerStarts: Temporal.Instant | null;
        offerEnds: Temporal.Instant | null;
      }
  >`
    SELECT e.id, a.given_name || ' ' || a.family_name AS name, a.email, a.phone, e.state, e.asleep_why AS "asleepWhy",
           e.requested_at AS "requestedAt", e.lapses, e.offering_id <> ${offeringId} AS "isFromElsewhere", e.party, e.weekdays,
           e.from_day AS "fromDay", e.to_day AS "toDay", e.from_time AS "fromTime", e.to_time AS "toTime",
           x.starts_at AS "offerStarts", x.expires_at AS "offerEnds"
    FROM waiting_place p JOIN waiting_entry e ON e.id = p.entry_id AND e.live JOIN account a ON a.id = e.account_id
    LEFT JOIN waiting_offer x ON x.entry_id = e.id AND x.state = 'offered'
    WHERE p.offering_id = ${offeringId} AND (${entryId ?? null}::bigint IS NULL OR e.id = ${entryId ?? null}::bigint)
    ORDER BY e.requested_at, e.id LIMIT ${most} OFFSET ${skip}`.execute(db);
  return rows.map(({ party, weekdays, fromDay, toDay, fromTime, toTime, offerStarts, offerEnds, ...row }) => ({
    ...row,
    wishes: { party, weekdays, fromDay, toDay, fromTime: readTime(fromTime), toTime: readTime(toTime) },
    offer: offerStarts && offerEnds ? { startsAt: offerStarts, expiresAt: offerEnds } : null,
  }));
}

/** A seat an office may offer by hand. */
export interface SeatToOffer {
  readonly slotId: string;
  readonly startsAt: Temporal.Instant;
  readonly seats: number;
  /** it came back, and nobody else can see it yet */
  readonly isFreed: boolean;
}

/** The next seats of a service that nobody has, those that came back first. */
export async function seatsToOffer(
  db: Db,
  { offeringId, from, most }: { offeringId: number; from: Temporal.Instant; most: number },
): Promise<SeatToOffer[]> {
  const { rows } = await sql<SeatToOffer>`
    SELECT s.id AS "slotId", s.starts_at AS "startsAt", greatest(0, s.planned - s.taken) + coalesce(k.seats, 0) AS seats,
           k.seats IS NOT NULL AS "isFreed"
    FROM planner_offering po JOIN planner p ON p.id = po.planner_id AND p.published
    JOIN slot s ON s.planner_id = p.id AND s.starts_at > ${from}
    LEFT JOIN LATERAL (
      SELECT sum(h.party)::int AS seats FROM hold h
      WHERE h.slot_id = s.id AND h.state = 'live' AND left(h.owner, 2) IN ${nobodysOwners}) k ON true
    WHERE po.offering_id = ${offeringId} AND s.planned > 0 AND s.planned - s.taken + coalesce(k.seats, 0) > 0
    ORDER BY k.seats IS NULL, s.starts_at, s.id LIMIT ${most}`.execute(db);
  return rows;
}
