import type { FastifyInstance } from 'fastify';
import { whoReaches } from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { enterOffice } from '../at-office.ts';
import { PeopleMatrix } from '../people-matrix.view.tsx';
import { RoleMatrix } from '../role-matrix.view.tsx';
import { roleMatrixTexts } from '../role-matrix.text.ts';
import { SettingsPage } from './settings-page.view.tsx';

/** `/office/{office}/roles`: who may do what, for everybody who works there. */
export function addRolesPage(app: FastifyInstance, deps: Deps): void {
  app.get('/office/:office/roles', async (request, reply) => {
    const at = await enterOffice(deps, request);
    const context = reply.pageContext();
    const t = roleMatrixTexts.for(context.language);
    const mayLook = at.may('edit-office') || at.may('see-log');
    const people = mayLook ? await whoReaches(deps.db, at.office.id) : undefined;
    const here = at.viewer.roles.filter(({ officeId }) => officeId === null || officeId === at.office.id);
    return page(
      reply,
      <SettingsPage context={context} at={at} title={t('title')} lead={t('lead')}>
        {people && <PeopleMatrix language={context.language} officeId={at.office.id} people={people} />}
        <RoleMatrix language={context.language} mine={new Set(here.map(({ role }) => role))} />
      </SettingsPage>,
    );
  });
}
