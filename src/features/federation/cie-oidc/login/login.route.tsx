import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { beginIntent, type EndProvedLogin, readIntent } from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import '#ui/frame/reply.ts';
import { limitLogins } from '../../saml-login/limit-logins.ts';
import { keepConversation } from '../log/login-log.ts';
import { keepToken } from '../logout/access-token.ts';
import { oidcPaths } from '../own/entity-configuration.ts';
import { FederationFault } from '../trust/federation-fault.ts';
import { authorizationRequest } from './authorization-request.ts';
import { markBrowser, markedBrowser } from './browser-cookie.ts';
import { CieErrorView, type CieError, cieErrorStatus } from './cie-error.view.tsx';
import type { CurrentProvider, Parties } from './current-provider.ts';
import { type Messages, rememberMessages } from './messages.ts';
import { keepRequest, type PendingRequest, takeRequest } from './pending-request.ts';
import { LevelTooLow, type ProvedByCode, proveByCode } from './prove-by-code.ts';

const text = z.string().max(4096);
const answerQuery = z.object({
  state: text,
  iss: text.optional(),
  code: text.optional(),
  error: text.optional(),
});
type Answer = z.infer<typeof answerQuery>;

/** `/auth/cie/oidc/login` leaves for the provider, `/auth/cie/oidc/callback` is where it sends people back to. */
export function addCieOidcLogin(
  app: FastifyInstance,
  deps: Deps,
  { current, endProvedLogin }: { current: CurrentProvider; endProvedLogin: EndProvedLogin },
): void {
  app.get(oidcPaths.login, { preHandler: limitLogins(deps) }, async (request, reply) => {
    const intent = beginIntent(deps, request);
    const parties = await current.parties().catch(onlyFault);
    if (parties === undefined) return refuse(reply, 'unreachable', intent);
    const { level } = readIntent(deps, intent);
    const now = deps.clock.now();
    const sent = await authorizationRequest(parties, { level, language: request.language, now });
    const { address, state, nonce, verifier, request: signed } = sent;
    const browser = markBrowser(request, reply, deps);
    const provider = parties.provider.metadata.issuer;
    await keepRequest(deps.db, deps.secrets, {
      state,
      browser,
      provider,
      level,
      nonce,
      verifier,
      intent,
      sent: signed,
      now,
    });
    return reply.header('cache-control', 'no-store').redirect(address, 303);
  });

  app.get(oidcPaths.callback, async (request, reply) => {
    // The code in the address is good once, and only with our keys; all the same it is nobody else's to see.
    void reply.header('referrer-policy', 'no-referrer').header('cache-control', 'no-store');
    const answer = answerQuery.safeParse(request.query).data;
    const browser = markedBrowser(request, deps);
    if (answer === undefined || browser === undefined) return refuse(reply, 'stale', undefined);
    const now = deps.clock.now();
    const pending = await takeRequest(deps.db, deps.secrets, { state: answer.state, browser, now });
    if (pending === undefined) return refuse(reply, 'stale', undefined);
    const messages = rememberMessages();
    const parties = await current.parties().catch(onlyFault);
    const ended = await endOf(answer, { pending, parties, messages, now });
    const outcome = ended.ok ? 'logged-in' : ended.why;
    const said = { sent: pending.sent, came: answer, exchanged: messages.kept };
    const log = { provider: parties?.provider, issuer: pending.provider, outcome, said, now };
    await keepConversation(deps.db, deps.secrets, log);
    if (!ended.ok) {
      if (ended.error === 'failed') {
        request.log.error({ alarm: 'login-answer', why: ended.why }, 'a login with CIE was refused');
        current.doubt();
      }
      return refuse(reply, ended.error, pending.intent, ended.error === 'failed' ? request.id : undefined);
    }
    const { proved, accessToken, expiresAt } = ended;
    await keepToken(deps.db, deps, { browser, provider: pending.provider, accessToken, expiresAt });
    return endProvedLogin(request, reply, proved, { intent: pending.intent });
  });

  function refuse(reply: FastifyReply, error: CieError, intent: string | undefined, code?: string): FastifyReply {
    const context = reply.pageContext();
    return page(reply.code(cieErrorStatus[error]), <CieErrorView {...{ context, error, intent, code }} />);
  }

  /** Who came back with what: proved, or the page that says why not. */
  async function endOf(answer: Answer, known: Known): Promise<Ended> {
    const { pending, parties } = known;
    // Whom the answer is from is said by itself: another provider's is not taken for this one's.
    if (answer.iss !== pending.provider) return { ok: false, error: 'failed', why: 'wrong iss' };
    if (answer.error !== undefined) return refusedBy(answer.error);
    if (answer.code === undefined) return { ok: false, error: 'failed', why: 'no code' };
    if (parties === undefined) return { ok: false, error: 'unreachable', why: 'no trust chain' };
    if (parties.provider.metadata.issuer !== pending.provider)
      return { ok: false, error: 'failed', why: 'the provider was changed meanwhile' };
    const { state, iss, code } = answer;
    const plainHttp = deps.config.cieOidc?.plainHttp === true;
    try {
      return { ok: true, ...(await proveByCode(parties, { ...known, query: { state, iss, code }, state, plainHttp })) };
    } catch (error) {
      return { ok: false, error: error instanceof LevelTooLow ? 'level' : 'failed', why: reasonOf(error) };
    }
  }
}

type Ended = ({ ok: true } & ProvedByCode) | { ok: false; error: CieError; why: string };

interface Known {
  readonly pending: PendingRequest;
  readonly parties: Parties | undefined;
  readonly messages: Messages;
  readonly now: Temporal.Instant;
}

/** What the provider says went wrong (OpenID Connect Core, 3.1.2.6). */
function refusedBy(said: string): Ended {
  const why = `the provider answered ${JSON.stringify(said.slice(0, 60))}`;
  if (said === 'access_denied') return { ok: false, error: 'denied', why };
  const away = said === 'temporarily_unavailable' || said === 'server_error';
  return { ok: false, error: away ? 'unreachable' : 'failed', why };
}

function onlyFault(error: unknown): undefined {
  if (!(error instanceof FederationFault)) throw error;
}

/** Why, without what was in the answer: that is somebody's data. */
function reasonOf(error: unknown): string {
  if (error instanceof z.ZodError) return error.issues.map(({ path, code }) => `${path.join('.')} ${code}`).join(', ');
  if (!(error instanceof Error)) return 'unknown';
  const code = 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : '';
  return `${error.message}${code}`.slice(0, 300);
}
