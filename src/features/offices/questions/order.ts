import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { Outcome } from '#platform/transaction.ts';

/** What an office asks for stands in an order of its own choosing. */
type Asked = 'question' | 'requested_file';

/** As many as anybody can be asked. */
const most: Record<Asked, number> = { question: 30, requested_file: 10 };
export type Full = 'too-many';

/** Where the next one goes; the offering is locked, so that two who add at once do not stand in one place. */
export async function placeAtEnd(
  tx: Tx,
  what: Asked,
  offeringId: number,
): Promise<Outcome<{ position: number }, Full>> {
  const ids = await inOrder(tx, what, offeringId);
  return ids.length < most[what] ? { ok: true, position: ids.length } : { ok: false, reason: 'too-many' };
}

/** Moves one up or down by a place; at the edge it stays. */
export async function moveAsked(
  tx: Tx,
  request: { what: Asked; offeringId: number; id: number; by: -1 | 1 },
): Promise<Outcome<object, 'unknown'>> {
  const { what, offeringId, id, by } = request;
  const ids = await inOrder(tx, what, offeringId);
  const from = ids.indexOf(id);
  if (from === -1) return { ok: false, reason: 'unknown' };
  const to = Math.min(Math.max(from + by, 0), ids.length - 1);
  const moved = ids.toSpliced(from, 1).toSpliced(to, 0, id);
  await renumber(tx, what, moved);
  return { ok: true };
}

/** Asks for it no longer; what was answered or sent before stays with its bookings. */
export async function removeAsked(
  tx: Tx,
  request: { what: Asked; offeringId: number; id: number },
): Promise<Outcome<object, 'unknown'>> {
  const { what, offeringId, id } = request;
  const ids = await inOrder(tx, what, offeringId);
  if (!ids.includes(id)) return { ok: false, reason: 'unknown' };
  await tx.deleteFrom(what).where('id', '=', id).execute();
  await renumber(
    tx,
    what,
    ids.filter((other) => other !== id),
  );
  return { ok: true };
}

async function inOrder(tx: Tx, what: Asked, offeringId: number): Promise<number[]> {
  await tx.selectFrom('offering').select('id').where('id', '=', offeringId).forUpdate().execute();
  const rows = await tx
    .selectFrom(what)
    .select('id')
    .where('offering_id', '=', offeringId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

async function renumber(tx: Tx, what: Asked, ids: readonly number[]): Promise<void> {
  await sql`
    UPDATE ${sql.table(what)} AS asked SET position = place.position - 1
    FROM unnest(${ids}::int[]) WITH ORDINALITY AS place (id, position) WHERE asked.id = place.id`.execute(tx);
}
