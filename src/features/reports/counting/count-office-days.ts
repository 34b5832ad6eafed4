import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import { dayIn, startOfDay } from '#platform/dates.ts';
import { countableDays } from './countable-days.query.ts';
import { countAppointments } from './count-appointments.ts';
import { countHours } from './count-hours.ts';
import { countMonths, monthsOf } from './count-months.ts';
import { countSeats } from './count-seats.ts';
import { countSpreads } from './count-spreads.ts';
import { noteChangedDays } from './changed-days.ts';
import type { CountedOffice } from './place.ts';

/** Days of an office, with the first instant and the one after the last. */
export interface DaysOfOffice {
  readonly office: CountedOffice;
  readonly days: readonly string[];
  readonly begins: Temporal.Instant;
  readonly ends: Temporal.Instant;
}

/**
 * Counts days of an office anew from its slots and bookings: the same again however often it runs. What changed is added
 * to the areas by `addUpAreas`. Answers how many days changed.
 */
export async function countOfficeDays(
  tx: Tx,
  request: { office: CountedOffice; days: readonly string[]; now: Temporal.Instant },
): Promise<number> {
  const { office } = request;
  // One count of an office at a time: an older one that ends later would win.
  await sql`SELECT pg_advisory_xact_lock(hashtext('report-office'), ${office.officeId})`.execute(tx);
  const today = dayIn(request.now, office.timeZone);
  const days = await countableDays(tx, { office, days: [...new Set(request.days)].sort(), today });
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return 0;
  const begins = startOfDay(Temporal.PlainDate.from(first), office.timeZone);
  const ends = startOfDay(Temporal.PlainDate.from(last).add({ days: 1 }), office.timeZone);
  const asked = { office, days, begins, ends };
  const changed = new Set<string>();
  for (const count of [countAppointments, countHours, countSeats, countSpreads]) {
    for (const day of await count(tx, asked)) changed.add(day);
  }
  await countMonths(tx, { placeIds: [office.placeId], months: monthsOf([...changed]) });
  await noteChangedDays(tx, [...changed]);
  return changed.size;
}
