import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import type { Rooms } from '../turns/rooms.ts';
import { addJoinPage } from './join/join.route.tsx';
import { knownPlaces } from './place-waited-for.ts';
import { addOwnTicketPages } from './ticket/own-ticket.routes.tsx';
import { addTicketPage } from './ticket/ticket.route.tsx';
import type { WhoMayBook } from './who-may-book.ts';

/** The citizen's pages of waiting rooms: joining one, and one's place in it. */
export function addWaitingRoomPages(
  app: FastifyInstance,
  deps: Deps,
  { rooms, whoMayBook }: { rooms: Rooms; whoMayBook: WhoMayBook },
): void {
  const known = knownPlaces(deps);
  addJoinPage(app, deps, { rooms, whoMayBook });
  addTicketPage(app, deps, { rooms, known });
  addOwnTicketPages(app, deps, { rooms, known });
}
