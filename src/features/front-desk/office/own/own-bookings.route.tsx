import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { pageNumber } from '#platform/http/page-number.ts';
import { noteReading, openDesk, type OfficeParams } from '../../at-office.ts';
import { ownBookings } from '../../own-bookings.query.ts';
import { OwnBookingsView } from './own-bookings.view.tsx';

const aPage = 50;

/** `/office/:office/bookings/mine`: what somebody booked for citizens, which is all that a partner desk sees. */
export function addOwnBookings(app: FastifyInstance, deps: Deps): void {
  app.get('/office/:office/bookings/mine', async (request: FastifyRequest<OfficeParams>, reply) => {
    const at = await openDesk(deps, request, 'book-for-citizen');
    const number = pageNumber(request.query, 999);
    const wish = { officeId: at.office.id, accountId: at.viewer.accountId, now: deps.clock.now() };
    const found = await ownBookings(deps.db, { ...wish, most: aPage + 1, skip: (number - 1) * aPage });
    const detail = { bookings: found.slice(0, aPage).map(({ code }) => code) };
    await noteReading(deps, at, { action: 'see-own-bookings', subject: null, detail });
    const props = { at, bookings: found.slice(0, aPage), number, more: found.length > aPage };
    return page(reply, <OwnBookingsView context={reply.pageContext()} {...props} />);
  });
}
