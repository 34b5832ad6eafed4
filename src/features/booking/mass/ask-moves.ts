import { sql } from 'kysely';
import { askForMoves, type MoveRule } from '#features/planner/index.ts';
import type { Db, Tx } from '#platform/database.ts';
import type { Outcome } from '#platform/transaction.ts';
import { chosen, countSelection, type Selection } from './selection.query.ts';

/** The days and hours a selection is to leave; undefined where single bookings were ticked, which leave no gap. */
export function leftBy({ from, to, starts, ends, plannerId, codes }: Selection) {
  if (codes !== undefined) return undefined;
  return { from: from.toString(), to: to.toString(), starts, ends, plannerId };
}

/** The codes of the chosen bookings, in the order of their appointments. */
export async function chosenCodes(db: Db | Tx, selection: Selection): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    SELECT b.code FROM booking b WHERE ${chosen(selection)} ORDER BY b.starts_at, b.id`.execute(db);
  return rows.map(({ code }) => code);
}

/**
 * Has the worker hold and offer another seat to all chosen bookings, by the office's rule; who does not take it stays.
 * `seen` is the fingerprint of the preview that was confirmed: when other bookings are chosen by now, nothing is done.
 */
export async function askMassMoves(
  tx: Tx,
  request: { selection: Selection; rule: MoveRule; seen: string; operatorId: number; now: Temporal.Instant },
): Promise<Outcome<{ id: string; total: number }, 'changed' | 'nobody'>> {
  const { selection, rule, seen, operatorId: accountId, now } = request;
  const { count: total, fingerprint } = await countSelection(tx, selection);
  if (total === 0) return { ok: false, reason: 'nobody' };
  if (fingerprint !== seen) return { ok: false, reason: 'changed' };
  const bookings = (await chosenCodes(tx, selection)).map((code) => ({ code }));
  const leaving = leftBy(selection);
  const { officeId } = selection;
  const id = await askForMoves(tx, { officeId, accountId, bookings, cause: 'office', rule, leaving, now });
  return id === undefined ? { ok: false, reason: 'nobody' } : { ok: true, id, total };
}
