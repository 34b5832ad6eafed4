import { sql } from 'kysely';
import { firstFree } from '#features/planner/index.ts';
import type { Db } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import { noteChangedDays } from '../counting/changed-days.ts';
import { countMonths, monthsOf } from '../counting/count-months.ts';
import { countedOffices } from '../counting/place.ts';
import { dueSample, type DueSample } from './due-samples.rules.ts';
import { lookAtBacklog } from './look-at-backlog.ts';

const atOnce = 500;

/**
 * Every five minutes: in the time zones where it is 09:00, 12:00 or 16:00, how many days ahead the first free date of each
 * service is. Kept for good; a sample that is there is never taken again. Services by invitation are not looked at.
 */
export async function sampleFirstFree({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<void> {
  const now = clock.now();
  const { rows: zones } = await sql<{ zone: string }>`
    SELECT DISTINCT o.time_zone AS zone FROM bookable_offering b JOIN office o ON o.id = b.office_id`.execute(db);
  for (const { zone } of zones) {
    const due = dueSample(zone, now);
    if (due === undefined) continue;
    for (;;) {
      const offerings = await toSample(db, zone, due);
      if (offerings.length === 0) break;
      await keep(db, { offerings, due, now });
    }
  }
}

interface Sampled {
  readonly offeringId: number;
  readonly officeId: number;
  readonly service: string;
}

async function toSample(db: Db, zone: string, { day, hour }: DueSample): Promise<Sampled[]> {
  const { rows } = await sql<Sampled>`
    SELECT b.offering_id AS "offeringId", b.office_id AS "officeId", b.service_code AS service
    FROM bookable_offering b JOIN offering f ON f.id = b.offering_id AND NOT f.invite_only
    JOIN office o ON o.id = b.office_id AND o.time_zone = ${zone} LEFT JOIN report_place p ON p.office_id = o.id
    WHERE NOT EXISTS (SELECT FROM report_sample s WHERE s.place_id = p.id AND s.day = ${day} AND s.hour = ${hour}
                        AND s.service_code = b.service_code)
    ORDER BY b.office_id LIMIT ${atOnce}`.execute(db);
  return rows;
}

async function keep(
  db: Db,
  { offerings, due, now }: { offerings: readonly Sampled[]; due: DueSample; now: Temporal.Instant },
): Promise<void> {
  const offeringIds = offerings.map(({ offeringId }) => offeringId);
  const found = await firstFree(db, { offeringIds, now, limit: offeringIds.length });
  const dates = new Map(found.map(({ offeringId, date }) => [offeringId, date]));
  const offices = await countedOffices(db, [...new Set(offerings.map(({ officeId }) => officeId))]);
  const places = new Map(offices.map((office) => [office.officeId, office.placeId]));
  const rows = offerings.map(({ offeringId, officeId, service }) => {
    const date = dates.get(offeringId);
    return { place: places.get(officeId), service, days: date ? Math.max(0, due.day.until(date).days) : null };
  });
  const { day, hour } = due;
  await sql`
    INSERT INTO report_sample (place_id, day, hour, service_code, samples, days, without)
    SELECT r.place, ${day}, ${hour}, r.service, 1, coalesce(r.days, 0), (r.days IS NULL)::int
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (place int, service text, days int)
    ON CONFLICT (place_id, day, hour, service_code) DO NOTHING`.execute(db);
  await lookAtBacklog(db, { offices, day });
  await countMonths(db, { placeIds: [...places.values()], months: monthsOf([day.toString()]) });
  await noteChangedDays(db, [day.toString()]);
}
