import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { Config } from '#platform/config.ts';
import '../tables.ts';

/** What is asked of those who work. */
export interface AccessRule {
  /** whether a password alone is not enough */
  readonly secondFactor: boolean;
  /** days to add a second factor, from the first login at which it was asked for */
  readonly graceDays: number;
  /** without a click, until the automatic logout */
  readonly idleMinutes: number;
  /** the same at a computer that others use too */
  readonly sharedIdleMinutes: number;
}

/** What is asked where nobody has decided: in the demo anybody may try without a telephone at hand. */
export function ruleByItself({ demo }: Pick<Config, 'demo'>): AccessRule {
  return { secondFactor: !demo, graceDays: 7, idleMinutes: 30, sharedIdleMinutes: 10 };
}

/** What was decided for the network (null) or one office; undefined where nothing was. */
export async function decidedRule(
  db: Db | Tx,
  officeId: number | null,
): Promise<(AccessRule & { changedAt: Temporal.Instant }) | undefined> {
  return db
    .selectFrom('access_rule')
    .select([
      'second_factor as secondFactor',
      'grace_days as graceDays',
      'idle_minutes as idleMinutes',
      'shared_idle_minutes as sharedIdleMinutes',
      'changed_at as changedAt',
    ])
    .where('office_id', officeId === null ? 'is' : '=', officeId)
    .executeTakeFirst();
}

/** The rule of the whole network, decided or not. */
export async function networkRule(db: Db | Tx, config: Pick<Config, 'demo'>): Promise<AccessRule> {
  return (await decidedRule(db, null)) ?? ruleByItself(config);
}

/** The stricter of two rules, point by point: an office asks for more than the network, never for less. */
export function stricter(one: AccessRule, other: AccessRule): AccessRule {
  return {
    secondFactor: one.secondFactor || other.secondFactor,
    graceDays: Math.min(one.graceDays, other.graceDays),
    idleMinutes: Math.min(one.idleMinutes, other.idleMinutes),
    sharedIdleMinutes: Math.min(one.sharedIdleMinutes, other.sharedIdleMinutes),
  };
}

/** What is asked of somebody: by the network, and by each office where they work. Undefined of who works nowhere. */
export async function ruleOfAccount(
  db: Db | Tx,
  { accountId, config }: { accountId: number; config: Pick<Config, 'demo'> },
): Promise<AccessRule | undefined> {
  const { rows } = await sql<AccessRule & { isRule: boolean }>`
    SELECT x.office_id IS NOT NULL AS "isRule", coalesce(x.second_factor, false) AS "secondFactor",
           x.grace_days AS "graceDays", x.idle_minutes AS "idleMinutes", x.shared_idle_minutes AS "sharedIdleMinutes"
    FROM account_role r
    LEFT JOIN access_rule x ON x.office_id = r.office_id
      OR r.with_sites AND x.office_id IN (SELECT c.id FROM office c WHERE c.parent_id = r.office_id)
    WHERE r.account_id = ${accountId} AND r.role <> 'integration'`.execute(db);
  if (rows.length === 0) return undefined;
  return rows.filter(({ isRule }) => isRule).reduce<AccessRule>(stricter, await networkRule(db, config));
}
