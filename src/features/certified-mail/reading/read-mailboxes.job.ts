import { sql } from 'kysely';
import type { Deps } from '#platform/deps.ts';
import { awaited } from '../rules.ts';
import type { CertifiedSubjects } from '../subject.ts';
import { readMailbox } from './read-mailbox.ts';

const atOnce = 8;
const most = 160;
/** How long ago a mailbox was read for it to be read again. */
const pause = Temporal.Duration.from({ seconds: 100 });

/** Reads the mailboxes whose turn it is, those read longest ago first; never in the demo, where there are none. */
export async function readMailboxes(deps: Deps, subjects: CertifiedSubjects): Promise<void> {
  if (deps.config.demo) return;
  const ids = await takeTurns(deps);
  const next = ids.values();
  const reader = async (): Promise<void> => {
    for (const certifiedAccountId of next) await readMailbox(deps, { certifiedAccountId, subjects });
  };
  await Promise.all(Array.from({ length: atOnce }, reader));
}

/** Only mailboxes from which something was sent that may still be answered. */
async function takeTurns(deps: Deps): Promise<number[]> {
  const now = deps.clock.now();
  const { rows } = await sql<{ id: number }>`
    UPDATE certified_account SET read_at = ${now} WHERE id IN (
      SELECT a.id FROM certified_account a
      WHERE a.active AND (a.read_at IS NULL OR a.read_at < ${now.subtract(pause)})
        AND EXISTS (SELECT FROM certified_message m WHERE m.account_id = a.id AND m.created_at > ${now.subtract(awaited)})
      ORDER BY a.read_at NULLS FIRST LIMIT ${most} FOR UPDATE SKIP LOCKED)
    RETURNING id`.execute(deps.db);
  return rows.map(({ id }) => id);
}
