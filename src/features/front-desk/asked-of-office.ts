import type { FastifyRequest } from 'fastify';
import { requestFacts, type RequestFacts } from '#features/booking/index.ts';
import type { Deps } from '#platform/deps.ts';
import { notFound } from '#platform/http/problem.ts';
import type { AtOffice } from './at-office.ts';

export interface AskedParams {
  Params: { office: string; id: string };
}

/** The request an address speaks of; 404 for those asked of other offices, as if there were none. */
export async function requireAsked(
  deps: Deps,
  request: FastifyRequest<AskedParams>,
  at: AtOffice,
): Promise<RequestFacts> {
  const { id } = request.params;
  const facts = /^\d{1,18}$/.test(id) ? await requestFacts(deps.db, deps.secrets, { id }) : undefined;
  if (facts?.answeringOfficeId !== at.office.id) throw notFound('unknown-clearance');
  return facts;
}
