import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isNetworkAdmin, mayDo, requireOwnPassword, requireViewer, type Viewer } from '#features/identity/index.ts';
import { findOffices, type Office, searchOffices } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { goTo, page } from '#platform/http/page.ts';
import { ErrorPage } from '#ui/error-page.tsx';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { deskPath } from '../at-office.ts';
import { DeskOfficesView } from './offices.view.tsx';
import { deskOfficesTexts } from './offices.text.ts';

const mostShown = 30;

/** `/office`: to the desk of one's office; whoever has more chooses, whoever has all of them searches. */
export function addOfficesPage(app: FastifyInstance, deps: Deps): void {
  app.get('/office', async (request: FastifyRequest<{ Querystring: { q?: unknown } }>, reply) => {
    const viewer = requireViewer(request);
    requireOwnPassword(request, viewer);
    const context = reply.pageContext();
    const hasAll = viewer.roles.some((held) => held.officeId === null && held.role !== 'integration');
    if (hasAll) {
      const q = typeof request.query.q === 'string' ? request.query.q.replaceAll('\0', '').trim().slice(0, 100) : '';
      const wanted = q === '' ? { bookable: true } : { q };
      const { items } = await searchOffices(deps.db, { ...wanted, limit: mostShown });
      return page(
        reply,
        <DeskOfficesView
          context={context}
          links={links(viewer, items)}
          search={q}
          isNetwork={isNetworkAdmin(viewer)}
        />,
      );
    }
    const ids = new Set(viewer.roles.flatMap((held) => (held.officeId === null ? [] : [held.officeId])));
    const own = links(viewer, await findOffices(deps.db, [...ids]));
    const [only] = own;
    if (only && own.length === 1) return goTo(reply, only.href);
    if (only) return page(reply, <DeskOfficesView context={context} links={own} />);
    const t = deskOfficesTexts.for(context.language);
    const ways = [
      { href: sitePaths.bookings, label: t('bookings') },
      { href: sitePaths.home, label: t('home') },
    ];
    return page(
      reply.code(403),
      <ErrorPage context={context} title={t('noRoleTitle')} why={t('noRole')} ways={ways} />,
    );
  });
}

export interface DeskLink {
  readonly office: Office;
  readonly href: string;
}

/** Where work begins at each office: the agenda, or the booking form for those who only book. */
function links(viewer: Viewer, offices: readonly Office[]): DeskLink[] {
  return offices.flatMap((office) => {
    if (mayDo(viewer, office.id, 'see-agenda')) return [{ office, href: deskPath(office, 'agenda') }];
    if (mayDo(viewer, office.id, 'book-for-citizen')) return [{ office, href: deskPath(office, 'bookings/new') }];
    return [];
  });
}
