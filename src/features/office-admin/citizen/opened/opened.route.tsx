import type { FastifyInstance } from 'fastify';
import { requireViewer } from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { pageNumber } from '#platform/http/page-number.ts';
import { OpenedView } from './opened.view.tsx';
import { openingsOf } from './openings.query.ts';

const aPage = 50;
const path = '/profile/seen';

/** What other features write down under names of their own, of one account. */
export type OwnSubjects = (accountId: number) => Promise<readonly string[]>;

/** `/profile/seen`: who opened the data of whoever is logged in, when and why. */
export function addOpened(app: FastifyInstance, deps: Deps, ownSubjects: OwnSubjects): void {
  app.get(path, async (request, reply) => {
    const { accountId } = requireViewer(request);
    const number = pageNumber(request.query, 999);
    const subjects = await ownSubjects(accountId);
    const found = await openingsOf(deps.db, { accountId, subjects, skip: (number - 1) * aPage, most: aPage + 1 });
    void reply.header('cache-control', 'no-store');
    return page(
      reply,
      <OpenedView
        context={reply.pageContext()}
        openings={found.slice(0, aPage)}
        keptYears={Math.floor(deps.config.keepAuditDays / 365)}
        previous={number > 1 ? `${path}?page=${number - 1}` : undefined}
        next={found.length > aPage ? `${path}?page=${number + 1}` : undefined}
      />,
    );
  });
}
