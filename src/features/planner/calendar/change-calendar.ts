import { sql } from 'kysely';
import { audit } from '#features/audit/index.ts';
import type { Tx } from '#platform/database.ts';
import type { CalendarChange, NewClosure, NewExtraOpening } from './calendar-change.rules.ts';
import { changeFault, type ChangeRefusal, isKnown } from './change-faults.query.ts';
import type { Editing } from '../editing/editing.ts';
import { changedPlans, previewChange } from '../slots/hours-preview.query.ts';
import { lockSlots } from '../slots/make-slots.ts';
import { askForMoves, askForWithdrawal } from '../slots/ask-for-moves.ts';
import type { MoveRule } from '../slots/move-rule.ts';
import { lockPlanner } from '../plan.query.ts';
import { remakeSlots } from '../slots/publish.ts';
import type { UncoveredBooking } from '../slots/uncovered-bookings.query.ts';

export type ChangeOutcome =
  | {
      ok: true;
      /** the closures or the extra opening that were added; none after taking one back */
      entryIds: readonly number[];
      /** slots */
      made: number;
      withdrawn: number;
      bookings: readonly UncoveredBooking[];
      /** under which the offers that are made for them are followed */
      round: string | undefined;
    }
  | { ok: false; reason: ChangeRefusal | 'changed' };

/**
 * Changes an office's calendar and the slots of its published planners with it, at once. Appointments stay; with
 * `offer`, each that loses its seat is offered another. `seen` is the fingerprint of the preview that was confirmed:
 * when the situation is no longer that one, nothing is done.
 */
export async function changeCalendar(
  tx: Tx,
  request: Editing & { change: CalendarChange; seen?: string | undefined; offer: boolean; rule?: MoveRule | undefined },
): Promise<ChangeOutcome> {
  const { officeId, now, change, seen, offer } = request;
  const planners = (await changedPlans(tx, { officeId, change })).map(({ plannerId }) => plannerId);
  // The ids of several planners' slots cross, so all are locked before the first is changed: planner by planner,
  // whoever holds seats at two of them would lock crosswise.
  for (const plannerId of planners) await lockPlanner(tx, plannerId);
  await lockSlots(tx, { plannerIds: planners, after: now });
  const fault = await changeFault(tx, { officeId, change });
  if (fault) return { ok: false, reason: fault };
  const preview = await previewChange(tx, { officeId, change, now });
  if (seen !== undefined && seen !== preview.fingerprint) return { ok: false, reason: 'changed' };
  const entryIds = await write(tx, request);
  let [made, withdrawn] = [0, 0];
  for (const plannerId of planners) {
    const changes = await remakeSlots(tx, { plannerId, now });
    made += changes.made;
    withdrawn += changes.withdrawn;
  }
  const { bookings } = preview;
  const { accountId, rule } = request;
  const round = offer
    ? await askForMoves(tx, { officeId, accountId, bookings, cause: 'closure', rule, now })
    : undefined;
  // Whoever was offered another seat because of what is taken back now keeps the one they have.
  if (change.kind !== 'close') await askForWithdrawal(tx, { officeId, now });
  return { ok: true, entryIds, made, withdrawn, bookings, round };
}

async function write(tx: Tx, request: Editing & { change: CalendarChange }): Promise<number[]> {
  const { change } = request;
  switch (change.kind) {
    case 'close': {
      const ids = [];
      for (const closure of change.closures) {
        if (!(await isKnown(tx, { officeId: request.officeId, closure }))) ids.push(await close(tx, request, closure));
      }
      return ids;
    }
    case 'open':
      return [await open(tx, request, change.opening)];
    case 'remove':
      await remove(tx, request, change.entryId);
      return [];
  }
}

async function close(tx: Tx, editing: Editing, closure: NewClosure): Promise<number> {
  const { firstDay, lastDay, starts, ends, plannerId, yearly } = closure;
  const { id } = await tx
    .insertInto('closure')
    .values({
      office_id: editing.officeId,
      planner_id: plannerId,
      first_day: firstDay,
      last_day: lastDay,
      starts,
      ends,
      reason: JSON.stringify(closure.reason),
      yearly,
      created_at: editing.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await writeDown(tx, editing, 'add-closure', `closure:${id}`, { firstDay, lastDay, starts, ends, yearly });
  return id;
}

async function open(tx: Tx, editing: Editing, opening: NewExtraOpening): Promise<number> {
  const { plannerId, firstDay, lastDay, starts, ends, minutes, desks } = opening;
  const { id } = await tx
    .insertInto('extra_opening')
    .values({
      planner_id: plannerId,
      first_day: firstDay,
      last_day: lastDay,
      starts,
      ends,
      minutes,
      desks,
      reason: JSON.stringify(opening.reason),
      created_at: editing.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const detail = { plannerId, firstDay, lastDay, starts, ends, minutes, desks };
  await writeDown(tx, editing, 'add-extra-opening', `extra-opening:${id}`, detail);
  return id;
}

async function remove(tx: Tx, editing: Editing, entryId: number): Promise<void> {
  const closure = await sql`DELETE FROM closure WHERE id = ${entryId}`.execute(tx);
  if (closure.numAffectedRows === 1n) return writeDown(tx, editing, 'remove-closure', `closure:${entryId}`);
  await sql`DELETE FROM extra_opening WHERE id = ${entryId}`.execute(tx);
  return writeDown(tx, editing, 'remove-extra-opening', `extra-opening:${entryId}`);
}

async function writeDown(
  tx: Tx,
  editing: Editing,
  action: string,
  subject: string,
  detail: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const { accountId, officeId, now } = editing;
  await audit(tx, { at: now, accountId, officeId, action, subject, detail });
}
