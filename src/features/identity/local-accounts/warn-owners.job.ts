import { sql } from 'kysely';
import { enqueue } from '#platform/outbox.ts';
import type { Task } from '#platform/jobs.ts';
import { transact } from '#platform/transaction.ts';
import '../tables.ts';
import { warningDue } from './local-account.rules.ts';
import { localAccountRule } from './local-account-rule.query.ts';

const most = 500;

/**
 * Writes to citizens of consular offices who have nothing but a password that it will end: once well ahead, once in the
 * last two weeks; in small lots, so that mail servers and the queue stay calm.
 */
export const warnOwners: Task = async (deps) => {
  const { db, clock } = deps;
  const now = clock.now();
  const rule = await localAccountRule(db);
  const kind = warningDue(rule, now);
  const { lastUseDay } = rule;
  if (kind === undefined || lastUseDay === null) return;
  for (let told = most; told === most; ) told = await warnSome();

  async function warnSome(): Promise<number> {
    const done = await transact(db, async (tx) => {
      const { rows } = await sql<{ id: number }>`
        INSERT INTO local_account_warning (account_id, last_use_day, kind, warned_at)
        SELECT a.id, ${lastUseDay}, ${kind}, ${now}
        FROM account a JOIN office o ON o.id = a.office_id AND o.kind = 'consular'
        WHERE a.closed_at IS NULL AND a.email_verified_at IS NOT NULL AND a.password_hash IS NOT NULL
          AND (${deps.config.demo} OR NOT a.demo)
          AND NOT EXISTS (SELECT FROM account_role r WHERE r.account_id = a.id)
          AND NOT EXISTS (SELECT FROM account_identity i WHERE i.account_id = a.id)
          AND NOT EXISTS (SELECT FROM local_account_warning w
                          WHERE w.account_id = a.id AND w.last_use_day = ${lastUseDay} AND w.kind = ${kind})
        ORDER BY a.id LIMIT ${most}
        ON CONFLICT DO NOTHING
        RETURNING account_id AS id`.execute(tx);
      const lastDay = lastUseDay?.toString();
      for (const { id } of rows)
        await enqueue(tx, {
          task: 'notify',
          payload: { kind: 'password-ends', accountId: id, lastDay, when: kind },
          at: now,
        });
      return { ok: true as const, told: rows.length };
    });
    return done.told;
  }
};
