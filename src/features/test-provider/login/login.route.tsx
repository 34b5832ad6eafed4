import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { readForm } from '#platform/http/form.ts';
import { page } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import { transact } from '#platform/transaction.ts';
import { fetchServiceProvider } from '../fetch-service-provider.ts';
import { providerKey } from '../key.ts';
import { holderNamed, holdersOf } from '../people.ts';
import { addressesOf, isProfile, type Profile, profiles } from '../profiles.ts';
import type { ServiceProvider } from '../service-provider.ts';
import { answeredBefore, noteSession } from '../sessions.ts';
import { readRedirect } from '../xml/redirect-binding.ts';
import { answerFor, writeAnswer, writeRefusal } from './answer.ts';
import { AnswerView } from './answer.view.tsx';
import { type AskedLogin, checkAuthnRequest } from './authn-request.rules.ts';
import { LoginView } from './login.view.tsx';
import { isOdd, writeOddAnswer } from './odd-answers.ts';
import { NothingAskedView, RefusedView } from './refused.view.tsx';
import { isRefusal } from './refusals.ts';

/** A request must be fresh; whoever has its page open may take their time. */
const fresh = Temporal.Duration.from({ minutes: 5 });
const chosen = Temporal.Duration.from({ hours: 1 });

interface OneProfile {
  Params: { profile: string };
}

interface Begun {
  readonly profile: Profile;
  readonly serviceProvider: ServiceProvider;
  readonly asked: AskedLogin;
  readonly relayState: string;
}

/** The page that a request to log in leads to, and the answer that goes back. Nothing is kept in between: the address brings it all. */
export function addLoginPages(app: FastifyInstance, deps: Deps): void {
  app.get<OneProfile>('/demo/idp/:profile/sso', async (request, reply) => {
    const begun = await read(request, reply, fresh);
    return begun && page(reply, loginView(reply, begun));
  });

  app.post<OneProfile>('/demo/idp/:profile/sso', async (request, reply) => {
    const begun = await read(request, reply, chosen);
    if (begun === undefined) return reply;
    const form = readForm(request, choice);
    if (!form.ok) return page(reply.code(form.status), loginView(reply, begun));
    const xml = await answer(begun, form.value);
    if (xml === undefined) return page(reply.code(422), loginView(reply, begun));
    return sendBack(reply, begun, xml);
  });

  /** What was asked; undefined where the page has already said what is wrong. */
  async function read(
    request: FastifyRequest<OneProfile>,
    reply: FastifyReply,
    longest: Temporal.Duration,
  ): Promise<Begun | undefined> {
    const { profile: name } = request.params;
    if (!isProfile(name)) throw notFound();
    const profile = profiles[name];
    const message = readRedirect(request.url);
    if (message?.kind !== 'SAMLRequest') {
      void page(reply.code(400), <NothingAskedView context={reply.pageContext()} why="no-request" />);
      return undefined;
    }
    const serviceProvider = await fetchServiceProvider(app, profile).catch((error: unknown) => {
      request.log.warn({ err: error }, 'the metadata of our service provider cannot be read');
      return undefined;
    });
    if (serviceProvider === undefined) {
      void page(reply.code(502), <NothingAskedView context={reply.pageContext()} why="no-provider" />);
      return undefined;
    }
    const checked = message.isSignedBy(serviceProvider.certificates)
      ? checkAuthnRequest(message, {
          profile,
          serviceProvider,
          destination: addressesOf(deps, profile).login,
          now: deps.clock.now(),
          longest,
        })
      : { ok: false as const, faults: ['signature' as const] };
    if (!checked.ok) {
      void page(reply.code(400), <RefusedView context={reply.pageContext()} faults={checked.faults} />);
      return undefined;
    }
    return { profile, serviceProvider, asked: checked.asked, relayState: message.relayState ?? '' };
  }

  async function answer(begun: Begun, wish: z.output<typeof choice>): Promise<string | undefined> {
    const { profile, asked, serviceProvider } = begun;
    const now = deps.clock.now();
    const key = await providerKey(deps);
    const { person, refusal, odd } = wish;
    if (refusal !== undefined) {
      if (!isRefusal(refusal)) return undefined;
      return writeRefusal(deps, { profile, asked, code: refusal === 'no-code' ? undefined : refusal, key, now });
    }
    const holder = odd === undefined ? holderNamed(profile.name, person ?? '') : holdersOf(profile.name)[0];
    if (holder === undefined) return undefined;
    const made = answerFor(deps, { profile, asked, holder, audience: serviceProvider.entityId, now });
    if (odd !== undefined) {
      if (!isOdd(odd)) return undefined;
      return writeOddAnswer(made, { name: odd, key, now, earlier: await answeredBefore(deps.db, profile.name) });
    }
    await transact(deps.db, async (tx) => {
      const { sessionIndex, nameId } = made;
      const requestId = asked.id;
      await noteSession(tx, { sessionIndex, nameId, profile: profile.name, person: holder.key, requestId, now });
      return { ok: true };
    });
    return writeAnswer(made, key);
  }
}

const choice = z.object({
  person: z.string().optional(),
  refusal: z.string().optional(),
  odd: z.string().optional(),
});

function loginView(reply: FastifyReply, { profile, asked, serviceProvider }: Begun) {
  const context = reply.pageContext();
  return <LoginView context={context} profile={profile} asked={asked} serviceName={serviceProvider.name} />;
}

function sendBack(reply: FastifyReply, begun: Begun, xml: string): FastifyReply {
  const { asked, serviceProvider, relayState } = begun;
  // Browsers send forms to this site alone, unless the page says otherwise.
  const policy = String(reply.getHeader('content-security-policy') ?? '');
  const target = new URL(asked.consumer).origin;
  void reply.header('content-security-policy', policy.replace("form-action 'self'", `form-action 'self' ${target}`));
  return page(
    reply,
    <AnswerView
      context={reply.pageContext()}
      serviceName={serviceProvider.name}
      consumer={asked.consumer}
      xml={xml}
      relayState={relayState}
    />,
  );
}
