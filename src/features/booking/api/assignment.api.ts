import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { notFound } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import { findRegistrationDraw, stageOf } from '../registration-draw/registration-draw.query.ts';
import { publishedOf, resultsOf } from '../registration-draw/result.query.ts';
import { assignmentAnswer } from './registration-body.ts';

/** `GET /releases/{id}/assignment`: who got which seat, by pseudonyms, with what was fixed beforehand. */
export function addAssignmentApi(app: FastifyInstance, deps: Deps): void {
  const most = 1000;
  app.get<{ Params: { release: string } }>(
    '/api/v1/releases/:release/assignment',
    {
      schema: { tags: ['availability'], summary: 'The results of a registration draw, by pseudonyms' },
      config: { answers: { 200: assignmentAnswer }, anyone: true },
    },
    async (request, reply) => {
      const draw = await findRegistrationDraw(deps.db, request.params.release);
      if (!draw) throw notFound();
      const { roomId } = draw;
      const cursor = queryText(request.query, 'cursor');
      const after = /^\d{1,9}$/.test(cursor) ? Number(cursor) : 0;
      const [published, found] = await Promise.all([
        publishedOf(deps.db, roomId),
        resultsOf(deps.db, { roomId, after, most: most + 1 }),
      ]);
      const results = found.slice(0, most);
      return reply
        .header('cache-control', 'no-cache')
        .header('access-control-allow-origin', '*')
        .send({
          release: draw.code,
          stage: stageOf(draw, deps.clock.now()),
          rule: 'first-fit-in-order',
          people: draw.people,
          wishesRoot: published.wishesRoot,
          wishesList: published.wishesList,
          seatsAtClosing: published.atClosing,
          seatsOffered: published.offered,
          results: results.map((result) => ({
            place: result.place,
            number: result.number,
            pseudonym: result.pseudonym,
            party: result.party,
            weight: result.weight,
            wishesHash: result.wishesHash,
            outcome: result.state === 'assigned' ? 'seat' : result.state === 'registered' ? 'undecided' : 'none',
            office: result.officeCode,
            startsAt: result.startsAt?.toString() ?? null,
            slots: result.slotIds,
          })),
          nextCursor: found.length > most ? String(results.at(-1)?.place ?? '') : null,
        });
    },
  );
}
