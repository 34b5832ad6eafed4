import { sql } from 'kysely';
import type { ClearanceNotice } from '#features/booking/index.ts';
import type { Tx } from '#platform/database.ts';
import type { NewMessage } from './add-messages.ts';

/** To the own mailbox of the office that answers for a municipality, where it has entered one. */
export async function clearanceMessage(
  tx: Tx,
  { kind, clearanceId, round }: ClearanceNotice,
): Promise<NewMessage | undefined> {
  const { rows } = await sql<{ email: string | null }>`
    SELECT f.email FROM clearance c JOIN office f ON f.id = c.answering_office_id
    WHERE c.id = ${clearanceId} AND c.round = ${round}`.execute(tx);
  const recipient = rows[0]?.email;
  if (!recipient) return undefined;
  // A day put off brings reminders of its own.
  const { rows: days } = await sql<{ day: string }>`
    SELECT coalesce(due_on::text, '') AS day FROM clearance WHERE id = ${clearanceId}`.execute(tx);
  const key = [kind, clearanceId, round, days[0]?.day].join(':');
  return { key, kind, detail: { clearanceId, round }, recipient, language: 'it' };
}
