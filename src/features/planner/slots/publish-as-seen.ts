import type { Tx } from '#platform/database.ts';
import type { Editing } from '../editing/editing.ts';
import { previewRules } from './hours-preview.query.ts';
import { lockSlots } from './make-slots.ts';
import { askForMoves, askForWithdrawal } from './ask-for-moves.ts';
import { findPlan, lockPlanner } from '../plan.query.ts';
import { publishPlanner, unpublishPlanner } from './publish.ts';

export type PublishAsSeenOutcome =
  | { ok: true; offered: number }
  | { ok: false; reason: 'unknown-planner' | 'no-rules' | 'changed' };

/**
 * Publishes a planner, or takes it off, as it was shown in a preview; with `offer`, each appointment that loses its seat
 * is offered another. When the situation is no longer the one that was seen, nothing is done.
 */
export async function publishAsSeen(
  tx: Tx,
  request: Editing & { plannerId: number; kind: 'publish' | 'unpublish'; seen?: string | undefined; offer: boolean },
): Promise<PublishAsSeenOutcome> {
  const { officeId, plannerId, kind, now, seen, offer } = request;
  await lockPlanner(tx, plannerId);
  await lockSlots(tx, { plannerIds: [plannerId], after: now });
  const plan = await findPlan(tx, plannerId);
  if (plan?.officeId !== officeId) return { ok: false, reason: 'unknown-planner' };
  const preview = await previewRules(tx, { plan, rules: kind === 'publish' ? plan.rules : [], now });
  if (seen !== undefined && seen !== preview.fingerprint) return { ok: false, reason: 'changed' };
  if (kind === 'unpublish') await unpublishPlanner(tx, request);
  else {
    const outcome = await publishPlanner(tx, request);
    if (!outcome.ok) return outcome;
  }
  const { bookings } = preview;
  if (offer) await askForMoves(tx, { officeId, accountId: request.accountId, bookings, cause: 'planner', now });
  // What the new hours cover again needs no other seat.
  if (kind === 'publish') await askForWithdrawal(tx, { officeId, now });
  return { ok: true, offered: offer ? bookings.length : 0 };
}
