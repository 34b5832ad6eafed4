import type { FastifyRequest } from 'fastify';
import type { Offering } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import type { ApiAnswer } from '#platform/http/idempotency.ts';
import { everBooked } from '../eligibility/ever-booked.ts';
import { whyNotEligible } from '../eligibility/eligible.ts';
import { refuseNotEligible } from './refuse.ts';

/** Why whoever is logged in may not book here at all, told before they wait for it. */
export async function mayNotBook(
  { db, pool, clock }: Deps,
  request: FastifyRequest,
  offering: Offering,
): Promise<ApiAnswer | undefined> {
  const { viewer } = request;
  if (viewer === null) return undefined;
  const hasBooked = await everBooked(pool)(viewer.accountId);
  const booker = { viewer, offering, now: clock.now(), stepsUpLater: true, hasBooked };
  const refusal = await whyNotEligible(db, booker);
  return refusal ? refuseNotEligible(request, refusal) : undefined;
}
