import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { beginIntent, readIntent } from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { loginRequest, newMessageId } from '../saml/request.ts';
import { redirectAddress } from '../saml/redirect-binding.ts';
import { markBrowser } from './browser-mark.ts';
import type { SamlFederation } from './federation.ts';
import { keepLogin } from './keep-login.ts';
import { limitLogins } from './limit-logins.ts';
import { LoginErrorView } from './login-error.view.tsx';

/** `GET /auth/spid/login?idp=<entityID>`: off to the provider, with our signed request. */
export function addLoginRoute(
  app: FastifyInstance,
  deps: Deps,
  { sp, keys, providers, attributeSet }: SamlFederation,
): void {
  const { profile } = sp;
  app.get(profile.paths.login, { preHandler: limitLogins(deps) }, async (request, reply) => {
    const asked = z.object({ idp: z.string() }).safeParse(request.query);
    const provider = asked.success ? providers.find(asked.data.idp) : undefined;
    if (provider === undefined) {
      return page(reply.code(404), <LoginErrorView context={reply.pageContext()} error="unknown-provider" />);
    }
    const intent = beginIntent(deps, request);
    const { level } = readIntent(deps, intent);
    const now = deps.clock.now();
    const set = attributeSet(provider);
    const id = newMessageId();
    const xml = loginRequest(sp, { id, provider, level, set, now });
    const browser = markBrowser(request, reply, deps);
    const { language } = request;
    const kept = { requestId: id, requestedAt: now, profile: profile.name, provider: provider.entityId };
    await keepLogin(deps.db, deps.secrets, { ...kept, browser, level, set, intent, language, xml });
    const { privateKey } = await keys.current();
    // Nothing of ours is in it: where somebody wants to go stays here.
    const relayState = newMessageId();
    const address = redirectAddress(provider.loginUrl, { name: 'SAMLRequest', xml, relayState, privateKey });
    void reply.header('cache-control', 'no-store');
    return reply.redirect(address, 302);
  });
}
