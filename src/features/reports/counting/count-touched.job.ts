import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import { transact } from '#platform/transaction.ts';
import { countOfficeDays } from './count-office-days.ts';
import { countedOffices } from './place.ts';
import { touchedDays } from './touched-days.query.ts';

/** Every minute: counts anew the days of which something was written since the run before last. */
export async function countTouched({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<void> {
  const now = clock.now();
  const { from, to, last } = await progress(db);
  const touched = await touchedDays(db, { after: from, to });
  const days = new Map(touched.map((one) => [one.officeId, one.days]));
  for (const office of await countedOffices(db, [...days.keys()])) {
    await transact(db, async (tx) => {
      await countOfficeDays(tx, { office, days: days.get(office.officeId) ?? [], now });
      return { ok: true };
    });
  }
  await sql`
    INSERT INTO report_progress (id, event_id, event_id_before, counted_at) VALUES (1, ${to}, ${last}, ${now})
    ON CONFLICT (id) DO UPDATE SET event_id = excluded.event_id, event_id_before = excluded.event_id_before,
      counted_at = excluded.counted_at`.execute(db);
}

/** What to read: events get their numbers before they are kept, so those of the last run are read once more. */
async function progress(db: Db): Promise<{ from: string; to: string; last: string }> {
  const { rows } = await sql<{ from: string; to: string; last: string }>`
    SELECT coalesce((SELECT event_id_before FROM report_progress), 0) AS "from",
           coalesce((SELECT event_id FROM report_progress), 0) AS last,
           coalesce((SELECT max(id) FROM booking_event), 0) AS "to"`.execute(db);
  return rows[0] ?? { from: '0', to: '0', last: '0' };
}
