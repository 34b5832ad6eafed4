import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ComponentChildren } from 'preact';
import { requireViewer } from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { bookingsOfAccount } from '../../booking.query.ts';
import { entriesOfAccount } from '../../waiting-list/entry.query.ts';
import { MyBookingsView } from './my-bookings.view.tsx';

/** The places of this reader in waiting rooms; undefined where they wait in none. */
export type OwnWaiting = (request: FastifyRequest) => Promise<ComponentChildren | undefined>;

/** /bookings: "I miei appuntamenti". */
export function addMyBookings(app: FastifyInstance, deps: Deps, ownWaiting: OwnWaiting = async () => undefined): void {
  app.get('/bookings', async (request, reply) => {
    const { accountId } = requireViewer(request);
    const now = deps.clock.now();
    const bookings = await bookingsOfAccount(deps.db, deps.secrets, { accountId, now });
    const entries = await entriesOfAccount(deps.db, { accountId, now });
    const waiting = entries.filter(({ state }) => state === 'waiting' || state === 'asleep');
    const rooms = await ownWaiting(request);
    return page(reply, <MyBookingsView context={reply.pageContext()} {...{ bookings, waiting, rooms, now }} />);
  });
}
