import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import type { Language } from '#platform/language.ts';
import { readPost } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import { pathPart } from '#platform/http/path.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import { type AtOffice, openPlanner } from '../../at-office.ts';
import { notedReleases } from '../../availability/releases.query.ts';
import { findPlan } from '../../plan.query.ts';
import type { Planner } from '../../planner.query.ts';
import { cancelRelease } from '../../releases/cancel-release.ts';
import { nextByRule } from '../../releases/rule-effect.query.ts';
import type { ReleaseOrders } from '../../releases/release-order.ts';
import { plannerPaths } from '../paths.ts';
import { releasesTexts } from './releases.text.ts';
import { ReleasesView, type ReleasesViewProps } from './releases.view.tsx';

/** When a planner's seats open, and taking back what was planned. */
export function addReleasePages(app: FastifyInstance, deps: Deps, { orders }: { orders: ReleaseOrders }): void {
  app.get('/office/:office/planners/:planner/releases', async (request, reply) => {
    const { at, planner } = await openPlanner(deps, request);
    const seats = queryText(request.query, 'seats');
    const news = newsOf(
      queryText(request.query, 'done'),
      Number(/^\d{1,6}$/.test(seats) ? seats : 0),
      request.language,
    );
    return show(reply, at, planner, news);
  });

  app.post('/office/:office/planners/:planner/releases/:release/cancel', async (request, reply) => {
    const { at, planner } = await openPlanner(deps, request);
    readPost(request);
    const releaseId = pathPart(request, 'release');
    if (!/^\d{1,15}$/.test(releaseId)) throw notFound();
    const outcome = await transact(deps.db, async (tx) => {
      const cancelled = await cancelRelease(tx, { ...at.editing, plannerId: planner.id, releaseId });
      if (cancelled.ok) await orders.cancel(tx, { releaseId, now: at.now });
      return cancelled;
    });
    if (outcome.ok)
      return goTo(reply, `${plannerPaths.releases(at.office.code, planner.id)}?done=cancelled&seats=${outcome.seats}`);
    if (outcome.reason === 'unknown-release') throw notFound();
    const words = releasesTexts.for(request.language)('alreadyOpen');
    return show(reply.code(409), at, planner, { tone: 'warning', words, undo: false });
  });

  async function show(
    reply: FastifyReply,
    at: AtOffice,
    planner: Planner,
    news: ReleasesViewProps['news'],
  ): Promise<FastifyReply> {
    const [plan, noted] = await Promise.all([
      findPlan(deps.db, planner.id),
      notedReleases(deps.db, { plannerIds: [planner.id], now: at.now }),
    ]);
    if (plan === undefined) throw notFound();
    const next = nextByRule(plan, at.now);
    const newest = noted.toReversed().slice(0, 60);
    return page(
      reply,
      <ReleasesView context={reply.pageContext()} at={at} planner={planner} next={next} noted={newest} news={news} />,
    );
  }
}

function newsOf(done: string, seats: number, language: Language): ReleasesViewProps['news'] {
  const t = releasesTexts.for(language);
  if (done === 'rule') return { tone: 'success', words: t('done.rule'), undo: true };
  if (done === 'opened' || done === 'planned' || done === 'cancelled')
    return { tone: 'success', words: t(`done.${done}`, { seats }), undo: false };
  return undefined;
}
