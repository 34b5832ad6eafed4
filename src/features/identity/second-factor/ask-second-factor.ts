import type { Db, Tx } from '#platform/database.ts';
import type { Config } from '#platform/config.ts';
import '../tables.ts';
import { type AccessRule, ruleOfAccount } from './access-rule.query.ts';

/**
 * From a login on, the days run in which somebody who works, and has no second factor, must add one where it is asked
 * for. Answers with what is asked of them; undefined of who works nowhere.
 */
export async function askSecondFactor(
  db: Db | Tx,
  request: { accountId: number; config: Pick<Config, 'demo'>; now: Temporal.Instant },
): Promise<AccessRule | undefined> {
  const { accountId, now } = request;
  const rule = await ruleOfAccount(db, request);
  if (rule?.secondFactor !== true) return rule;
  await db
    .insertInto('second_factor_asked')
    .values({ account_id: accountId, first_at: now })
    .onConflict((on) => on.doNothing())
    .execute();
  return rule;
}
