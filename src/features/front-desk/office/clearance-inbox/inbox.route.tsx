import type { FastifyInstance, FastifyRequest } from 'fastify';
import { inboxSections, listAsked, type RequestFacts } from '#features/booking/index.ts';
import { dayIn } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { pageNumber } from '#platform/http/page-number.ts';
import { page } from '#platform/http/page.ts';
import { queryText } from '#platform/http/query.ts';
import { noteReading, type OfficeParams, openDesk } from '../../at-office.ts';
import { InboxView } from './inbox.view.tsx';

const firstFew = 20;
const aPage = 50;

/** `/office/:office/clearance-requests`: what other offices ask of this municipality; `?section=` shows one kind page by page. */
export function addClearanceInbox(app: FastifyInstance, deps: Deps): void {
  app.get('/office/:office/clearance-requests', async (request: FastifyRequest<OfficeParams>, reply) => {
    const at = await openDesk(deps, request, 'see-booking');
    const only = inboxSections.find((section) => section === queryText(request.query, 'section'));
    const most = only ? aPage : firstFew;
    const number = only ? pageNumber(request.query) : 1;
    const lists = new Map<string, RequestFacts[]>();
    for (const section of only ? [only] : inboxSections) {
      const skip = (number - 1) * most;
      lists.set(
        section,
        await listAsked(deps.db, deps.secrets, { officeId: at.office.id, section, skip, most: most + 1 }),
      );
    }
    const shown = [...lists.values()].flatMap((list) => list.slice(0, most).map(({ bookingId }) => bookingId));
    await noteReading(deps, at, { action: 'see-clearance-requests', subject: null, detail: { bookings: shown } });
    const today = dayIn(deps.clock.now(), at.office.timeZone);
    void reply.header('cache-control', 'no-store');
    return page(reply, <InboxView context={reply.pageContext()} {...{ at, lists, only, number, most, today }} />);
  });
}
