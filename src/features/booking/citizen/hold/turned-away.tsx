import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { whyNotEligible } from '../../eligibility/eligible.ts';
import type { Booker, Refusal } from '../../eligibility/rule.ts';
import type { Held } from './held.ts';
import { NotEligibleView } from './not-eligible.view.tsx';

/** The page that says why whoever holds this seat may not book it; undefined when they may. */
export async function turnedAway(
  deps: Deps,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  held: Held,
  people?: Booker['people'],
): Promise<FastifyReply | undefined> {
  const { offering, now, hold } = held;
  if (hold.rescheduleOf !== null) return undefined;
  const booker = { viewer: request.viewer, offering, now, day: hold.day, ...(people && { people }) };
  const refusal = await whyNotEligible(deps.db, booker);
  return refusal && showTurnedAway(reply, held, refusal);
}

export function showTurnedAway(reply: FastifyReply, held: Held, refusal: Refusal): FastifyReply {
  const { day, party } = held.hold;
  return page(
    reply.code(403),
    <NotEligibleView
      context={reply.pageContext()}
      refusal={refusal}
      place={held}
      day={day}
      party={party}
      held={held}
    />,
  );
}
