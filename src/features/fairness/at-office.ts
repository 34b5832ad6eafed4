import type { FastifyRequest } from 'fastify';
import { mayDo, type OfficeTask, requireOfficeTask, requireViewer, type Viewer } from '#features/identity/index.ts';
import { type Office, officeAt } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { pathPart } from '#platform/http/path.ts';
import { notFound } from '#platform/http/problem.ts';

/** Somebody who may see how an office's releases went. */
export interface AtReleases {
  readonly office: Office;
  readonly viewer: Viewer;
  readonly now: Temporal.Instant;
  may(task: OfficeTask): boolean;
}

/** The office of an address and who works there: 404 for no office, 403 unless a role there allows the task. */
export async function openReleases(
  deps: Deps,
  request: FastifyRequest,
  task: OfficeTask = 'see-reports',
): Promise<AtReleases> {
  requireViewer(request);
  const office = await officeAt(deps.db, pathPart(request, 'office'));
  if (office === undefined) throw notFound('unknown-office');
  const viewer = requireOfficeTask(request, office, task);
  return { office, viewer, now: deps.clock.now(), may: (wanted) => mayDo(viewer, office.id, wanted) };
}

/** The code of a release or room in an address; 404 for what no code looks like. */
export function releaseAt(request: FastifyRequest): string {
  const code = pathPart(request, 'release');
  if (!/^[\w-]{1,80}$/.test(code)) throw notFound('unknown-release');
  return code;
}
