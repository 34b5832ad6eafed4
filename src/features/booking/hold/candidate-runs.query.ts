import { type RawBuilder, sql } from 'kysely';
import { type Asker, type BookingWindow, forEverybody, hasRoom, withinWindow } from '#features/planner/index.ts';
import type { ClosedSeats } from '#features/waiting-room/index.ts';
import type { Db } from '#platform/database.ts';

/** A run of slots that a visit may take. */
export interface RoomyRun {
  readonly slots: string[];
  /** milliseconds since 1970 */
  readonly starts: number;
  /** free in the first of its slots */
  readonly seats: number;
}

export interface RunFilter {
  readonly offeringId: number;
  /** null: one slot */
  readonly durationMinutes: number | null;
  readonly party: number;
  readonly from: Temporal.PlainDate | undefined;
  readonly to: Temporal.PlainDate | undefined;
  /** the offering's own horizon and notice, where it has any */
  readonly window?: BookingWindow | undefined;
  /** with the seats kept for people with priority: the batch gives those that their claim is for */
  readonly withPriority?: boolean | undefined;
  readonly asker: Asker;
  /** whose turn others wait for */
  readonly closed?: readonly ClosedSeats[] | undefined;
  readonly now: Temporal.Instant;
}

interface Row {
  readonly id: string;
  readonly planner: number;
  readonly starts: Temporal.Instant;
  readonly ends: Temporal.Instant;
  readonly seats: number;
}

/** The earliest runs of slots with room for a party, at most so many, whichever planner of the office they belong to. */
export async function candidateRuns(db: Db, filter: RunFilter, most = 40): Promise<RoomyRun[]> {
  const { rows } = await sql<Row>`
    SELECT s.id, s.planner_id AS planner, s.starts_at AS starts, s.ends_at AS ends, s.capacity - s.taken AS seats
    FROM planner_offering po
    JOIN planner p ON p.id = po.planner_id AND p.published
    JOIN slot s ON s.planner_id = p.id AND s.open
    WHERE po.offering_id = ${filter.offeringId}
      AND s.capacity - s.taken >= ${filter.party}
      AND s.opens_at <= ${filter.now} AND s.starts_at > ${filter.now}
      AND s.starts_at >= ${filter.now}::timestamptz + make_interval(mins => p.notice_minutes)
      AND (${filter.from ?? null}::date IS NULL OR s.day >= ${filter.from ?? null}::date)
      AND (${filter.to ?? null}::date IS NULL OR s.day <= ${filter.to ?? null}::date)
      AND ${filter.window ? withinWindow(filter.window, filter.now) : sql`true`}
      AND ${forEverybody(filter.now, filter.withPriority)}
      AND ${hasRoom({ ...filter, planners: filter })}
      AND ${notClosed(filter.closed)}
    ORDER BY s.starts_at, s.id
    LIMIT ${filter.durationMinutes === null ? most : most * 12}`.execute(db);
  if (filter.durationMinutes === null) return rows.map((row) => runOf([row.id], row));

  const nextOf = new Map(rows.map((row) => [`${row.planner} ${row.starts.epochMilliseconds}`, row]));
  const runs: RoomyRun[] = [];
  for (const first of rows) {
    const wanted = first.starts.add({ minutes: filter.durationMinutes }).epochMilliseconds;
    const run = [first.id];
    let last = first;
    while (last.ends.epochMilliseconds < wanted) {
      const next = nextOf.get(`${last.planner} ${last.ends.epochMilliseconds}`);
      if (!next) break;
      run.push(next.id);
      last = next;
    }
    if (last.ends.epochMilliseconds >= wanted) runs.push(runOf(run, first));
    if (runs.length === most) break;
  }
  // A batch takes runs of one length: where slots differ, the first run says which.
  return runs.filter(({ slots }) => slots.length === runs[0]?.slots.length);
}

function runOf(slots: string[], first: Row): RoomyRun {
  return { slots, starts: first.starts.epochMilliseconds, seats: first.seats };
}

/** The slots a visit takes that starts with this one; empty when they do not reach far enough. */
export async function runFrom(db: Db, slot: string, durationMinutes: number | null): Promise<string[]> {
  if (durationMinutes === null) return [slot];
  const { rows } = await sql<{ id: string; reached: boolean }>`
    SELECT s.id, s.ends_at >= f.starts_at + make_interval(mins => ${durationMinutes}) AS reached
    FROM slot f
    JOIN slot s ON s.planner_id = f.planner_id AND s.starts_at >= f.starts_at
               AND s.starts_at < f.starts_at + make_interval(mins => ${durationMinutes})
    WHERE f.id = ${slot} ORDER BY s.starts_at`.execute(db);
  return rows.at(-1)?.reached ? rows.map((row) => row.id) : [];
}

/** What else starts with a run, in planners beside its own that serve the offering: runs of the same length, open now. */
export async function runsAtTheTimeOf(
  db: Db,
  wish: {
    run: readonly string[];
    offeringId: number;
    minutes: number | null;
    closed?: readonly ClosedSeats[] | undefined;
    now: Temporal.Instant;
  },
): Promise<string[][]> {
  const { run, offeringId, minutes, closed, now } = wish;
  const { rows } = await sql<{ id: string }>`
    SELECT s.id FROM slot f JOIN planner own ON own.id = f.planner_id
    JOIN planner_offering po ON po.offering_id = ${offeringId} AND po.planner_id <> f.planner_id
    JOIN planner p ON p.id = po.planner_id AND p.published AND p.audience = own.audience
    JOIN slot s ON s.planner_id = p.id AND s.starts_at = f.starts_at AND s.open AND s.opens_at <= ${now}
      AND ${notClosed(closed)}
    WHERE f.id = ${run[0] ?? '0'} ORDER BY s.id`.execute(db);
  const runs = minutes === null ? rows.map(({ id }) => [id]) : [];
  for (const { id } of minutes === null ? [] : rows) runs.push(await runFrom(db, id, minutes));
  return runs.filter(({ length }) => length === run.length);
}

function notClosed(closed: readonly ClosedSeats[] = []): RawBuilder<boolean> {
  if (closed.length === 0) return sql`true`;
  const within = ({ window }: ClosedSeats) =>
    window ? sql`AND s.opens_at BETWEEN ${window.from} AND ${window.to}` : sql``;
  const each = closed.map((seats) => sql`(s.planner_id = ANY (${[...seats.plannerIds]}::int[]) ${within(seats)})`);
  return sql`NOT (${sql.join(each, sql` OR `)})`;
}
