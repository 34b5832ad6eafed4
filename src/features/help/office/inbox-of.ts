import type { FastifyRequest } from 'fastify';
import {
  mayDo,
  type OfficeTask,
  requireNetworkAdmin,
  requireOfficeTask,
  requireViewer,
  type Viewer,
} from '#features/identity/index.ts';
import { type Office, officeAt } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { pathPart } from '#platform/http/path.ts';
import { notFound } from '#platform/http/problem.ts';
import { inboxPath } from '../help.rules.ts';

/** Whose requests somebody reads: an office's, or the site's for those who look after the whole network. */
export interface Inbox {
  /** null: the site's */
  readonly office: Office | null;
  readonly viewer: Viewer;
  readonly path: string;
  /** the clock its moments are told by */
  readonly zone: string;
  may(task: OfficeTask): boolean;
}

export async function openInbox(deps: Deps, request: FastifyRequest): Promise<Inbox> {
  if (request.url.startsWith('/network/')) {
    const viewer = requireNetworkAdmin(request);
    return { office: null, viewer, path: inboxPath(null), zone: 'Europe/Rome', may: () => true };
  }
  requireViewer(request);
  const office = await officeAt(deps.db, pathPart(request, 'office'));
  if (office === undefined) throw notFound('unknown-office');
  const viewer = requireOfficeTask(request, office, 'answer-help');
  return {
    office,
    viewer,
    path: inboxPath(office.code),
    zone: office.timeZone,
    may: (task) => mayDo(viewer, office.id, task),
  };
}
