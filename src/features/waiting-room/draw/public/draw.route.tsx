import type { FastifyInstance } from 'fastify';
import { mayDo } from '#features/identity/index.ts';
import { findOfferingById } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { goTo, page } from '#platform/http/page.ts';
import { pathPart } from '#platform/http/path.ts';
import { notFound } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import type { Rooms } from '../../turns/rooms.ts';
import { deskPaths } from '../desk-paths.ts';
import { drawFacts, type DrawFacts, findListed } from '../draw-facts.query.ts';
import { knownVerdicts } from '../known-verdicts.ts';
import { roomOfRelease } from '../room-of-release.query.ts';
import { DrawView } from './draw.view.tsx';

/** /draws/:release: a draw in plain words, for anybody. */
export function addPublicDrawPage(app: FastifyInstance, deps: Deps, rooms: Pick<Rooms, 'byCode'>): void {
  const verdictOf = knownVerdicts(deps);

  app.get('/draws/:release', async (request, reply) => {
    const code = pathPart(request, 'release');
    const facts = await drawFacts(deps.db, code);
    if (facts === undefined) {
      const room = await roomOfRelease(deps.db, code);
      if (room === undefined) throw notFound();
      return goTo(reply, `/draws/${room}`);
    }
    const asked = queryText(request.query, 'ticket').trim().toLowerCase();
    const [verdict, found, joinHref] = await Promise.all([
      verdictOf(facts),
      asked === '' ? undefined : findListed(deps.db, { roomId: facts.roomId, asked }),
      joinPathOf(facts),
    ]);
    const now = deps.clock.now();
    const worksHere = request.viewer !== null && mayDo(request.viewer, facts.officeId, 'see-agenda');
    const deskHref = worksHere ? deskPaths.draw(facts.officeCode, facts.code) : undefined;
    return page(
      reply,
      <DrawView context={reply.pageContext()} {...{ facts, verdict, asked, found, joinHref, deskHref, now }} />,
    );
  });

  /** Where one joins, while one can and there is only one service to join for. */
  async function joinPathOf({ code, state, ordering, officeCode }: DrawFacts): Promise<string | undefined> {
    if (ordering === 'registration-draw') return state === 'joining' ? `/releases/${code}/register` : undefined;
    if (state !== 'joining' && state !== 'closed' && state !== 'admitting') return undefined;
    const [offeringId, other] = rooms.byCode(code)?.offeringIds ?? [];
    if (offeringId === undefined || other !== undefined) return `/offices/${officeCode}`;
    const offering = await findOfferingById(deps.db, offeringId);
    return offering && `/waiting-room/${officeCode}/${offering.serviceCode}`;
  }
}
