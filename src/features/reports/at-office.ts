import type { FastifyRequest } from 'fastify';
import { audit } from '#features/audit/index.ts';
import { mayDo, type OfficeTask, requireOfficeTask, requireViewer, type Viewer } from '#features/identity/index.ts';
import { type Office, officeAt } from '#features/offices/index.ts';
import { dayIn } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { pathPart } from '#platform/http/path.ts';
import { notFound } from '#platform/http/problem.ts';
import { transact } from '#platform/transaction.ts';
import { isReportName, type ReportName } from './report/report.ts';

/** Somebody who may see an office's reports. */
export interface AtOffice {
  readonly office: Office;
  readonly viewer: Viewer;
  readonly today: Temporal.PlainDate;
  may(task: OfficeTask): boolean;
}

/** The office of an address and who works there: 404 for no office, 403 unless a role there allows the task. */
export async function openReports(
  deps: Deps,
  request: FastifyRequest,
  task: OfficeTask = 'see-reports',
): Promise<AtOffice> {
  requireViewer(request);
  const office = await officeAt(deps.db, pathPart(request, 'office'));
  if (office === undefined) throw notFound('unknown-office');
  const viewer = requireOfficeTask(request, office, task);
  const today = dayIn(deps.clock.now(), office.timeZone);
  return { office, viewer, today, may: (wanted) => mayDo(viewer, office.id, wanted) };
}

/** The report an address names. */
export function reportAt(request: FastifyRequest): ReportName {
  const name = pathPart(request, 'report');
  if (!isReportName(name)) throw notFound('unknown-report');
  return name;
}

/** Writes down who took figures out of the site. */
export async function noteReport(
  deps: Deps,
  taken: {
    viewer: Viewer;
    officeId: number | null;
    report: string;
    detail: Readonly<Record<string, string | null>>;
  },
): Promise<void> {
  const { viewer, officeId, report, detail } = taken;
  await transact(deps.db, async (tx) => {
    const entry = { action: 'see-report', subject: `report:${report}`, detail };
    await audit(tx, { at: deps.clock.now(), accountId: viewer.accountId, officeId, ...entry });
    return { ok: true };
  });
}
