import type { FastifyRequest } from 'fastify';
import {
  isNetworkAdmin,
  mayDo,
  type OfficeTask,
  requireNetworkAdmin,
  requireOfficeRole,
  requireOfficeTask,
  requireViewer,
  type Viewer,
} from '#features/identity/index.ts';
import { type Office, officeAt } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { HttpProblem, notFound } from '#platform/http/problem.ts';

/** Somebody who administers an office. */
export interface AtOffice {
  readonly office: Office;
  readonly viewer: Viewer;
  readonly now: Temporal.Instant;
  /** looks after the whole network */
  readonly isNetwork: boolean;
  may(task: OfficeTask): boolean;
}

/** The office of an address and who may change its details: 404 for no office, 403 for the others, the login for nobody. */
export async function openOffice(request: FastifyRequest, deps: Deps): Promise<AtOffice> {
  return open(request, deps, (office) => requireOfficeTask(request, office, 'edit-office'));
}

/** The office of an address for everybody who works there. */
export async function enterOffice(request: FastifyRequest, deps: Deps): Promise<AtOffice> {
  return open(request, deps, (office) => requireOfficeRole(request, office));
}

async function open(request: FastifyRequest, deps: Deps, guard: (office: Office) => Viewer): Promise<AtOffice> {
  // Nobody learns from an answer which offices there are to work at before saying who they are.
  requireViewer(request);
  const office = await officeAt(deps.db, pathPart(request, 'office'));
  if (office === undefined) throw notFound('unknown-office');
  const viewer = guard(office);
  return {
    office,
    viewer,
    now: deps.clock.now(),
    isNetwork: isNetworkAdmin(viewer),
    may: (task) => mayDo(viewer, office.id, task),
  };
}

/** Somebody who looks after the whole network. */
export interface AtNetwork {
  readonly viewer: Viewer;
  readonly now: Temporal.Instant;
}

export function openNetwork(request: FastifyRequest, deps: Deps): AtNetwork {
  return { viewer: requireNetworkAdmin(request), now: deps.clock.now() };
}

/** A button that writes and has no fields: 403 when it was not pressed on a page of ours. */
export function readPost(request: FastifyRequest): void {
  if (!request.csrfValid) throw new HttpProblem(403, 'wrong-csrf');
}

export function pathPart(request: FastifyRequest, name: string): string {
  const params = request.params as Readonly<Record<string, string>>;
  return params[name] ?? '';
}

/** The number in an address; 404 when it is none. */
export function numberInPath(request: FastifyRequest, name: string): number {
  const text = pathPart(request, name);
  if (!/^[1-9]\d{0,8}$/.test(text)) throw notFound();
  return Number(text);
}
