import type { FastifyInstance } from 'fastify';
import {
  bookableWithoutContacts,
  readOfficeCursor,
  searchOffices,
  writeOfficeCursor,
} from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { queryText } from '#platform/http/query.ts';
import { openNetwork } from '../at-office.ts';
import { networkPaths } from '../paths.ts';
import { NetworkOfficesView, shownOffices } from './offices.view.tsx';

const perPage = 50;

/** `/network`: every office, what state it is in, and the way to change it. */
export function addNetworkOffices(app: FastifyInstance, deps: Deps): void {
  app.get(networkPaths.offices, async (request, reply) => {
    openNetwork(deps, request);
    const context = reply.pageContext();
    const q = (queryText(request.query, 'q') ?? '').replaceAll('\0', '').trim().slice(0, 100);
    const asked = queryText(request.query, 'show');
    const show = shownOffices.find((known) => known === asked) ?? (q === '' ? 'bookable' : 'all');
    if (show === 'missing') {
      const offices = await bookableWithoutContacts(deps.db, perPage);
      const rows = offices.map((office) => ({ office, bookable: true }));
      return page(reply, <NetworkOfficesView {...{ context, q: '', show, rows, total: rows.length }} />);
    }
    const cursor = readOfficeCursor(queryText(request.query, 'from') ?? '');
    const wish = { limit: perPage, ...(q !== '' && { q }), ...(show === 'bookable' && { bookable: true }) };
    const found = await searchOffices(deps.db, { ...wish, cursor });
    const rows = found.items.map((office) => ({ office, bookable: office.services.length > 0 }));
    const next = found.nextCursor && nextPage({ q, show, from: writeOfficeCursor(found.nextCursor) });
    return page(reply, <NetworkOfficesView {...{ context, q, show, rows, total: found.total, next }} />);
  });
}

function nextPage(query: Record<string, string>): string {
  return `${networkPaths.offices}?${new URLSearchParams(query).toString()}`;
}
