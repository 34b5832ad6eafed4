import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { forgetBrowser, forgetDraft } from '#features/booking/index.ts';
import { addCieOidc, cieOidcDoors, endCieOidc } from '#features/federation/index.ts';
import { addIdentityApi, addIdentityPages, proveAndLogIn } from '#features/identity/index.ts';
import { forgetTicket } from '#features/waiting-room/index.ts';
import type { Deps } from '#platform/deps.ts';
import { afterLogin } from './after-login.ts';
import { joinAccounts } from './join-accounts.ts';
import { samlFederations } from './saml-federations.ts';

/** Every way in: e-mail and password, SPID, CIE over SAML and over OpenID Connect; and what a logout forgets. */
export function addLogins(app: FastifyInstance, deps: Deps): void {
  const saml = samlFederations(deps);
  const handover = { afterLogin: afterLogin(deps), joinAccounts: joinAccounts(deps) };
  const end = proveAndLogIn(deps, handover);
  addIdentityApi(app, deps, { afterLogin: afterLogin(deps) });
  addIdentityPages(app, deps, {
    ...handover,
    afterLogout,
    doors: () => [...saml.doors(), ...cieOidcDoors(deps)],
  });
  saml.add(app, { end, afterLogout });
  addCieOidc(app, deps, { endProvedLogin: end });

  async function afterLogout(reply: FastifyReply, request: FastifyRequest): Promise<void> {
    await endCieOidc(request, reply, deps);
    forgetBrowser(reply);
    forgetDraft(reply);
    forgetTicket(reply);
  }
}
