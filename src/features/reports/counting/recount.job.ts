import { sql } from 'kysely';
import type { Deps } from '#platform/deps.ts';
import { dayIn } from '#platform/dates.ts';
import { transact } from '#platform/transaction.ts';
import { addUpAreas } from './add-up-areas.ts';
import { countOfficeDays } from './count-office-days.ts';
import { type CountedOffice, countedOffices } from './place.ts';

/** What is counted anew every night, whatever the history says: hours are changed without a booking being touched. */
const daysBack = 60;
const daysAhead = 120;

/** Every night: all offices that have hours, days back and days ahead. Stopped and begun again it does the same. */
export async function recount(deps: Pick<Deps, 'db' | 'clock' | 'log'>): Promise<void> {
  const { db, clock } = deps;
  const { rows } = await sql<{ id: number }>`
    SELECT DISTINCT office_id AS id FROM planner ORDER BY 1`.execute(db);
  const offices = await countedOffices(
    db,
    rows.map(({ id }) => id),
  );
  let changed = 0;
  for (const office of offices) {
    const now = clock.now();
    const { days } = await transact(db, async (tx) => ({
      ok: true,
      days: await countOfficeDays(tx, { office, days: window(office, now), now }),
    }));
    changed += days;
  }
  while ((await addUpAreas(deps)) > 0);
  deps.log.info({ offices: offices.length, changed }, 'the days of reports were counted anew');
}

function window(office: CountedOffice, now: Temporal.Instant): string[] {
  const today = dayIn(now, office.timeZone);
  return Array.from({ length: daysBack + daysAhead + 1 }, (_, index) =>
    today.add({ days: index - daysBack }).toString(),
  );
}
