import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { queryText } from '#platform/http/query.ts';
import { progressOf, resultsOf } from '../../registration-draw/result.query.ts';
import { drawAt } from './door.ts';
import { ResultsView } from './results.view.tsx';

const most = 100;

/** `/releases/:release/results`: who got which seat, by pseudonyms alone. */
export function addResultsPage(app: FastifyInstance, deps: Deps): void {
  app.get('/releases/:release/results', async (request, reply) => {
    const at = await drawAt(deps, request);
    const { roomId } = at.draw;
    const typed = queryText(request.query, 'after');
    const after = /^\d{1,9}$/.test(typed) ? Number(typed) : 0;
    const [found, progress] = await Promise.all([
      resultsOf(deps.db, { roomId, after, most: most + 1 }),
      progressOf(deps.db, roomId),
    ]);
    const results = found.slice(0, most);
    const next = found.length > most ? results.at(-1)?.place : undefined;
    return page(reply, <ResultsView context={reply.pageContext()} {...{ at, results, progress, next }} />);
  });
}
