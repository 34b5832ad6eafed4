import { type RawBuilder, sql } from 'kysely';
import type { Mixing } from '#features/waiting-room/index.ts';
import type { Db, Tx } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';

/** What a registration draw is doing at an instant. */
export type Stage = 'announced' | 'open' | 'closed' | 'assigning' | 'assigned' | 'cancelled';

/** A release whose seats are given to people who registered, in the order drawn. */
export interface RegistrationDraw {
  readonly roomId: number;
  /** the release's code: in addresses */
  readonly code: string;
  readonly officeId: number;
  readonly officeCode: string;
  readonly officeName: LocalText;
  readonly officeCity: LocalText;
  readonly timeZone: string;
  readonly joinsAt: Temporal.Instant;
  readonly closesAt: Temporal.Instant;
  /** when seats that are left open to all */
  readonly opensAt: Temporal.Instant;
  readonly mixing: Mixing | null;
  readonly publicValue: string | null;
  readonly drawnAt: Temporal.Instant | null;
  readonly wishesRoot: string | null;
  readonly fixedAt: Temporal.Instant | null;
  readonly begunAt: Temporal.Instant | null;
  readonly assignedAt: Temporal.Instant | null;
  readonly cancelledAt: Temporal.Instant | null;
  readonly cancelReason: LocalText | null;
  /** tickets that take part, the people on them, and what they count as together */
  readonly tickets: number;
  readonly people: number;
  readonly totalWeight: number;
}

export async function findRegistrationDraw(db: Db | Tx, code: string): Promise<RegistrationDraw | undefined> {
  return (await draws(db, sql`r.code = ${code}`))[0];
}

export async function registrationDrawById(db: Db | Tx, roomId: number): Promise<RegistrationDraw | undefined> {
  return (await draws(db, sql`r.id = ${roomId}`))[0];
}

/** Those of the rooms over an offering's planners that take registrations now or will, the next first. */
export async function registrationDrawsFor(
  db: Db | Tx,
  { offeringId, now }: { offeringId: number; now: Temporal.Instant },
): Promise<RegistrationDraw[]> {
  return draws(
    db,
    sql`r.state <> 'ended' AND r.closes_at > ${now} AND EXISTS (
      SELECT FROM room_planner rp JOIN planner_offering po ON po.planner_id = rp.planner_id
      WHERE rp.room_id = r.id AND po.offering_id = ${offeringId})`,
  );
}

async function draws(db: Db | Tx, which: RawBuilder<unknown>): Promise<RegistrationDraw[]> {
  const { rows } = await sql<RegistrationDraw>`
    SELECT r.id AS "roomId", r.code, f.id AS "officeId", f.code AS "officeCode", f.name AS "officeName", f.city AS "officeCity",
           f.time_zone AS "timeZone", r.joins_at AS "joinsAt", r.closes_at AS "closesAt", r.opens_at AS "opensAt",
           d.mixing, d.public_value AS "publicValue", d.drawn_at AS "drawnAt", g.wishes_root AS "wishesRoot",
           g.fixed_at AS "fixedAt", g.begun_at AS "begunAt", g.assigned_at AS "assignedAt",
           coalesce(g.cancelled_at, CASE WHEN r.outcome = 'cancelled' THEN r.ended_at END) AS "cancelledAt",
           g.cancel_reason AS "cancelReason", t.tickets, t.people, t.weight AS "totalWeight"
    FROM room r JOIN office f ON f.id = r.office_id
    LEFT JOIN draw d ON d.room_id = r.id LEFT JOIN registration_draw g ON g.room_id = r.id
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS tickets, coalesce(sum(k.party), 0)::int AS people, coalesce(sum(k.weight), 0)::int AS weight
      FROM ticket k WHERE k.room_id = r.id AND k.state NOT IN ('left', 'displaced')) t
    WHERE r.ordering = 'registration-draw' AND ${which} ORDER BY r.opens_at, r.id`.execute(db);
  return rows;
}

export function stageOf(draw: RegistrationDraw, now: Temporal.Instant): Stage {
  const isPast = (instant: Temporal.Instant) => Temporal.Instant.compare(instant, now) <= 0;
  if (draw.cancelledAt) return 'cancelled';
  if (draw.assignedAt) return 'assigned';
  if (draw.drawnAt) return 'assigning';
  if (isPast(draw.closesAt)) return 'closed';
  return isPast(draw.joinsAt) ? 'open' : 'announced';
}
