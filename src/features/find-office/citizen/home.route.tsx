import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { prepared } from '#platform/http/prepared-pages.ts';
import type { AllFirstDates } from '../first-dates.query.ts';
import { HomeView } from './home.view.tsx';

export function addHomePage(app: FastifyInstance, { clock }: Deps, kept: () => Promise<AllFirstDates>): void {
  app.get('/', prepared, async (_request, reply) => {
    return page(reply, <HomeView context={reply.pageContext()} all={await kept()} now={clock.now()} />);
  });
}
