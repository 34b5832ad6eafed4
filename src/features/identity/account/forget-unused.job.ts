import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import { batch, inBatches } from '#platform/jobs.ts';
import { enqueue } from '#platform/outbox.ts';
import { transact } from '#platform/transaction.ts';
import { closeAccount } from './close-account.ts';
import '../tables.ts';

/** Between the warning and the end, in days. */
export const warnedDays = 30;

/** Tells owners of accounts that nobody has used for long, and closes those that nobody used after that. */
export async function forgetUnused(deps: Pick<Deps, 'db' | 'clock' | 'config' | 'secrets'>): Promise<void> {
  const { db, clock, config, secrets } = deps;
  if (config.keepAccountsDays === 0) return;
  const now = clock.now();
  const today = now.toZonedDateTimeISO('UTC').toPlainDate();
  const lastUse = today.subtract({ days: config.keepAccountsDays });
  await inBatches(async () => {
    const accounts = await unused(db, { before: lastUse.add({ days: warnedDays }), now });
    for (const accountId of accounts)
      await transact(db, async (tx) => {
        await tx.updateTable('account').set({ unused_warned_on: today }).where('id', '=', accountId).execute();
        const lastDay = today.add({ days: warnedDays }).toString();
        const payload = { kind: 'account-unused', accountId, lastDay, when: 'ahead' };
        await enqueue(tx, { task: 'notify', payload, at: now });
        return { ok: true };
      });
    return accounts.length;
  });
  await inBatches(async () => {
    const warnedBefore = today.subtract({ days: warnedDays });
    const accounts = await unused(db, { before: lastUse, warnedBefore, now });
    for (const accountId of accounts) await transact(db, (tx) => closeAccount(tx, { accountId, now, secrets }));
    return accounts.length;
  });
}

/** Open accounts of citizens with nothing to come; who works for an office is let go by the office. */
async function unused(
  db: Db,
  filter: { before: Temporal.PlainDate; warnedBefore?: Temporal.PlainDate; now: Temporal.Instant },
): Promise<number[]> {
  const { before, warnedBefore, now } = filter;
  const warned = warnedBefore ? sql`a.unused_warned_on < ${warnedBefore}::date` : sql`a.unused_warned_on IS NULL`;
  const { rows } = await sql<{ id: number }>`
    SELECT a.id FROM account a
    WHERE a.closed_at IS NULL AND ${warned}
      AND (a.email_verified_at IS NOT NULL OR EXISTS (SELECT FROM account_identity i WHERE i.account_id = a.id))
      AND coalesce(a.used_on, (a.created_at AT TIME ZONE 'UTC')::date) < ${before}::date
      AND NOT EXISTS (SELECT FROM account_role r WHERE r.account_id = a.id)
      AND NOT EXISTS (SELECT FROM booking b WHERE b.account_id = a.id AND b.ends_at > ${now})
    ORDER BY a.id LIMIT ${batch}`.execute(db);
  return rows.map(({ id }) => id);
}
