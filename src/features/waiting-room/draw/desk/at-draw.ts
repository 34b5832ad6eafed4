import type { FastifyRequest } from 'fastify';
import { mayDo, type OfficeTask, requireOfficeTask, type Viewer } from '#features/identity/index.ts';
import { type Office, officeAt } from '#features/offices/index.ts';
import type { Crumb } from '#ui/frame/breadcrumb.tsx';
import type { Deps } from '#platform/deps.ts';
import { pathPart } from '#platform/http/path.ts';
import { notFound } from '#platform/http/problem.ts';
import { type DrawFacts, drawFacts } from '../draw-facts.query.ts';

/** A draw of the office of an address, and who works on it. */
export interface AtDraw {
  readonly office: Office;
  readonly viewer: Viewer;
  readonly facts: DrawFacts;
  readonly now: Temporal.Instant;
  may(task: OfficeTask): boolean;
}

/** 404 for unknown offices and for draws of others, 403 for whoever may not do the task there. */
export async function openDraw(deps: Deps, request: FastifyRequest, task: OfficeTask): Promise<AtDraw> {
  const office = await officeAt(deps.db, pathPart(request, 'office'));
  if (office === undefined) throw notFound();
  const viewer = requireOfficeTask(request, office, task);
  const facts = await drawFacts(deps.db, pathPart(request, 'release'));
  if (facts?.officeId !== office.id) throw notFound();
  return { office, viewer, facts, now: deps.clock.now(), may: (wanted) => mayDo(viewer, office.id, wanted) };
}

/** The list of releases, for those who may see it. */
export const aboveReleases = ({ office, may }: AtDraw, label: string): Crumb[] =>
  may('see-reports') ? [{ label, href: `/office/${office.code}/releases` }] : [];
