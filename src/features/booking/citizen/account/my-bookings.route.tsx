import type { FastifyInstance } from 'fastify';
import { requireViewer } from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { bookingsOfAccount } from '../../booking.query.ts';
import { entriesOfAccount } from '../../waiting-list/entry.query.ts';
import { MyBookingsView } from './my-bookings.view.tsx';

/** /bookings: "I miei appuntamenti". */
export function addMyBookings(app: FastifyInstance, deps: Deps): void {
  app.get('/bookings', async (request, reply) => {
    const { accountId } = requireViewer(request);
    const now = deps.clock.now();
    const bookings = await bookingsOfAccount(deps.db, deps.secrets, { accountId, now });
    const entries = await entriesOfAccount(deps.db, { accountId, now });
    const waiting = entries.filter(({ state }) => state === 'waiting' || state === 'asleep');
    return page(
      reply,
      <MyBookingsView context={reply.pageContext()} bookings={bookings} waiting={waiting} now={now} />,
    );
  });
}
