import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  listAwaiting,
  listOffers,
  listRequests,
  type ToDoCounts,
  toDoCounts,
  undeliveredConfirmations,
} from '#features/booking/index.ts';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { pageNumber } from '#platform/http/page-number.ts';
import { queryText } from '#platform/http/query.ts';
import { type AtOffice, noteReading, type OfficeParams, openDesk } from '../../at-office.ts';
import { certifiedToDo } from '../../certified-to-do.query.ts';
import { type Section, sections } from './to-do-sections.ts';
import { ToDoView, type ToDoLists } from './to-do.view.tsx';

const firstFew = 10;
const aPage = 50;

/** `/office/:office/to-do`: what waits for the office; `?section=` shows one kind whole, page by page. */
export function addToDoPage(app: FastifyInstance, deps: Deps): void {
  app.get('/office/:office/to-do', async (request: FastifyRequest<OfficeParams>, reply) => {
    const at = await openDesk(deps, request, 'see-booking');
    const now = deps.clock.now();
    const counts = await toDoCounts(deps.db, { officeId: at.office.id, now });
    const only = sections.find((section) => section === queryText(request.query, 'section'));
    const number = only ? pageNumber(request.query, 999) : 1;
    const lists = await read(at, counts, { only, number, now });
    const shown = Object.values(lists).flatMap((list: readonly { code: string }[]) => list.map(({ code }) => code));
    await noteReading(deps, at, { action: 'see-to-do', subject: null, detail: { bookings: shown } });
    const certified = only === undefined ? await certifiedToDo(deps.db, { officeId: at.office.id, most: aPage }) : [];
    const props = { context: reply.pageContext(), at, counts, lists, certified, only, number, more: false };
    return page(reply, <ToDoView {...props} more={only !== undefined && counts[only] > number * aPage} />);
  });

  async function read(
    at: AtOffice,
    counts: ToDoCounts,
    { only, number, now }: { only: Section | undefined; number: number; now: Temporal.Instant },
  ): Promise<ToDoLists> {
    const officeId = at.office.id;
    const part = only
      ? { officeId, now, most: aPage, skip: (number - 1) * aPage }
      : { officeId, now, most: firstFew, skip: 0 };
    const isShown = (section: Section): boolean => counts[section] > 0 && (only === undefined || only === section);
    const [requests, toSettle, offered, awaiting, undelivered] = await Promise.all([
      isShown('requests') ? listRequests(deps.db, deps.secrets, part) : [],
      isShown('toSettle') ? listOffers(deps.db, { ...part, waiting: false }) : [],
      isShown('offered') ? listOffers(deps.db, { ...part, waiting: true }) : [],
      isShown('awaiting') ? listAwaiting(deps.db, part) : [],
      isShown('undelivered') ? undeliveredConfirmations(deps.db, { officeId, now, most: part.skip + part.most }) : [],
    ]);
    return { requests, toSettle, offered, awaiting, undelivered: undelivered.slice(part.skip) };
  }
}
