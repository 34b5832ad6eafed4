import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { EndProvedLogin } from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { checkResponse } from '../saml/check-response.ts';
import type { ProviderError } from '../saml/read-response.ts';
import { readResponse } from '../saml/read-response.ts';
import { browserMarks } from './browser-mark.ts';
import type { SamlFederation } from './federation.ts';
import { type BegunLogin, noteOutcome, takeAnswer } from './keep-login.ts';
import { type LoginError, LoginErrorView } from './login-error.view.tsx';

/** Far above any answer of a provider, in bytes. */
const bodyLimit = 256 * 1024;

/** `POST /auth/spid/acs`: what the provider answers, by way of the browser. A session comes of it only after every check. */
export function addAnswerRoute(
  app: FastifyInstance,
  deps: Deps,
  { federation, end }: { federation: SamlFederation; end: EndProvedLogin },
): void {
  const { sp, providers } = federation;
  const { profile } = sp;

  app.post(profile.paths.acs, { bodyLimit }, async (request, reply) => {
    void reply.header('cache-control', 'no-store');
    const body = z.object({ SAMLResponse: z.string() }).safeParse(request.body);
    const read = readResponse(body.success ? body.data.SAMLResponse : '');
    if (!read.ok) return refuse(request, reply, { fault: read.fault });
    if (read.inResponseTo === undefined) return refuse(request, reply, { fault: 'in-response-to' });
    const now = deps.clock.now();
    const { inResponseTo: requestId, xml } = read;
    const browsers = browserMarks(request, deps);
    const taken = await takeAnswer(deps.db, deps.secrets, { requestId, profile: profile.name, browsers, xml, now });
    if (!taken.ok) return refuse(request, reply, { fault: taken.reason });
    const { login } = taken;
    // The cookie with the language does not come along from another site.
    request.language = login.language;
    void reply.header('content-language', login.language);
    const provider = providers.find(login.provider);
    if (provider === undefined) return refuse(request, reply, { fault: 'unknown-provider', login });
    const checked = checkResponse(read, { sp, now, provider, request: login });
    if (!checked.ok) {
      if (checked.fault !== 'provider-error') return refuse(request, reply, { fault: checked.fault, login });
      return sayNo(request, reply, { error: checked.error, login });
    }
    const who = federation.personOf(provider, checked.attributes);
    if (who === undefined) return refuse(request, reply, { fault: 'person', login });
    await noteOutcome(deps.db, requestId, 'logged-in');
    const proved = { ...who, scheme: provider.scheme, provider: provider.entityId, level: checked.level };
    return end(request, reply, proved, { intent: login.intent });
  });

  /** The provider’s own no: not our alarm, and a page that says why. */
  async function sayNo(
    request: FastifyRequest,
    reply: FastifyReply,
    { error, login }: { error: ProviderError | undefined; login: BegunLogin },
  ): Promise<FastifyReply> {
    const outcome = error === undefined ? 'refused' : (`nr${error}` as const);
    await noteOutcome(deps.db, login.requestId, outcome);
    request.log.info({ federation: profile.name, provider: login.provider, outcome }, 'a provider refused a login');
    return show(reply, outcome, login);
  }

  /** An answer that cannot be right: whoever sent it learns nothing, whoever runs the site hears of it. */
  async function refuse(
    request: FastifyRequest,
    reply: FastifyReply,
    { fault, login }: { fault: string; login?: BegunLogin },
  ): Promise<FastifyReply> {
    if (login !== undefined) await noteOutcome(deps.db, login.requestId, fault);
    const about = { alarm: 'login-answer', federation: profile.name, provider: login?.provider, fault };
    request.log.error(about, 'an answer of an identity provider was refused');
    return show(reply, 'wrong', login);
  }

  function show(reply: FastifyReply, error: LoginError, login: BegunLogin | undefined): FastifyReply {
    const code = error === 'wrong' ? reply.request.id : undefined;
    return page(
      reply.code(error === 'wrong' ? 400 : 403),
      <LoginErrorView context={reply.pageContext()} error={error} again={login && again(login)} code={code} />,
    );
  }

  /** The same login from the beginning; what was wanted goes along. */
  function again({ provider, intent }: BegunLogin): string {
    const query = new URLSearchParams({ idp: provider });
    if (intent !== undefined) query.set('intent', intent);
    return `${profile.paths.login}?${query.toString()}`;
  }
}
