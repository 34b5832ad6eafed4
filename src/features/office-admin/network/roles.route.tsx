import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { openNetwork } from '../at-office.ts';
import { networkPaths } from '../paths.ts';
import { RoleMatrix } from '../role-matrix.view.tsx';
import { roleMatrixTexts } from '../role-matrix.text.ts';
import { NetworkPage } from './network-page.view.tsx';

/** `/network/roles`: who may do what. */
export function addNetworkRoles(app: FastifyInstance, deps: Deps): void {
  app.get(networkPaths.roles, async (request, reply) => {
    const { viewer } = openNetwork(deps, request);
    const context = reply.pageContext();
    const t = roleMatrixTexts.for(context.language);
    return page(
      reply,
      <NetworkPage context={context} title={t('title')} lead={t('lead')}>
        <RoleMatrix language={context.language} mine={new Set(viewer.roles.map(({ role }) => role))} />
      </NetworkPage>,
    );
  });
}
