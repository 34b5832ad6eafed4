import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { siteCookie } from '#platform/http/site-cookie.ts';
import { transact } from '#platform/transaction.ts';
import { describeSession } from '../own-sessions/describe-session.ts';
import { isSharedComputer, noteSharedComputer } from '../own-sessions/shared-computer.ts';
import { rememberDevice } from '../session/known-device.ts';
import type { AfterLogin } from '../session/open-session.ts';
import { sessionToken } from '../session/session-hook.ts';

const cookieName = 'turno_arrival';
const goodFor = Temporal.Duration.from({ minutes: 15 });
const content = z.object({ accountId: z.int(), handOver: z.boolean(), until: z.int() });

/**
 * Somebody has come back from a provider. Its answer was a POST from another site, which brought none of the browser's
 * own cookies; its next request brings them, and this one.
 */
export function markArrival(reply: FastifyReply, deps: Deps, arrival: { accountId: number; handOver: boolean }): void {
  const until = deps.clock.now().add(goodFor).epochMilliseconds;
  const text = JSON.stringify({ ...arrival, until } satisfies z.input<typeof content>);
  void reply.setCookie(cookieName, deps.secrets.sign('cookie', `arrival ${text}`), {
    ...siteCookie(deps),
    maxAge: goodFor.total('seconds'),
  });
}

/** Hands over what the browser held before a federated login, before anything else looks at the request. */
export function addArrivals(app: FastifyInstance, deps: Deps, { afterLogin }: { afterLogin: AfterLogin }): void {
  app.addHook('onRequest', async (request, reply) => {
    const signed = request.cookies[cookieName];
    if (signed === undefined || request.viewer === null || request.bearer) return;
    void reply.clearCookie(cookieName, { path: '/' });
    const arrival = read(signed);
    const { accountId } = request.viewer;
    if (arrival?.accountId !== accountId) return;
    if (request.idle !== null && isSharedComputer(request, deps, accountId))
      await shareComputer(request, reply, accountId);
    rememberDevice(request, reply, deps, accountId);
    if (!arrival.handOver) return;
    await transact(deps.db, async (tx) => {
      await afterLogin(tx, { request, accountId });
      return { ok: true };
    });
  });

  /** The answer of a provider did not say whose computer it is; the automatic logout comes sooner where others use it too. */
  async function shareComputer(request: FastifyRequest, reply: FastifyReply, accountId: number): Promise<void> {
    await describeSession(deps.db, deps, { request, token: sessionToken(request) ?? '', accountId, shared: true });
    noteSharedComputer(reply, deps, true);
  }

  function read(signed: string) {
    const text = deps.secrets.verify('cookie', signed);
    if (text === undefined || !text.startsWith('arrival ')) return undefined;
    const arrival = content.parse(JSON.parse(text.slice('arrival '.length)));
    return arrival.until > deps.clock.now().epochMilliseconds ? arrival : undefined;
  }
}
