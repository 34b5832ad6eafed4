import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { goTo, page } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import { readPost } from '#platform/http/form.ts';
import { openPlanner } from '../../at-office.ts';
import { previewRules } from '../../slots/hours-preview.query.ts';
import { findPlan } from '../../plan.query.ts';
import { publishAsSeen } from '../../slots/publish-as-seen.ts';
import { pageNumber } from '#platform/http/page-number.ts';
import { plannerPaths } from '../paths.ts';
import type { ForeseeRelease } from '../releases/foresee-release.ts';
import { PublishView } from './publish.view.tsx';

type Kind = 'publish' | 'unpublish';

/** Publishing a planner and taking it off, each with a page in between that says what will change. */
export function addPublishPages(
  app: FastifyInstance,
  deps: Deps,
  { foreseeRelease }: { foreseeRelease?: ForeseeRelease | undefined } = {},
): void {
  for (const kind of ['publish', 'unpublish'] as const) {
    app.get(`/office/:office/planners/:planner/${kind}`, (request, reply) => show(request, reply, kind));
    app.post(`/office/:office/planners/:planner/${kind}`, (request, reply) => confirm(request, reply, kind));
  }

  async function confirm(request: FastifyRequest, reply: FastifyReply, kind: Kind): Promise<FastifyReply> {
    const { at, planner } = await openPlanner(deps, request);
    readPost(request);
    if (kind === 'publish' && planner.services.length === 0) return show(request, reply.code(422), kind);
    const { seen, offer } = (request.body ?? {}) as { seen?: unknown; offer?: unknown };
    const outcome = await transact(deps.db, (tx) =>
      publishAsSeen(tx, {
        ...at.editing,
        plannerId: planner.id,
        kind,
        seen: typeof seen === 'string' ? seen : undefined,
        offer: offer === 'yes',
      }),
    );
    if (!outcome.ok) return show(request, reply.code(outcome.reason === 'changed' ? 409 : 422), kind);
    const offered = outcome.offered > 0 ? `&offered=${outcome.offered}` : '';
    return goTo(reply, `${plannerPaths.planner(at.office.code, planner.id)}?done=${kind}ed${offered}`);
  }

  async function show(request: FastifyRequest, reply: FastifyReply, kind: Kind): Promise<FastifyReply> {
    const { at, planner } = await openPlanner(deps, request);
    const plan = await findPlan(deps.db, planner.id);
    if (plan === undefined) throw notFound();
    const rules = kind === 'publish' ? plan.rules : [];
    const preview = await previewRules(deps.db, { plan, rules, now: at.now });
    const { language } = request;
    const foreseen = kind === 'publish' ? await foreseeRelease?.({ at, planner, language }) : null;
    return page(
      reply,
      <PublishView
        context={reply.pageContext()}
        at={at}
        planner={planner}
        kind={kind}
        preview={preview}
        foreseen={foreseen}
        changed={reply.statusCode === 409}
        q={queryText(request.query, 'q').slice(0, 100)}
        page={pageNumber(request.query)}
        month={queryText(request.query, 'month')}
      />,
    );
  }
}
