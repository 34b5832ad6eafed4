import type { Db, Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import { clearancesOf } from '../clearance/clearance.query.ts';
import type { Clearance } from '../clearance/clearance.rules.ts';
import { decryptMissing } from './missing.ts';
import type { PreCheck } from './pre-check.rules.ts';

/** What the office looks at before the day, and the municipality's consent: for those who know a booking by its id. */
export async function examinationOf(
  db: Db | Tx,
  secrets: Secrets,
  bookingId: string,
): Promise<{ preCheck: PreCheck | null; clearance: Clearance | null; citizenConfirmedAt: Temporal.Instant | null }> {
  const row = await db
    .selectFrom('booking')
    .select(['pre_check as state', 'pre_check_since as since', 'pre_check_due_at as dueAt'])
    .select(['pre_check_missing_cipher as cipher', 'citizen_confirmed_at as citizenConfirmedAt'])
    .where('id', '=', bookingId)
    .executeTakeFirstOrThrow();
  const { state, since, dueAt, cipher, citizenConfirmedAt } = row;
  return {
    preCheck: state && since && { state, since, dueAt, missing: decryptMissing(secrets, cipher) },
    clearance: (await clearancesOf(db, secrets, [bookingId])).get(bookingId) ?? null,
    citizenConfirmedAt,
  };
}
