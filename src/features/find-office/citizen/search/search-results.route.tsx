import type { FastifyInstance } from 'fastify';
import type { Db } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { findService, listSearchNames, type NearbyName, nearbyNames, type Service } from '#features/offices/index.ts';
import type { AllFirstDates } from '../../first-dates.query.ts';
import { keepAnswer } from '../../kept-answer.ts';
import { answerSearch, type SearchAnswer } from '../../search.query.ts';
import { readSearchRequest, type SearchRequest } from '../../search-request.ts';
import { showAllOffices, showArea } from './all-offices.route.tsx';
import { SearchResultsView } from './search-results.view.tsx';
import { suggestionsFor } from './suggestions.ts';

const namesAgeSeconds = 600;

export function addSearchResultsPage(app: FastifyInstance, deps: Deps, kept: () => Promise<AllFirstDates>): void {
  const names = keepAnswer(deps.clock, namesAgeSeconds, () => listSearchNames(deps.db));

  app.get('/offices', async (request, reply) => {
    const asked = readSearchRequest(request.query);
    const service = await serviceOf(deps.db, asked.service);
    const wish: SearchRequest = { ...asked, service: service?.code };
    if (wish.q === '' && wish.near === '') {
      if (wish.country ?? wish.province) return showArea(deps, { request: wish, service }, reply);
      if (wish.service === undefined && !wish.bookable) return showAllOffices(deps, reply);
    }
    const context = reply.pageContext();
    const now = deps.clock.now();
    const first = await answerSearch(deps.db, wish, { now, kept });
    const perhaps = first.total > 0 ? [] : nearbyNames(wish.q || wish.near, await names());
    const { answer, corrected } = await withoutMistakes(wish, first, perhaps, (better) =>
      answerSearch(deps.db, better, { now, kept }),
    );
    return page(
      reply,
      <SearchResultsView {...{ context, request: wish, service, answer, corrected }} perhaps={perhaps} />,
    );
  });

  app.get('/offices/suggestions', async (request, reply) => {
    const { q } = readSearchRequest(request.query);
    const items = await suggestionsFor(deps.db, { q, language: request.language, names });
    return reply
      .header('cache-control', 'public, max-age=60')
      .header('vary', 'cookie, accept-language')
      .send({ items });
  });
}

async function serviceOf(db: Db, code: string | undefined): Promise<Service | undefined> {
  return code === undefined ? undefined : findService(db, code);
}

/** What was typed with a mistake is answered for the name it is nearest to, and the page says so. */
async function withoutMistakes(
  request: SearchRequest,
  answer: SearchAnswer,
  perhaps: readonly NearbyName[],
  again: (request: SearchRequest) => Promise<SearchAnswer>,
): Promise<{ answer: SearchAnswer; corrected: string | undefined }> {
  const [best] = perhaps;
  if (!best || request.page > 1) return { answer, corrected: undefined };
  const better = await again(request.q === '' ? { ...request, near: best.name } : { ...request, q: best.name });
  return better.total > 0 ? { answer: better, corrected: best.name } : { answer, corrected: undefined };
}
