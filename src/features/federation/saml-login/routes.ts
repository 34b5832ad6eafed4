import type { FastifyInstance } from 'fastify';
import type { EndProvedLogin } from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import { addAnswerRoute } from './acs.route.tsx';
import type { SamlFederation } from './federation.ts';
import { addLoginRoute } from './login.route.tsx';
import { addLogoutRoute, type AfterLogout } from './logout.route.tsx';
import { addMetadataRoute } from './metadata.route.ts';

/** What a site does with those who log in and out by a federation. */
export interface FederatedLogins {
  readonly end: EndProvedLogin;
  readonly afterLogout?: AfterLogout;
}

/** The four addresses of a federation that speaks SAML: login, its answer, logout, metadata. */
export function addSamlRoutes(
  app: FastifyInstance,
  deps: Deps,
  { federation, end, afterLogout }: FederatedLogins & { federation: SamlFederation },
): void {
  addLoginRoute(app, deps, federation);
  addAnswerRoute(app, deps, { federation, end });
  addLogoutRoute(app, deps, { federation, ...(afterLogout && { afterLogout }) });
  addMetadataRoute(app, federation);
  // Nobody is told that a provider is unknown because the process has only just started.
  app.addHook('onReady', () => federation.providers.refresh());
}
