import { sql } from 'kysely';
import type { Deps } from '#platform/deps.ts';
import { enqueue } from '#platform/outbox.ts';
import { transact } from '#platform/transaction.ts';
import { workersOf } from './recipients.query.ts';

/**
 * On the first days of a month: asks for the report of the month before, for each office that has figures and each of its
 * recipients. Asked again on the next day, nobody gets it twice.
 */
export async function sendMonthly({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<void> {
  const now = clock.now();
  const month = now.toZonedDateTimeISO('Europe/Rome').toPlainDate().toPlainYearMonth().subtract({ months: 1 });
  const { rows } = await sql<{ officeId: number }>`
    SELECT p.office_id AS "officeId" FROM report_month m JOIN report_place p ON p.id = m.place_id
    WHERE m.month = ${month.toPlainDate({ day: 1 })} AND m.service_code = '' AND (m.offered > 0 OR m.appointments > 0)
    ORDER BY 1`.execute(db);
  for (const { officeId } of rows) {
    const recipients = (await workersOf(db, officeId)).filter(({ subscribed }) => subscribed);
    if (recipients.length === 0) continue;
    await transact(db, async (tx) => {
      for (const { accountId } of recipients) {
        const wanted = { kind: 'monthly-report', accountId, officeId, month: month.toString() };
        await enqueue(tx, { task: 'notify', payload: wanted, at: now });
      }
      return { ok: true };
    });
  }
}
