import type { FastifyInstance, FastifyRequest } from 'fastify';
import { renderToString } from 'preact-render-to-string';
import { readIsoDay } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { queryText } from '#platform/http/query.ts';
import type { PageContext } from '#ui/frame/page-context.ts';
import type { Rooms } from '../../turns/rooms.ts';
import { createFrames, fill, place } from '../frames.ts';
import { type Chosen, ticketPath } from '../paths.ts';
import { type KnownPlaces, noWays } from '../place-waited-for.ts';
import { draw, stageOf } from './stages.tsx';
import { readersWords, type ReadersWords, wordsOf } from './ticket-values.ts';
import { UnknownTicketView } from './unknown.view.tsx';

interface TicketParams {
  Params: { ticket: string };
}

const anyones = Object.fromEntries(readersWords.map((name) => [name, place(name)])) as unknown as ReadersWords;

/**
 * /waiting-room/tickets/:ticket: where somebody stands. Thousands look at it every few seconds, so it asks nobody who they
 * are and the database nothing: the frame is made once a second and language, the numbers come from memory.
 */
export function addTicketPage(
  app: FastifyInstance,
  deps: Deps,
  { rooms, known }: { rooms: Rooms; known: KnownPlaces },
): void {
  const frames = createFrames(deps.clock);

  app.get<TicketParams>('/waiting-room/tickets/:ticket', { config: { anyone: true } }, async (request, reply) => {
    const now = deps.clock.now();
    const { ticket } = request.params;
    const { language } = request;
    void reply.headers({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
    const standing = rooms.ofTicket(ticket, now);
    const at = standing && (await known.placeOf(standing.offeringId));
    if (!standing || !at) return page(reply.code(404), <UnknownTicketView context={contextOf(request, ticket)} />);
    const { room, offeringId } = standing;
    const stage = stageOf(standing);
    const words = wordsOf(standing, { ticket, chosen: chosenOf(request), office: at.office, language, now });
    const frame = await frames(keyOf(), async () => {
      const ways = stage.kind === 'ended' && stage.outcome === 'sold-out' ? await known.waysOn(offeringId) : noWays;
      const props = { context: contextOf(request, anyones.ticket), room, at, words: anyones, now };
      return `<!doctype html>${renderToString(draw(stage, props, ways))}`;
    });
    return reply.type('text/html; charset=utf-8').send(fill(frame, words));

    function keyOf(): string {
      const which = stage.kind === 'admitted' ? stage.until.epochMilliseconds : '';
      return `${language} ${room.id} ${offeringId} ${stage.kind === 'ended' ? stage.outcome : stage.kind} ${which}`;
    }
  });

  function contextOf({ language }: FastifyRequest, ticket: string): PageContext {
    const url = ticketPath(ticket);
    return { language, url, user: null, anyone: true, csrf: '', demo: deps.config.demo };
  }
}

function chosenOf({ query }: Pick<FastifyRequest, 'query'>): Chosen {
  return { date: readIsoDay(queryText(query, 'date'))?.toString() };
}
