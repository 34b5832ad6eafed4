import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import { enqueue } from '#platform/outbox.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { Outcome } from '#platform/transaction.ts';
import type { MassKind, MassWords } from './mass.rules.ts';
import { chosen, countSelection, type Selection } from './selection.query.ts';

/**
 * Has the worker cancel, or write to, all chosen bookings. `seen` is the fingerprint of the preview that was confirmed:
 * when other bookings are chosen by now, nothing is done.
 */
export async function askMass(
  tx: Tx,
  secrets: Secrets,
  request: {
    kind: Exclude<MassKind, 'move'>;
    selection: Selection;
    words: MassWords;
    seen: string;
    operatorId: number;
    now: Temporal.Instant;
  },
): Promise<Outcome<{ id: string; total: number }, 'changed' | 'nobody'>> {
  const { kind, selection, words, seen, operatorId, now } = request;
  const { count: total, fingerprint } = await countSelection(tx, selection);
  if (total === 0) return { ok: false, reason: 'nobody' };
  if (fingerprint !== seen) return { ok: false, reason: 'changed' };
  const id = randomUUID();
  await tx
    .insertInto('mass_action')
    .values({
      id,
      office_id: selection.officeId,
      kind,
      total,
      words_cipher: secrets.encrypt(JSON.stringify(words)),
      asked_by: operatorId,
      created_at: now,
    })
    .execute();
  await sql`
    INSERT INTO mass_item (mass_id, booking_id)
    SELECT ${id}, b.id FROM booking b WHERE ${chosen(selection)} ORDER BY b.starts_at, b.id`.execute(tx);
  await enqueue(tx, { task: 'mass-action', payload: { massId: id }, at: now });
  return { ok: true, id, total };
}
