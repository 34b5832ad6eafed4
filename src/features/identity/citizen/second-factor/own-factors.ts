import type { FastifyRequest } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import type { FieldError } from '#platform/http/problem.ts';
import { requireWholeLogin } from '../../guards.ts';
import { ownPasswordFault } from '../../password/own-password.ts';
import { type Factors, factorsOf, isEnrolled } from '../../second-factor/factors.query.ts';
import type { Viewer } from '../../viewer.ts';
import { HttpProblem } from '#platform/http/problem.ts';

export interface OwnFactors {
  readonly viewer: Viewer;
  readonly known: Factors;
  /** somebody who came by SPID or CIE has no password to ask for */
  readonly asksPassword: boolean;
}

/**
 * Whose second factor a page is about: of somebody who works, or who has one. A login in which it is still to be proved
 * changes nothing about it.
 */
export async function openOwnFactors(deps: Deps, request: FastifyRequest): Promise<OwnFactors> {
  const viewer = requireWholeLogin(request);
  const known = await factorsOf(deps.db, viewer.accountId);
  const works = viewer.roles.some(({ role }) => role !== 'integration');
  if (!works && !isEnrolled(known)) throw new HttpProblem(403, 'forbidden');
  return { viewer, known, asksPassword: viewer.scheme === 'local' };
}

/** Asks for the password once more before anything changes about how somebody gets in. */
export async function passwordFaultOf(
  deps: Deps,
  request: FastifyRequest,
  { asksPassword }: OwnFactors,
  password: string,
): Promise<FieldError | undefined> {
  return asksPassword ? ownPasswordFault(deps, request, { field: 'current', password }) : undefined;
}
