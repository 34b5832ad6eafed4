import type { FastifyRequest } from 'fastify';
import { mayDo, type OfficeTask, requireOfficeTask, type Viewer } from '#features/identity/index.ts';
import { type Office, officeAt } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { notFound } from '#platform/http/problem.ts';
import { numberInPath, pathPart } from '#platform/http/path.ts';
import type { Editing } from './editing/editing.ts';
import { findPlanner, type Planner } from './planner.query.ts';

/** The office of a page's address, and who edits its planners. */
export interface AtOffice {
  readonly office: Office;
  readonly viewer: Viewer;
  readonly now: Temporal.Instant;
  readonly today: Temporal.PlainDate;
  may(task: OfficeTask): boolean;
  /** for the verbs */
  readonly editing: Editing;
}

/** 404 for an unknown office, 403 for whoever may not edit its planners, the login page for nobody. */
export async function openOfficeToPlan(deps: Deps, request: FastifyRequest): Promise<AtOffice> {
  const office = await officeAt(deps.db, pathPart(request, 'office'));
  if (office === undefined) throw notFound();
  const viewer = requireOfficeTask(request, office, 'edit-planner');
  const now = deps.clock.now();
  const today = now.toZonedDateTimeISO(office.timeZone).toPlainDate();
  return {
    office,
    viewer,
    now,
    today,
    may: (task) => mayDo(viewer, office.id, task),
    editing: { officeId: office.id, accountId: viewer.accountId, now },
  };
}

/** The planner of a page's address too; 404 for those of other offices, as if there were none. */
export async function openPlanner(
  deps: Deps,
  request: FastifyRequest,
): Promise<{ readonly at: AtOffice; readonly planner: Planner }> {
  const at = await openOfficeToPlan(deps, request);
  const plannerId = numberInPath(request, 'planner');
  const planner = await findPlanner(deps.db, { officeId: at.office.id, plannerId });
  if (planner === undefined) throw notFound();
  return { at, planner };
}
