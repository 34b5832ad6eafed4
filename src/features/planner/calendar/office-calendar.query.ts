import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import { type CalendarEntry, entriesBetween } from './closure.query.ts';
import { type DayState, dayState, type PlannerHours } from './day-state.rules.ts';
import { type HolidaySuggestion, holidaySuggestions } from './holiday-suggestions.query.ts';

/** A day of an office's calendar. */
export interface CalendarDay {
  readonly day: Temporal.PlainDate;
  readonly state: DayState;
  readonly entries: readonly CalendarEntry[];
  /** a holiday on which the office is not closed */
  readonly holiday: HolidaySuggestion | undefined;
  /** appointments that are not over */
  readonly appointments: number;
}

/** The days of an office from one to another, both included, as its planners are published. */
export async function officeCalendar(
  db: Db | Tx,
  filter: {
    officeId: number;
    zone: string;
    from: Temporal.PlainDate;
    to: Temporal.PlainDate;
    today: Temporal.PlainDate;
  },
): Promise<CalendarDay[]> {
  const { officeId, from, to, today } = filter;
  const coming = Temporal.PlainDate.compare(from, today) < 0 ? today : from;
  const [planners, entries, holidays, appointments] = await Promise.all([
    publishedHours(db, officeId),
    entriesBetween(db, filter),
    holidaySuggestions(db, { officeId, from: coming, to }),
    countAppointments(db, filter),
  ]);
  const holidayOn = new Map(holidays.map((holiday) => [holiday.day.toString(), holiday]));
  const days: CalendarDay[] = [];
  for (let day = from; Temporal.PlainDate.compare(day, to) <= 0; day = day.add({ days: 1 })) {
    const ofDay = entries.filter(({ firstDay, lastDay }) => isWithin(day, firstDay, lastDay));
    days.push({
      day,
      state: dayState(day, planners, ofDay),
      entries: ofDay,
      holiday: holidayOn.get(day.toString()),
      appointments: appointments.get(day.toString()) ?? 0,
    });
  }
  return days;
}

async function publishedHours(db: Db | Tx, officeId: number): Promise<PlannerHours[]> {
  const { rows } = await sql<PlannerHours>`
    SELECT id AS "plannerId", published_rules AS rules FROM planner
    WHERE office_id = ${officeId} AND published AND published_rules IS NOT NULL`.execute(db);
  return rows;
}

async function countAppointments(
  db: Db | Tx,
  filter: { officeId: number; zone: string; from: Temporal.PlainDate; to: Temporal.PlainDate },
): Promise<Map<string, number>> {
  const { officeId, zone, from, to } = filter;
  const { rows } = await sql<{ day: string; count: number }>`
    SELECT (starts_at AT TIME ZONE ${zone})::date::text AS day, count(*)::int AS count FROM booking
    WHERE office_id = ${officeId} AND live
      AND starts_at >= ${from}::timestamp AT TIME ZONE ${zone} AND starts_at < ${to.add({ days: 1 })}::timestamp AT TIME ZONE ${zone}
    GROUP BY 1`.execute(db);
  return new Map(rows.map(({ day, count }) => [day, count]));
}

function isWithin(day: Temporal.PlainDate, first: Temporal.PlainDate, last: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(first, day) <= 0 && Temporal.PlainDate.compare(day, last) <= 0;
}
