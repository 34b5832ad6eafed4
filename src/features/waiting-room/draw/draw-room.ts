import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import { inTries } from '#platform/transaction.ts';
import { closeDraw } from './close-draw.ts';
import { finalOf, placesInSlices, readList } from './formula.ts';
import { isValueLate } from './draw-stage.rules.ts';
import { tellThoseWaiting } from './tell-waiting.ts';
import { drawnStatement, signStatement, wholeMilliseconds } from './statements.ts';

export type DrawOutcome =
  /** the order is known */
  | 'drawn'
  /** the public value is not there yet */
  | 'awaiting-value'
  /** another process is at it */
  | 'busy'
  | 'not-due'
  /** nothing was promised for this room: all line up as they come */
  | 'no-draw';

/**
 * Takes the draw of a room as far as it can go: fixes the list once it is closed, and finds the order once all is known
 * that goes into it. Any process may ask at any time; one of them does it.
 */
export async function drawRoom(
  deps: Pick<Deps, 'db' | 'secrets'>,
  { roomId, now }: { roomId: number; now: Temporal.Instant },
): Promise<DrawOutcome> {
  const { db, secrets } = deps;
  const closed = await inTries(() => db.transaction().execute((tx) => closeDraw(tx, secrets, { roomId, now })));
  if (closed !== 'closed') return closed;
  return inTries(() => db.transaction().execute((tx) => findOrder(tx, deps, { roomId, now })));
}

async function findOrder(
  tx: Tx,
  { secrets }: Pick<Deps, 'secrets'>,
  { roomId, now }: { roomId: number; now: Temporal.Instant },
): Promise<DrawOutcome> {
  const draw = await tx
    .selectFrom('draw')
    .selectAll()
    .where('room_id', '=', roomId)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (draw === undefined) return 'busy';
  if (draw.places !== null) return 'drawn';
  if (draw.mixing && draw.public_value === null) {
    const { mixing, closed_at: closedAt, late_told_at: toldAt } = draw;
    const isLate = isValueLate({ mixing, closedAt, publicValue: null, state: 'closed' }, now);
    if (isLate && toldAt === null) {
      await tx.updateTable('draw').set({ late_told_at: now }).where('room_id', '=', roomId).execute();
      await tellThoseWaiting(tx, { roomId, now, kind: 'draw-late' });
    }
    return 'awaiting-value';
  }
  const tickets = readList(draw.list ?? '');
  if (tickets === undefined || draw.list_root === null) throw new Error('a list of ours is spelled as ours are');
  const seed = draw.seed ?? secrets.decrypt(draw.seed_cipher);
  const publicValue = draw.public_value ?? '';
  const places = await placesInSlices(finalOf(seed, draw.list_root, publicValue), tickets);
  const drawnAt = wholeMilliseconds(now);
  const room = await codeOf(tx, roomId);
  const said = {
    room,
    commitment: draw.commitment,
    listRoot: draw.list_root,
    seed,
    publicValue,
    drawnAt: drawnAt.toString(),
  };
  await tx
    .updateTable('draw')
    .set({ places, seed, drawn_at: drawnAt, drawn_signature: signStatement(secrets, drawnStatement(said)) })
    .where('room_id', '=', roomId)
    .execute();
  // Later arrivals have the place of their number: those who were listed and left keep theirs empty.
  await sql`UPDATE room SET drawn = ${tickets.length} WHERE id = ${roomId}`.execute(tx);
  return 'drawn';
}

async function codeOf(tx: Tx, roomId: number): Promise<string> {
  const { rows } = await sql<{ code: string }>`SELECT code FROM room WHERE id = ${roomId}`.execute(tx);
  return rows[0]?.code ?? '';
}
