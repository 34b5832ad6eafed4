import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { clearSessionCookie, endSession } from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import { goTo, page } from '#platform/http/page.ts';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { logoutAnswer, readLogoutWish } from '../saml/logout.ts';
import { isSignedQuery, redirectAddress, redirectedMessage } from '../saml/redirect-binding.ts';
import { newMessageId } from '../saml/request.ts';
import { signedElement } from '../saml/signature.ts';
import type { SamlFederation } from './federation.ts';
import { LoginErrorView } from './login-error.view.tsx';

/** A wish whose sender was checked. */
const checkedWish = z.object({
  wish: z.string(),
  provider: z.string(),
  relayState: z.string().optional(),
  until: z.int(),
});
type CheckedWish = z.output<typeof checkedWish>;

const minute = 60_000;

/** What else ends with a logout. */
export type AfterLogout = (reply: FastifyReply, request: FastifyRequest) => void | Promise<void>;

/**
 * `/auth/spid/logout`: a provider tells that somebody has logged out there. Here they are logged out too, and the provider
 * gets its answer. By redirect the browser's session comes along; by POST it does not, so the browser is sent here once more.
 */
export function addLogoutRoute(
  app: FastifyInstance,
  deps: Deps,
  { federation, afterLogout }: { federation: SamlFederation; afterLogout?: AfterLogout },
): void {
  const { sp, keys, providers } = federation;
  const { profile } = sp;
  const messages = z.object({
    SAMLRequest: z.string().optional(),
    SAMLResponse: z.string().optional(),
    RelayState: z.string().max(1000).optional(),
    checked: z.string().optional(),
  });

  app.get(profile.paths.logout, async (request, reply) => {
    const query = messages.safeParse(request.query).data;
    const checked = query?.checked === undefined ? undefined : readChecked(query.checked);
    if (checked !== undefined) return logOut(request, reply, checked);
    // The end of a logout that began elsewhere.
    if (query?.SAMLResponse !== undefined) return goTo(reply, `${sitePaths.login}?notice=out`);
    const sent = request.raw.url?.split('?')[1] ?? '';
    const wish = readLogoutWish(redirectedMessage(sent, 'SAMLRequest') ?? '', { sp, now: deps.clock.now() });
    const provider = wish && providers.find(wish.issuer);
    if (wish === undefined || provider === undefined || !isSignedQuery(sent, 'SAMLRequest', provider.certificates)) {
      return refuse(request, reply, provider?.entityId);
    }
    return logOut(request, reply, checkedNow(wish.id, provider.entityId, query?.RelayState));
  });

  app.post(profile.paths.logout, async (request, reply) => {
    const body = messages.safeParse(request.body).data;
    const text = Buffer.from(body?.SAMLRequest ?? '', 'base64').toString('utf8');
    const wish = readLogoutWish(text, { sp, now: deps.clock.now() });
    const provider = wish && providers.find(wish.issuer);
    const signed = wish && provider && signedElement(wish, wish.root, provider.certificates);
    if (wish === undefined || provider === undefined || signed === undefined) {
      return refuse(request, reply, provider?.entityId);
    }
    const checked = JSON.stringify(checkedNow(wish.id, provider.entityId, body?.RelayState));
    return goTo(reply, `${profile.paths.logout}?checked=${deps.secrets.sign('federation', checked)}`);
  });

  async function logOut(request: FastifyRequest, reply: FastifyReply, checked: CheckedWish): Promise<FastifyReply> {
    await endSession(deps, request);
    clearSessionCookie(reply);
    await afterLogout?.(reply, request);
    const provider = providers.find(checked.provider);
    if (provider?.logout === undefined) return goTo(reply, `${sitePaths.login}?notice=out`);
    const { answer: destination } = provider.logout;
    const now = deps.clock.now();
    const xml = logoutAnswer(sp, { id: newMessageId(), wish: checked.wish, destination, now });
    const { privateKey } = await keys.current();
    const { relayState } = checked;
    void reply.header('cache-control', 'no-store');
    return reply.redirect(redirectAddress(destination, { name: 'SAMLResponse', xml, relayState, privateKey }), 302);
  }

  function refuse(request: FastifyRequest, reply: FastifyReply, provider: string | undefined): FastifyReply {
    const about = { alarm: 'logout-wish', federation: profile.name, provider };
    request.log.error(about, 'a wish to log somebody out was refused');
    return page(reply.code(400), <LoginErrorView context={reply.pageContext()} error="wrong-logout" />);
  }

  function checkedNow(wish: string, provider: string, relayState: string | undefined): CheckedWish {
    const until = deps.clock.now().epochMilliseconds + minute;
    return { wish, provider, until, ...(relayState !== undefined && { relayState }) };
  }

  function readChecked(signed: string): CheckedWish | undefined {
    const text = deps.secrets.verify('federation', signed);
    if (text === undefined) return undefined;
    const checked = checkedWish.safeParse(JSON.parse(text)).data;
    return checked !== undefined && checked.until > deps.clock.now().epochMilliseconds ? checked : undefined;
  }
}
