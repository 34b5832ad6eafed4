import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import '../tables.ts';
import { type LocalAccountRule, mayOpenLocal, mayUseLocal, noEnd } from './local-account.rules.ts';

export async function localAccountRule(db: Db | Tx): Promise<LocalAccountRule> {
  const row = await db
    .selectFrom('local_account_rule')
    .select(['last_opening_day as lastOpeningDay', 'last_use_day as lastUseDay', 'warn_days as warnDays'])
    .executeTakeFirst();
  return row ?? noEnd;
}

/** What the network decides of accounts with a password. */
export async function setLocalAccountRule(
  tx: Tx,
  { rule, by, now }: { rule: LocalAccountRule; by: number; now: Temporal.Instant },
): Promise<void> {
  const values = {
    last_opening_day: rule.lastOpeningDay,
    last_use_day: rule.lastUseDay,
    warn_days: rule.warnDays,
    changed_at: now,
    changed_by: by,
  };
  await tx
    .insertInto('local_account_rule')
    .values(values)
    .onConflict((on) => on.column('id').doUpdateSet(values))
    .execute();
}

async function isConsular(db: Db | Tx, officeId: number): Promise<boolean> {
  const { rows } = await sql<{ consular: boolean }>`
    SELECT kind = 'consular' AS consular FROM office WHERE id = ${officeId}`.execute(db);
  return rows[0]?.consular === true;
}

/** Whether the service is at a consular office where this account's password does not serve any more. */
export async function hasEndedAt(
  db: Db | Tx,
  { officeId, accountId, now }: { officeId: number; accountId: number; now: Temporal.Instant },
): Promise<boolean> {
  const rule = await localAccountRule(db);
  if (rule.lastUseDay === null && rule.lastOpeningDay === null) return false;
  if (!(await isConsular(db, officeId))) return false;
  if (!mayUseLocal(rule, now)) return true;
  if (mayOpenLocal(rule, now)) return false;
  const account = await db
    .selectFrom('account')
    .select('created_at as createdAt')
    .where('id', '=', accountId)
    .executeTakeFirst();
  return account !== undefined && !mayOpenLocal(rule, account.createdAt);
}

/** Whether nobody opens an account with a password any more who belongs to this office. */
export async function isClosedTo(
  db: Db | Tx,
  { officeId, now }: { officeId: number; now: Temporal.Instant },
): Promise<boolean> {
  return !mayOpenLocal(await localAccountRule(db), now) && (await isConsular(db, officeId));
}
