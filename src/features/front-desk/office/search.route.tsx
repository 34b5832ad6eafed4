import type { FastifyInstance, FastifyRequest } from 'fastify';
import { searchBookings } from '#features/booking/index.ts';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { type DeskParams, noteReading, requireDesk } from '../desk.ts';
import { DeskSearchView, mostFound } from './search.view.tsx';

interface SearchRequest extends DeskParams {
  Querystring: { q?: unknown };
}

/** `/office/:office/search?q=`: by the beginning of a surname, by code, by codice fiscale. */
export function addSearchPage(app: FastifyInstance, deps: Deps): void {
  app.get('/office/:office/search', async (request: FastifyRequest<SearchRequest>, reply) => {
    const desk = await requireDesk(deps, request, 'see-booking');
    const typed = typeof request.query.q === 'string' ? request.query.q : '';
    const text = typed.replaceAll('\0', '').trim().slice(0, 100);
    const isEnough = /[\p{L}\d].*[\p{L}\d]/u.test(text);
    const filter = { officeId: desk.office.id, text, most: mostFound };
    const found = isEnough ? await searchBookings(deps.db, deps.secrets, filter) : undefined;
    if (found) {
      // What was typed is a person's data: only what it led to is written down.
      await noteReading(deps, desk, {
        action: 'search-bookings',
        subject: null,
        detail: { bookings: found.map((booking) => booking.id) },
      });
    }
    return page(reply, <DeskSearchView context={reply.pageContext()} desk={desk} text={text} found={found} />);
  });
}
