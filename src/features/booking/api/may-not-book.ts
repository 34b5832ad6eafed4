import type { FastifyRequest } from 'fastify';
import type { Offering } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import type { ApiAnswer } from '#platform/http/idempotency.ts';
import { whyNotEligible } from '../eligibility/eligible.ts';
import { refuseNotEligible } from './refuse.ts';

/** Why whoever is logged in may not book here at all, told before they wait for it. */
export async function mayNotBook(
  { db, clock }: Deps,
  request: FastifyRequest,
  offering: Offering,
): Promise<ApiAnswer | undefined> {
  const { viewer } = request;
  const refusal = viewer && (await whyNotEligible(db, { viewer, offering, now: clock.now(), stepsUpLater: true }));
  return refusal ? refuseNotEligible(request, refusal) : undefined;
}
