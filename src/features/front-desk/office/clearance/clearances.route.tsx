import type { FastifyInstance, FastifyRequest } from 'fastify';
import { clearanceCounts, clearanceSections, listClearances, type ListedClearance } from '#features/booking/index.ts';
import { dayIn } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { queryText } from '#platform/http/query.ts';
import { noteReading, type OfficeParams, openDesk } from '../../at-office.ts';
import { ClearancesView } from './clearances.view.tsx';

const firstFew = 10;
const aPage = 50;

/** `/office/:office/clearances`: consents that are late, to ask for, awaited; `?section=` shows one kind page by page. */
export function addClearancesPage(app: FastifyInstance, deps: Deps): void {
  app.get('/office/:office/clearances', async (request: FastifyRequest<OfficeParams>, reply) => {
    const at = await openDesk(deps, request, 'see-booking');
    const day = { officeId: at.office.id, today: dayIn(deps.clock.now(), at.office.timeZone) };
    const only = clearanceSections.find((section) => section === queryText(request.query, 'section'));
    const after = only && queryText(request.query, 'after');
    const most = only ? aPage : firstFew;
    const counts = await clearanceCounts(deps.db, day);
    const lists = new Map<string, ListedClearance[]>();
    for (const section of clearanceSections) {
      if (counts[section] === 0 || (only && only !== section)) continue;
      lists.set(section, await listClearances(deps.db, { ...day, section, after, most: most + 1 }));
    }
    const shown = [...lists.values()].flatMap((list) => list.slice(0, most).map(({ code }) => code));
    await noteReading(deps, at, { action: 'see-clearances', subject: null, detail: { bookings: shown } });
    return page(reply, <ClearancesView context={reply.pageContext()} {...{ at, counts, lists, only, after, most }} />);
  });
}
