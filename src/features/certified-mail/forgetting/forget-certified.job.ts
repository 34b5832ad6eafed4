import { sql } from 'kysely';
import type { Task } from '#platform/jobs.ts';

/**
 * Deletes messages with their receipts, answers and files, as many days after the last of them as the site keeps them.
 * The moments that providers certify do not count; what is still to be sent stays.
 */
export const forgetCertified: Task = async (deps) => {
  const over = deps.clock.now().subtract({ hours: 24 * deps.config.keepCertifiedDays });
  await sql`
    DELETE FROM certified_message m
    WHERE state <> 'waiting' AND greatest(created_at, settled_at) < ${over}
      AND NOT EXISTS (SELECT FROM certified_receipt r WHERE r.message_id = m.id AND r.read_at >= ${over})
      AND NOT EXISTS (SELECT FROM certified_answer a
                      WHERE a.message_id = m.id AND greatest(a.arrived_at, a.settled_at) >= ${over})`.execute(deps.db);
};
