import type { FastifyInstance, FastifyRequest } from 'fastify';
import { searchBookings } from '#features/booking/index.ts';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { type OfficeParams, noteReading, openOffice } from '../at-office.ts';
import { DeskSearchView, mostFound } from './search.view.tsx';

interface SearchRequest extends OfficeParams {
  Querystring: { q?: unknown };
}

/** `/office/:office/search?q=`: by the beginning of a surname, by code, by codice fiscale. */
export function addSearchPage(app: FastifyInstance, deps: Deps): void {
  app.get('/office/:office/search', async (request: FastifyRequest<SearchRequest>, reply) => {
    const at = await openOffice(deps, request, 'see-booking');
    const typed = typeof request.query.q === 'string' ? request.query.q : '';
    const text = typed.replaceAll('\0', '').trim().slice(0, 100);
    const isEnough = /[\p{L}\d].*[\p{L}\d]/u.test(text);
    const filter = { officeId: at.office.id, text, most: mostFound };
    const found = isEnough ? await searchBookings(deps.db, deps.secrets, filter) : undefined;
    if (found) {
      // What was typed is a person's data: only what it led to is written down.
      await noteReading(deps, at, {
        action: 'search-bookings',
        subject: null,
        detail: { bookings: found.map((booking) => booking.id) },
      });
    }
    return page(reply, <DeskSearchView context={reply.pageContext()} at={at} text={text} found={found} />);
  });
}
