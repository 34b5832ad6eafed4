import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { enterOffice } from '../at-office.ts';
import { RoleMatrix } from '../role-matrix.view.tsx';
import { roleMatrixTexts } from '../role-matrix.text.ts';
import { SettingsPage } from './settings-page.view.tsx';

/** `/office/{office}/roles`: who may do what, for everybody who works there. */
export function addRolesPage(app: FastifyInstance, deps: Deps): void {
  app.get('/office/:office/roles', async (request, reply) => {
    const at = await enterOffice(deps, request);
    const context = reply.pageContext();
    const t = roleMatrixTexts.for(context.language);
    const here = at.viewer.roles.filter(({ officeId }) => officeId === null || officeId === at.office.id);
    return page(
      reply,
      <SettingsPage context={context} at={at} title={t('title')} lead={t('lead')}>
        <RoleMatrix language={context.language} mine={new Set(here.map(({ role }) => role))} />
      </SettingsPage>,
    );
  });
}
