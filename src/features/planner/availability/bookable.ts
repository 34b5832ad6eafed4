import { type RawBuilder, sql } from 'kysely';

/** With the seats kept for people with priority: those of all planners, or of some, for whom there is a claim. */
export type WithPriority = boolean | readonly number[];

/**
 * A slot `s` of a planner `p` that can be booked at an instant: open, released, not withdrawn, and not nearer than the
 * planner's notice, which does not bind the desk: it may book up to the start. The seat engine asks the same again when it gives the seat. The bound on the day lets the index of
 * open slots skip the past.
 */
export function bookable(
  now: Temporal.Instant,
  atDesk = false,
  withPriority: WithPriority = false,
): RawBuilder<boolean> {
  const yesterday = now.toZonedDateTimeISO('UTC').toPlainDate().subtract({ days: 1 });
  return sql<boolean>`(s.open AND s.day >= ${yesterday}::date AND s.opens_at <= ${now} AND s.starts_at > ${now}
    AND ${atDesk ? sql`true` : forEverybody(now, withPriority)}
    AND ${atDesk ? sql`true` : sql`s.starts_at >= ${now}::timestamptz + make_interval(mins => p.notice_minutes)`})`;
}

/** That seats of a planner `p` are for everybody at this instant; or also those of people with priority. */
export function forEverybody(now: Temporal.Instant, withPriority: WithPriority = false): RawBuilder<boolean> {
  return sql<boolean>`(p.audience = 'everybody' OR s.starts_at <= ${now}::timestamptz + make_interval(mins => p.audience_until_minutes)
    ${orWithPriority(withPriority)})`;
}

function orWithPriority(withPriority: WithPriority) {
  if (typeof withPriority !== 'boolean')
    return sql`OR (p.audience = 'priority' AND p.id = ANY (${[...withPriority]}::int[]))`;
  return withPriority ? sql`OR p.audience = 'priority'` : sql``;
}

/**
 * The run of open slots without a gap that begins with slot `s` and is long enough for an appointment: as a lateral
 * `run` with `slot_ids`, their `seats`, `ends_at` and `free`, the seats that all of them have. No row when there is none.
 * `quoted`: some planner has quotas, and what they leave is in a table `quota_left` (`roomsFor`).
 */
export function openRun(
  now: Temporal.Instant,
  durationMinutes: number | RawBuilder<unknown> | null,
  quoted = false,
): RawBuilder<unknown> {
  const free = (slot: 's' | 'n') => seatsOf(slot, quoted);
  if (durationMinutes === null) {
    const room = quoted ? sql`FROM (SELECT) AS one LEFT JOIN quota_left ON quota_left.slot_id = s.id` : sql``;
    return sql`LATERAL (SELECT ARRAY[s.id] AS slot_ids, ARRAY[${free('s')}] AS seats, s.ends_at, ${free('s')} AS free ${room})`;
  }
  return sql`LATERAL (
    SELECT array_agg(n.id ORDER BY n.starts_at) AS slot_ids, array_agg(${free('n')} ORDER BY n.starts_at) AS seats,
           max(n.ends_at) AS ends_at, min(${free('n')}) AS free
    FROM slot n ${quoted ? sql`LEFT JOIN quota_left ON quota_left.slot_id = n.id` : sql``}
    WHERE n.planner_id = s.planner_id AND n.open AND n.opens_at <= ${now} AND n.starts_at >= s.starts_at
      AND n.starts_at < s.starts_at + make_interval(mins => ${durationMinutes}::int)
    HAVING max(n.ends_at) >= s.starts_at + make_interval(mins => ${durationMinutes}::int)
       AND sum(n.ends_at - n.starts_at) = max(n.ends_at) - s.starts_at)`;
}

/** Free seats of a slot of a planner `p`: of one with quotas, those that they leave, by the table `quota_left`. */
export function seatsOf(slot: 's' | 'n', quoted: boolean): RawBuilder<number> {
  const free = sql<number>`${sql.ref(`${slot}.capacity`)} - ${sql.ref(`${slot}.taken`)}`;
  return quoted ? sql<number>`CASE WHEN p.quotas IS NULL THEN ${free} ELSE coalesce(quota_left.room, 0) END` : free;
}
