import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import { accountProfile } from '../account.query.ts';
import { identificationOf } from '../account/identified.query.ts';
import { requireViewer } from '../guards.ts';
import { officeNames } from '../office-names.query.ts';
import { IdentificationView } from './identification.view.tsx';
import { nextOf } from './next-path.tsx';

/** `/profile/identification`: whether an operator has seen a document, or how to have one seen. */
export function addIdentificationPage(app: FastifyInstance, deps: Deps): void {
  app.get('/profile/identification', async (request, reply) => {
    const { accountId } = requireViewer(request);
    const [profile, known] = await Promise.all([
      accountProfile(deps.db, { accountId, secrets: deps.secrets }),
      identificationOf(deps.db, accountId),
    ]);
    if (profile === undefined) throw notFound();
    const officeId = known?.officeId ?? null;
    const seenAt = officeId === null ? undefined : (await officeNames(deps.db, [{ officeId }])).get(officeId);
    const view = { context: reply.pageContext(), known, seenAt, own: profile.office, next: nextOf(request.query) };
    return page(reply, <IdentificationView {...view} />);
  });
}
