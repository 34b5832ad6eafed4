import { sql } from 'kysely';
import type { Task } from '#platform/jobs.ts';
import '../tables.ts';

/** Signals are kept for so many days; what became of them stays as counts. */
export const keptDays = 90;

export const forgetSignals: Task = async ({ db, clock }) => {
  const now = clock.now();
  const before = now.subtract({ hours: 24 * keptDays });
  await sql`DELETE FROM signal WHERE coalesce(decided_at, last_at) < ${before}`.execute(db);
  // A notice whose answer still waits is kept until somebody has decided.
  await sql`
    DELETE FROM signal_notice WHERE created_at < ${before} AND (appealed_at IS NULL OR answered_at < ${before})`.execute(
    db,
  );
  // Who has closed their account is asked nothing any more.
  await sql`
    DELETE FROM signal_notice n USING account a WHERE a.id = n.account_id AND a.closed_at IS NOT NULL`.execute(db);
  await sql`DELETE FROM browser_account WHERE last_at < ${before}`.execute(db);
  await sql`DELETE FROM proof_used WHERE expires_at < ${now}`.execute(db);
  await sql`DELETE FROM guarded_count WHERE minute < ${now.subtract({ hours: 48 })}`.execute(db);
  await sql`DELETE FROM proof_demand WHERE until_at < ${before}`.execute(db);
};
