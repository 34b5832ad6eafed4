import type { FastifyInstance } from 'fastify';
import { goTo, page } from '#platform/http/page.ts';
import { prepared } from '#platform/http/prepared-pages.ts';
import { queryText } from '#platform/http/query.ts';
import type { AllFirstDates } from '../first-dates.query.ts';
import { HomeView } from './home.view.tsx';

export function addHomePage(app: FastifyInstance, kept: () => Promise<AllFirstDates>): void {
  app.get('/', prepared, async (_request, reply) => {
    return page(reply, <HomeView context={reply.pageContext()} all={await kept()} />);
  });

  // A form cannot put what was typed into a path: this address does.
  app.get('/find-booking', async (request, reply) => {
    const typed = queryText(request.query, 'code');
    const code = typed.toUpperCase().replace(/[\s-]/g, '');
    if (/^[0-9A-Z]{6,12}$/.test(code)) return goTo(reply, `/bookings/${code}`);
    return page(reply.code(422), <HomeView context={reply.pageContext()} all={await kept()} wrongCode={typed} />);
  });
}
