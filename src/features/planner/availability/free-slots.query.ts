import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import { bookable, openRun, type WithPriority } from './bookable.ts';
import { type Asker, atTheDesk, onTheSite } from '../quotas/quota.rules.ts';
import { roomsFor } from '../quotas/room.ts';
import { needsRuns, servingPlanners } from './serving-planners.query.ts';
import { withinWindow } from './within-window.ts';

/** A time an appointment can start at. */
export interface FreeSlot {
  /** the slot it starts in */
  readonly id: string;
  /** all slots it takes, in order: more than one for a service longer than a slot */
  readonly slotIds: readonly string[];
  /** seats free in each of them */
  readonly seats: readonly number[];
  readonly plannerId: number;
  readonly day: Temporal.PlainDate;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  /** seats free in every one of them */
  readonly free: number;
}

/** The free times of a day. */
export async function freeSlots(
  db: Db | Tx,
  request: {
    offeringId: number;
    date: Temporal.PlainDate;
    atDesk?: boolean;
    withPriority?: WithPriority;
    asker?: Asker | undefined;
    now: Temporal.Instant;
  },
): Promise<FreeSlot[]> {
  const { offeringId, date, atDesk = false, withPriority = false, asker, now } = request;
  return earliestSlots(db, { offeringId, from: date, to: date, atDesk, withPriority, asker, now, limit: 10_000 });
}

/** The first free times for a party, from the earliest; by default of the whole horizon. */
export async function earliestSlots(
  db: Db | Tx,
  request: {
    offeringId: number;
    from?: Temporal.PlainDate | undefined;
    to?: Temporal.PlainDate | undefined;
    party?: number | undefined;
    /** for an operator: without notice, and as far as the planners reach */
    atDesk?: boolean;
    /** with the seats kept for people with priority */
    withPriority?: WithPriority;
    /** for the quotas of planners; as a rule whoever comes by the site, or the desk */
    asker?: Asker | undefined;
    now: Temporal.Instant;
    limit: number;
  },
): Promise<FreeSlot[]> {
  const { offeringId, from, to, party = 1, atDesk = false, withPriority = false, now, limit } = request;
  const { asker = atDesk ? atTheDesk : onTheSite } = request;
  const { planners, durationMinutes, window } = await servingPlanners(db, offeringId);
  if (planners.length === 0) return [];
  const duration = needsRuns(planners, durationMinutes) ? durationMinutes : null;
  const quoted = planners.filter(({ quotas }) => quotas).map(({ plannerId }) => plannerId);
  const { rows } = await sql<FreeSlot>`
    ${quoted.length > 0 ? sql`WITH quota_left AS MATERIALIZED ${roomsFor({ asker, planners: quoted, from, to, now })}` : sql``}
    SELECT s.id, run.slot_ids AS "slotIds", run.seats, s.planner_id AS "plannerId", s.day, s.starts_at AS "startsAt",
           run.ends_at AS "endsAt", run.free
    FROM planner p JOIN slot s ON s.planner_id = p.id CROSS JOIN ${openRun(now, duration, quoted.length > 0)} AS run
    WHERE p.id = ANY (${planners.map((planner) => planner.plannerId)}::int[]) AND ${bookable(now, atDesk, withPriority)}
      AND ${withinWindow(window, now, atDesk)}
      ${from ? sql`AND s.day >= ${from}::date` : sql``} ${to ? sql`AND s.day <= ${to}::date` : sql``}
      AND run.free >= ${party} AND run.ends_at >= s.starts_at + make_interval(mins => ${durationMinutes ?? 0}::int)
    ORDER BY s.day, s.starts_at, s.id
    LIMIT ${limit}`.execute(db);
  return rows;
}
