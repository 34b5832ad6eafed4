import type { FastifyReply } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { goTo, page } from '#platform/http/page.ts';
import { type Held, holdPath } from './held.ts';
import { HoldOverView } from './hold-over.view.tsx';
import { heldNow } from '../../hold/held-now.query.ts';
import { nearestTimes } from '../../form/nearest-times.query.ts';

/** Answers for every page of a hold whose seat is no longer kept. */
export async function showHoldOver(deps: Deps, reply: FastifyReply, held: Held): Promise<FastifyReply> {
  const { hold, owner, now } = held;
  const { offeringId, startsAt, day, party } = hold;
  const current = await heldNow(deps.db, deps.secrets, { owner, now });
  // Of two clicks in the same instant the later one holds the seat: both lead to it.
  const wasReplaced = Temporal.Instant.compare(hold.expiresAt, now) > 0;
  if (wasReplaced && current?.slotId === hold.slotId) return goTo(reply, holdPath(current));
  const near = await nearestTimes(deps.db, { offeringId, startsAt, day, party, now });
  const view = (
    <HoldOverView
      context={reply.pageContext()}
      held={held}
      near={near}
      hasDraft={held.draft !== undefined}
      current={current && holdPath(current)}
    />
  );
  return page(reply.code(410), view);
}
