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
import { notFound } from '#platform/http/problem.ts';
import { pathPart } from '#platform/http/path.ts';

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
export async function openOfficeSettings(deps: Deps, request: FastifyRequest): Promise<AtOffice> {
  return open(deps, request, (office) => requireOfficeTask(request, office, 'edit-office'));
}

/** The office of an address for whoever may read its log. */
export async function openOfficeLog(deps: Deps, request: FastifyRequest): Promise<AtOffice> {
  return open(deps, request, (office) => requireOfficeTask(request, office, 'see-log'));
}

/** The office of an address for everybody who works there. */
export async function enterOffice(deps: Deps, request: FastifyRequest): Promise<AtOffice> {
  return open(deps, request, (office) => requireOfficeRole(request, office));
}

async function open(deps: Deps, request: FastifyRequest, guard: (office: Office) => Viewer): Promise<AtOffice> {
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

export function openNetwork(deps: Deps, request: FastifyRequest): AtNetwork {
  return { viewer: requireNetworkAdmin(request), now: deps.clock.now() };
}
