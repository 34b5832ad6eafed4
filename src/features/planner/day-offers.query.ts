import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';

/** How the offers of other seats stand for the appointments of one day. */
export type DayOffers = Readonly<Record<'offered' | 'accepted' | 'declined' | 'expired' | 'no-seat', number>>;

/**
 * Offers made to people who had an appointment on a day of an office: those that wait, and how the others ended. Offers
 * belong to bookings, which stand above planners: they are only read here.
 */
export async function dayOffers(
  db: Db | Tx,
  filter: { officeId: number; zone: string; day: Temporal.PlainDate; now: Temporal.Instant },
): Promise<DayOffers> {
  const { officeId, zone, day, now } = filter;
  const { rows } = await sql<{ state: keyof DayOffers; count: number }>`
    SELECT state, count(*)::int AS count FROM (
      SELECT CASE WHEN state = 'offered' AND expires_at <= ${now} THEN 'expired' ELSE state END AS state FROM proposal
      WHERE office_id = ${officeId} AND (settled_at IS NULL OR state = 'accepted')
        AND old_starts_at >= ${day}::timestamp AT TIME ZONE ${zone}
        AND old_starts_at < ${day.add({ days: 1 })}::timestamp AT TIME ZONE ${zone}) AS p
    GROUP BY state`.execute(db);
  const none = { offered: 0, accepted: 0, declined: 0, expired: 0, 'no-seat': 0 };
  return { ...none, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) };
}

interface Candidate {
  readonly code: string;
  readonly party: number;
  readonly slotIds: readonly string[];
  /** people too many in each of its slots, those who were offered another seat not counted */
  readonly excess: readonly number[];
}

/**
 * The appointments of a day that an offer of another seat would go to now: those made last, as many as are too many, and
 * none that has an offer already, or has turned one down.
 */
export async function appointmentsToOffer(
  db: Db | Tx,
  filter: { officeId: number; zone: string; day: Temporal.PlainDate; now: Temporal.Instant },
): Promise<{ readonly code: string }[]> {
  const { officeId, zone, day, now } = filter;
  const { rows } = await sql<Candidate>`
    SELECT b.code, b.party, b.slot_ids AS "slotIds",
           ARRAY(SELECT s.taken - s.planned - (
                   SELECT coalesce(sum(o.party), 0)::int
                   FROM booking o JOIN proposal p ON p.booking_id = o.id AND p.settled_at IS NULL AND p.state = 'offered'
                   WHERE o.live AND o.office_id = b.office_id AND o.id <> b.id AND s.id = ANY (o.slot_ids))
                 FROM unnest(b.slot_ids) WITH ORDINALITY AS u(id, ord) JOIN slot s ON s.id = u.id ORDER BY u.ord) AS excess
    FROM booking b
    WHERE b.office_id = ${officeId} AND b.starts_at > ${now} AND b.live AND b.status <> 'checked-in'
      AND b.starts_at >= ${day}::timestamp AT TIME ZONE ${zone}
      AND b.starts_at < ${day.add({ days: 1 })}::timestamp AT TIME ZONE ${zone}
      AND NOT EXISTS (SELECT FROM proposal p WHERE p.booking_id = b.id AND p.settled_at IS NULL AND p.state <> 'expired')
    ORDER BY b.created_at DESC, b.id DESC`.execute(db);
  const left = new Map<string, number>();
  return rows.filter(({ slotIds, excess, party }) => {
    const people = slotIds.map((slot, at) => left.get(slot) ?? excess[at] ?? 0);
    if (people.every((count) => count <= 0)) return false;
    slotIds.forEach((slot, at) => left.set(slot, (people[at] ?? 0) - party));
    return true;
  });
}
