import type { FastifyReply } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import type { Held } from './held.ts';
import { HoldOverView } from './hold-over.view.tsx';
import { nearestTimes } from './nearest-times.query.ts';

/** Answers for every page of a hold whose seat is no longer kept. */
export async function showHoldOver(deps: Deps, reply: FastifyReply, held: Held): Promise<FastifyReply> {
  const { hold, now } = held;
  const { offeringId, startsAt, day, party } = hold;
  const near = await nearestTimes(deps.db, { offeringId, startsAt, day, party, now });
  const view = (
    <HoldOverView context={reply.pageContext()} held={held} near={near} hasDraft={held.draft !== undefined} />
  );
  return page(reply.code(410), view);
}
