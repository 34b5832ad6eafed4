import type { FastifyInstance, FastifyRequest } from 'fastify';
import { findMass, listMass, massResults } from '#features/booking/index.ts';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { pageNumber } from '#platform/http/page-number.ts';
import { queryText } from '#platform/http/query.ts';
import { noteReading, type OfficeParams, openDesk } from '../../at-office.ts';
import { MassListView } from './mass-list.view.tsx';
import { MassNotYetView, MassResultView } from './result.view.tsx';

const aPage = 50;

/** `/office/:office/mass`: what was done to many bookings at once; `/:id`: how far one has come, and its results. */
export function addMassResults(app: FastifyInstance, deps: Deps): void {
  app.get('/office/:office/mass', async (request: FastifyRequest<OfficeParams>, reply) => {
    const at = await openDesk(deps, request, 'see-booking');
    const number = pageNumber(request.query);
    const part = { officeId: at.office.id, skip: (number - 1) * aPage, most: aPage + 1 };
    const found = await listMass(deps.db, deps.secrets, part);
    const props = { context: reply.pageContext(), at, number, more: found.length > aPage };
    return page(reply, <MassListView {...props} actions={found.slice(0, aPage)} />);
  });

  app.get(
    '/office/:office/mass/:id',
    async (request: FastifyRequest<{ Params: OfficeParams['Params'] & { id: string } }>, reply) => {
      const at = await openDesk(deps, request, 'see-booking');
      const action = await findMass(deps.db, deps.secrets, { officeId: at.office.id, id: request.params.id });
      if (action === undefined) return page(reply.code(404), <MassNotYetView context={reply.pageContext()} at={at} />);
      const only = queryText(request.query, 'only') === 'skipped' ? 'skipped' : 'all';
      const number = pageNumber(request.query);
      const found = await massResults(deps.db, {
        massId: action.id,
        only,
        skip: (number - 1) * aPage,
        most: aPage + 1,
      });
      await noteReading(deps, at, { action: 'see-mass-action', subject: `mass:${action.id}` });
      const props = { context: reply.pageContext(), at, action, only, number, more: found.length > aPage } as const;
      return page(reply, <MassResultView {...props} results={found.slice(0, aPage)} />);
    },
  );
}
