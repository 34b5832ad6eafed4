import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isEverywhere, isNetworkAdmin, requireSureLogin, requireViewer } from '#features/identity/index.ts';
import { searchOffices } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { goTo, page } from '#platform/http/page.ts';
import { ErrorPage } from '#ui/error-page.tsx';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { deskLinks, myOffices } from '../my-offices.ts';
import { todayCounts } from '../today-counts.query.ts';
import { DeskOfficesView } from './offices.view.tsx';
import { deskOfficesTexts } from './offices.text.ts';

const mostShown = 30;

/** `/office`: to the desk of one's office; whoever has more chooses, whoever has all of them searches. */
export function addOfficesPage(app: FastifyInstance, deps: Deps): void {
  app.get('/office', async (request: FastifyRequest<{ Querystring: { q?: unknown } }>, reply) => {
    const viewer = requireViewer(request);
    requireSureLogin(request, viewer);
    const context = reply.pageContext();
    if (isEverywhere(viewer)) {
      const q = typeof request.query.q === 'string' ? request.query.q.replaceAll('\0', '').trim().slice(0, 100) : '';
      const wanted = q === '' ? { bookable: true } : { q };
      const { items } = await searchOffices(deps.db, { ...wanted, limit: mostShown });
      return page(
        reply,
        <DeskOfficesView
          context={context}
          links={deskLinks(viewer, items)}
          search={q}
          isNetwork={isNetworkAdmin(viewer)}
        />,
      );
    }
    const own = await myOffices(deps.db, viewer);
    const [only] = own;
    if (only && own.length === 1) return goTo(reply, only.href);
    const officeIds = own.map(({ office }) => office.id);
    const today = await todayCounts(deps.db, { officeIds, now: deps.clock.now() });
    if (only) return page(reply, <DeskOfficesView context={context} links={own} today={today} />);
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
