import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { EndProvedLogin } from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import { transact } from '#platform/transaction.ts';
import { forgetMark, markedBrowser } from './login/browser-cookie.ts';
import { createCurrentProvider } from './login/current-provider.ts';
import { addCieOidcLogin } from './login/login.route.tsx';
import { revokeTokensOf } from './logout/access-token.ts';
import { addOwnEntity } from './own/entity.route.ts';
import { oidcPaths } from './own/entity-configuration.ts';

/** Logins with CIE over OpenID Connect federation; where they are not set up their addresses do not exist. */
export function addCieOidc(app: FastifyInstance, deps: Deps, handover: { endProvedLogin: EndProvedLogin }): void {
  if (deps.config.cieOidc === undefined) return;
  const current = createCurrentProvider(deps);
  addOwnEntity(app, deps, current);
  addCieOidcLogin(app, deps, { current, ...handover });
}

/** What a logout at this browser ends at the provider. */
export async function endCieOidc(request: FastifyRequest, reply: FastifyReply, deps: Deps): Promise<void> {
  const browser = markedBrowser(request, deps);
  if (browser === undefined) return;
  const now = deps.clock.now();
  await transact(deps.db, async (tx) => {
    await revokeTokensOf(tx, { browser, now });
    return { ok: true };
  });
  forgetMark(reply);
}

/** The button of the login page. */
export function cieOidcDoors({ config }: Pick<Deps, 'config'>) {
  if (config.cieOidc === undefined) return [];
  const href = (intent: string | undefined) =>
    intent === undefined ? oidcPaths.login : `${oidcPaths.login}?intent=${encodeURIComponent(intent)}`;
  return [{ scheme: 'cie', name: 'CIE', href } as const];
}
