import type { FastifyInstance, FastifyRequest } from 'fastify';
import { requireVerified, requireViewer } from '#features/identity/index.ts';
import { readIsoDay } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { readPost } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import { timesPath } from '#ui/frame/site-paths.ts';
import { leaveRoom } from '../../ticket/leave-room.ts';
import type { Rooms, Standing } from '../../turns/rooms.ts';
import { partyOfOwn } from '../own-ticket.query.ts';
import { servicePath, ticketPath } from '../paths.ts';
import type { KnownPlaces, PlaceWaitedFor } from '../place-waited-for.ts';
import { LeaveView } from './leave.view.tsx';

interface TicketParams {
  Params: { ticket: string };
}

/** What only the holder of a ticket does: choose a time when the turn has come, and leave. */
export function addOwnTicketPages(
  app: FastifyInstance,
  deps: Deps,
  { rooms, known }: { rooms: Rooms; known: KnownPlaces },
): void {
  app.get<TicketParams>('/waiting-room/tickets/:ticket/choose', async (request, reply) => {
    const { accountId } = requireVerified(request);
    const { standing, at } = await ticketAt(request);
    const { room, number } = standing;
    const party = await partyOfOwn(deps, { roomId: room.id, number, accountId });
    if (standing.state !== 'admitted' || party === undefined) return goTo(reply, ticketPath(request.params.ticket));
    const where = { officeCode: at.office.code, serviceCode: at.offering.serviceCode };
    const day = readIsoDay(queryText(request.query, 'date'));
    return goTo(reply, day ? timesPath({ ...where, day, party }) : servicePath(where, party));
  });

  app.get<TicketParams>('/waiting-room/tickets/:ticket/leave', async (request, reply) => {
    const { accountId } = requireViewer(request);
    const { ticket } = request.params;
    const { standing, at } = await ticketAt(request);
    if (standing.state === 'ended') return goTo(reply, ticketPath(ticket));
    const own = await partyOfOwn(deps, { roomId: standing.room.id, number: standing.number, accountId });
    return page(reply, <LeaveView context={reply.pageContext()} {...{ at, ticket }} isOwn={own !== undefined} />);
  });

  app.post<TicketParams>('/waiting-room/tickets/:ticket/leave', async (request, reply) => {
    const { accountId } = requireViewer(request);
    readPost(request);
    const { ticket } = request.params;
    const { standing } = await ticketAt(request);
    const which = { roomId: standing.room.id, number: standing.number };
    const left = await transact(deps.db, (tx) => leaveRoom(tx, { ...which, accountId, now: deps.clock.now() }));
    // The page of the ticket says what became of it: that it was left, or why it could not be.
    if (left.ok) await rooms.pulse();
    return goTo(reply, ticketPath(ticket));
  });

  async function ticketAt(request: FastifyRequest<TicketParams>): Promise<{ standing: Standing; at: PlaceWaitedFor }> {
    const standing = rooms.ofTicket(request.params.ticket, deps.clock.now());
    const at = standing && (await known.placeOf(standing.offeringId));
    if (!at) throw notFound();
    return { standing, at };
  }
}
