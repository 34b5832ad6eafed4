import type { FastifyInstance } from 'fastify';
import { peopleWithRoles } from '#features/identity/index.ts';
import { listOfferings } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { enterOffice } from '../at-office.ts';
import { SettingsView } from './settings.view.tsx';

/** `/office/{office}/settings`: everything about an office that is not its day. */
export function addSettingsHub(app: FastifyInstance, deps: Deps): void {
  app.get('/office/:office/settings', async (request, reply) => {
    const at = await enterOffice(deps, request);
    const [offerings, people] = await Promise.all([
      listOfferings(deps.db, at.office.id),
      peopleWithRoles(deps.db, at.office.id),
    ]);
    const bookable = offerings.filter((offering) => offering.bookable).length;
    return page(
      reply,
      <SettingsView context={reply.pageContext()} at={at} bookable={bookable} people={people.length} />,
    );
  });
}
