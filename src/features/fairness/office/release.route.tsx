import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ComponentChildren } from 'preact';
import type { Deps } from '#platform/deps.ts';
import { readPost } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import type { PageContext } from '#ui/frame/page-context.ts';
import { openReleases, releaseAt } from '../at-office.ts';
import { fairnessPaths } from '../paths.ts';
import { publishReport } from '../publish-report.ts';
import { reportCsv } from '../report/files.ts';
import { findReport } from '../report/report.query.ts';
import { liveRoom } from './live-room.query.ts';
import { officeRelease } from './releases.query.ts';
import { ReleaseView, type ReleaseViewProps } from './release.view.tsx';

/** What whoever draws shows on the office's page of a release; nothing where there is no draw. */
export type DrawPart = (request: {
  roomId: number;
  context: PageContext;
  office: { readonly id: number; readonly code: string; readonly timeZone: string };
  mayEdit: boolean;
}) => Promise<ComponentChildren>;

/** `/office/:office/releases/:release`: one release, live and afterwards; publishing its report, or taking it back. */
export function addReleasePage(
  app: FastifyInstance,
  deps: Deps,
  { drawPart }: { drawPart?: DrawPart | undefined },
): void {
  app.get('/office/:office/releases/:release', async (request, reply) => {
    const at = await openReleases(deps, request);
    const { office, now } = at;
    const release = await officeRelease(deps.db, { officeId: office.id, code: releaseAt(request) });
    if (release === undefined) throw notFound('unknown-release');
    const { roomId, room } = release;
    const context = reply.pageContext();
    const mayEdit = at.may('edit-planner');
    const [live, report, draw] = await Promise.all([
      roomId !== null && room !== null && room.state !== 'ended' ? liveRoom(deps.db, { roomId, now }) : undefined,
      findReport(deps.db, { code: release.code }),
      roomId === null ? undefined : drawPart?.({ roomId, context, office, mayEdit }),
    ]);
    const typed = queryText(request.query, 'done');
    const done: ReleaseViewProps['done'] = typed === 'published' || typed === 'taken-back' ? typed : undefined;
    const props = { context, at, release, live, report, draw, done };
    return page(reply, <ReleaseView {...props} />);
  });

  app.get('/office/:office/releases/:release/fairness.csv', async (request, reply) => {
    const { office } = await openReleases(deps, request);
    const report = await findReport(deps.db, { code: releaseAt(request) });
    if (report?.officeId !== office.id) throw notFound('unknown-release');
    return sendCsv(reply, report.code, reportCsv(report)).header('cache-control', 'no-store');
  });

  for (const [path, published] of [
    ['publish', true],
    ['take-back', false],
  ] as const) {
    app.post(`/office/:office/releases/:release/${path}`, async (request, reply) => {
      const { office, viewer, now } = await openReleases(deps, request, 'edit-planner');
      readPost(request);
      const code = releaseAt(request);
      const { accountId } = viewer;
      const outcome = await transact(deps.db, (tx) =>
        publishReport(tx, { code, officeId: office.id, published, accountId, now }),
      );
      if (!outcome.ok) throw notFound('unknown-release');
      const done = published ? 'published' : 'taken-back';
      return goTo(reply, `${fairnessPaths.release(office.code, code)}?done=${done}`);
    });
  }
}

/** A file of figures under the name of its release. */
function sendCsv(reply: FastifyReply, code: string, text: string): FastifyReply {
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="fairness-${code}.csv"`)
    .send(text);
}
