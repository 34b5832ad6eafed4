import { type RawBuilder, sql } from 'kysely';
import { type Asker, groupOf } from './quota.rules.ts';

interface Ask {
  readonly asker: Asker;
  /** of an offering, or of some planners */
  readonly planners: { readonly offeringId: number } | readonly number[];
  readonly from?: Temporal.PlainDate | undefined;
  readonly to?: Temporal.PlainDate | undefined;
  readonly now: Temporal.Instant;
}

/** What somebody may take of each open slot of the planners that have quotas: rows of `quota_rooms` (db/schema.sql). */
export function roomsFor({ asker, planners, from, to, now }: Ask): RawBuilder<unknown> {
  const which =
    'offeringId' in planners
      ? sql`quoted.id IN (SELECT planner_id FROM planner_offering WHERE offering_id = ${planners.offeringId})`
      : sql`quoted.id = ANY (${planners}::int[])`;
  const first = from ?? now.toZonedDateTimeISO('UTC').toPlainDate().subtract({ days: 1 });
  const last = to ?? first.add({ days: furthest });
  return sql`(
    SELECT q.slot_id, q.room, q.day_room FROM planner quoted
    CROSS JOIN LATERAL quota_rooms(${now}, quoted.id, ${groupOf(asker)}, ${first}::date, ${last}::date) AS q
    WHERE quoted.quotas IS NOT NULL AND quoted.published AND ${which})`;
}

/** That a slot `s` of a planner `p` leaves a party room within the planner's quotas; asked once of all, if any has quotas. */
export function hasRoom(ask: Ask & { party: number }): RawBuilder<boolean> {
  return sql<boolean>`(p.quotas IS NULL OR s.id IN (
    SELECT room.slot_id FROM ${roomsFor(ask)} AS room WHERE room.room >= ${ask.party}))`;
}

/** Days: further than any planner reaches. */
const furthest = 1000;
