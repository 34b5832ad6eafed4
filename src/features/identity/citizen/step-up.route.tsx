import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { goTo, page } from '#platform/http/page.ts';
import { queryText } from '#platform/http/query.ts';
import type { Doors } from '../doors/door.ts';
import { signIntent } from '../doors/intent.ts';
import { levelOf, withLevel } from '../doors/level.ts';
import { afterwardsFor } from './afterwards.ts';
import { nextOf, withNext } from './next-path.tsx';
import { StepUpView } from './step-up.view.tsx';

/** `/login/step-up`: a surer login for whoever is in already, who comes back to what they were doing. */
export function addStepUpPage(app: FastifyInstance, deps: Deps, { doors }: { doors: Doors }): void {
  app.get('/login/step-up', (request, reply) => {
    const { viewer } = request;
    const level = levelOf(queryText(request.query, 'level')) ?? 2;
    const next = nextOf(request.query);
    if (viewer === null) return goTo(reply, withNext(withLevel('/login', level), next));
    if (viewer.scheme !== 'local' && viewer.level >= level) return goTo(reply, next ?? afterwardsFor(viewer));
    const intent = signIntent(deps, request, { next, purpose: 'step-up', level });
    const view = { context: reply.pageContext(), doors: doors(), intent, level, next };
    return page(reply, <StepUpView {...view} />);
  });
}
