import { sql } from 'kysely';
import { audit } from '#features/audit/index.ts';
import type { Db, Tx } from '#platform/database.ts';
import type { Editing } from '../editing/editing.ts';
import { madeThrough } from './horizon.rules.ts';
import { keepVersion } from '../editing/keep-version.ts';
import { lockSlots, makeSlots } from './make-slots.ts';
import { findPlan, lockPlanner, type Plan } from '../plan.query.ts';
import { type OpeningRule, slotsOf } from '../rules.ts';
import { type SlotChanges, slotChanges } from './slot-changes.query.ts';
import { noteReleases } from '../releases/note-releases.ts';
import { dripQueueOf } from '../releases/drip-queue.query.ts';
import { type Queue, type WantedSlots, wantedSlots } from './wanted-slots.ts';

export type PublishOutcome = ({ ok: true } & SlotChanges) | { ok: false; reason: 'unknown-planner' | 'no-rules' };

/**
 * Publishes a planner's rules as they are now: makes and remakes its slots from now to the horizon and two days more.
 * Seats that are taken stay, whatever the rules say; `uncovered` tells which of them the rules no longer cover.
 */
export async function publishPlanner(tx: Tx, request: Editing & { plannerId: number }): Promise<PublishOutcome> {
  await lockPlanner(tx, request.plannerId);
  const plan = await findPlan(tx, request.plannerId);
  if (plan?.officeId !== request.officeId) return { ok: false, reason: 'unknown-planner' };
  if (plan.rules.length === 0 && plan.extras.length === 0) return { ok: false, reason: 'no-rules' };
  const changes = await make(tx, plan, plan.rules, { now: request.now });
  await keepVersion(tx, { ...request, slotsMade: changes.made });
  await writeDown(tx, request, 'publish-planner', changes);
  return { ok: true, ...changes };
}

/**
 * Makes a published planner's slots again, after a closure or a setting changed; rules being edited stay unpublished. With
 * `anew`, when seats open changed as well: a drip lines up again. With `close`, seats that are open by now and would open
 * later are closed.
 */
export async function remakeSlots(
  tx: Tx,
  request: { plannerId: number; now: Temporal.Instant; anew?: boolean; close?: boolean },
): Promise<SlotChanges> {
  await lockPlanner(tx, request.plannerId);
  const plan = await findPlan(tx, request.plannerId);
  if (!plan?.published || plan.publishedRules === null) return noChanges;
  return make(tx, plan, plan.publishedRules, request);
}

/** Takes a planner off: its free slots are withdrawn, who has a seat keeps it. One that is off stays so. */
export async function unpublishPlanner(tx: Tx, request: Editing & { plannerId: number }): Promise<SlotChanges> {
  const { officeId, plannerId, now } = request;
  await lockPlanner(tx, plannerId);
  const { numAffectedRows } = await sql`
    UPDATE planner SET published = false, published_through = NULL, version = version + 1, updated_at = ${now}
    WHERE id = ${plannerId} AND office_id = ${officeId} AND published`.execute(tx);
  if (numAffectedRows === 0n) return noChanges;
  const changes = await makeSlots(tx, { plannerId, after: now, wanted: nothing, now });
  await writeDown(tx, request, 'unpublish-planner', changes);
  return changes;
}

/** What a publication would do at this instant. Writes and locks nothing. */
export async function previewPublication(
  db: Db | Tx,
  request: { plan: Plan; now: Temporal.Instant },
): Promise<SlotChanges> {
  const { plan, now } = request;
  return slotChanges(db, { plannerId: plan.plannerId, after: now, wanted: wantedFrom(plan, plan.rules, now) });
}

async function make(
  tx: Tx,
  plan: Plan,
  rules: readonly OpeningRule[],
  how: { now: Temporal.Instant; anew?: boolean; close?: boolean },
): Promise<SlotChanges> {
  const { now, anew, close } = how;
  await lockSlots(tx, { plannerIds: [plan.plannerId], after: now });
  const wanted = wantedFrom(plan, rules, now, await dripQueueOf(tx, { plan, now, anew }));
  const changes = await makeSlots(tx, { plannerId: plan.plannerId, after: now, now, wanted, close });
  await sql`
    UPDATE planner SET published = true, published_through = ${madeThrough(plan, now)}, published_rules = ${JSON.stringify(rules)},
                       version = version + 1, updated_at = ${now}
    WHERE id = ${plan.plannerId}`.execute(tx);
  await noteReleases(tx, { plan, now });
  return changes;
}

async function writeDown(
  tx: Tx,
  request: Editing & { plannerId: number },
  action: string,
  changes: SlotChanges,
): Promise<void> {
  const { officeId, accountId, plannerId, now } = request;
  const { made, changed, withdrawn, keptTaken } = changes;
  const detail = { made, changed, withdrawn, keptTaken };
  await audit(tx, { at: now, accountId, officeId, action, subject: `planner:${plannerId}`, detail });
}

/** The slots that rules ask for from now to the horizon and two days more. */
export function wantedFrom(
  plan: Plan,
  rules: readonly OpeningRule[],
  now: Temporal.Instant,
  queue?: Queue,
): WantedSlots {
  const from = now.toZonedDateTimeISO(plan.zone).toPlainDate();
  return wantedSlots(slotsOf({ ...plan, rules, from, to: madeThrough(plan, now) }), plan, now, queue);
}

const nothing: WantedSlots = { starts: [], minutes: [], days: [], opens: [], desks: [] };
const noChanges: SlotChanges = { made: 0, changed: 0, withdrawn: 0, keptTaken: 0, uncovered: [] };
