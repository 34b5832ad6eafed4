import type { FastifyInstance } from 'fastify';
import { officeAt, officeRecord } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import { pathPart } from '#platform/http/path.ts';
import { OfficePrivacyView } from './privacy.view.tsx';

/** `/offices/{office}/privacy`: how an office uses people's data. */
export function addOfficePrivacy(app: FastifyInstance, deps: Deps): void {
  app.get('/offices/:office/privacy', async (request, reply) => {
    const office = await officeAt(deps.db, pathPart(request, 'office'));
    if (office === undefined) throw notFound();
    const record = await officeRecord(deps.db, office.id);
    const privacy = record?.privacy ?? null;
    return page(reply, <OfficePrivacyView context={reply.pageContext()} office={office} privacy={privacy} />);
  });
}
