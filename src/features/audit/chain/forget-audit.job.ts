import { sql } from 'kysely';
import type { Task } from '#platform/jobs.ts';
import { transact } from '#platform/transaction.ts';
import { lastCut } from './links.query.ts';
import { signHead } from './head.ts';
import { judgeLinks } from './verify.ts';

/**
 * Takes away the beginning of the log, after as many days as the site keeps it: only what is still as it was written,
 * and never more than the signed end of it, so that the rest can still be verified.
 */
export const forgetAudit: Task = async ({ db, secrets, clock, config, log }) => {
  const now = clock.now();
  const before = now.subtract({ hours: 24 * config.keepAuditDays });
  const done = await transact(db, async (tx) => {
    await sql`SELECT pg_advisory_xact_lock(hashtext('turno audit chain'))`.execute(tx);
    const { rows } = await sql<{ seq: string | null }>`
      SELECT max(seq) AS seq FROM audit_link WHERE linked_at < ${before}`.execute(tx);
    const seq = rows[0]?.seq;
    if (seq === null || seq === undefined) return { ok: true, removed: 0 };
    const { faults, head, links } = await judgeLinks(tx, secrets, [], Number(seq));
    if (faults.length > 0) return { ok: false, reason: 'not as written' as const };
    const signature = signHead(secrets, head, 'cut');
    await sql`SELECT set_config('turno.audit_cut', 'on', true)`.execute(tx);
    await sql`
      DELETE FROM audit_entry e USING audit_link l WHERE l.entry_id = e.id AND l.seq <= ${head.seq}`.execute(tx);
    await sql`DELETE FROM audit_link WHERE seq <= ${head.seq}`.execute(tx);
    if (await lastCut(tx)) await sql`DELETE FROM audit_cut WHERE seq < ${head.seq}`.execute(tx);
    await sql`
      INSERT INTO audit_cut (seq, hash, cut_at, signature) VALUES (${head.seq}, ${head.hash}, ${now}, ${signature})`.execute(
      tx,
    );
    await sql`SELECT set_config('turno.audit_cut', 'off', true)`.execute(tx);
    return { ok: true, removed: links };
  });
  if (!done.ok) log.error('old entries of the audit log stay: they are not as they were written (turno audit verify)');
};
