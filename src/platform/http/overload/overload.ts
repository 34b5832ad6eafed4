import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import { sendProblem } from '../errors.ts';
import { languageOf } from '../language.ts';
import { isNobody } from '../nobody.ts';
import { localPath } from '../page.ts';
import { problem, problemTitle } from '../problem.ts';
import { problemDetail } from '../problem-detail.ts';
import { type LoadGauge, measureLoad, type Queues } from './measure.ts';
import { isShed, type Level, type LoadClass, retryAfter } from './overload.rules.ts';
import { shedPage, shedPolicy } from './shed-page.ts';

declare module 'fastify' {
  interface FastifyInstance {
    overload: Overload;
  }
  interface FastifyContextConfig {
    /** What the route is to somebody: what is put off first when there are more requests than can be answered. */
    load?: LoadClass;
  }
}

export interface OverloadOptions extends Queues {
  /** The class of a route that does not say it itself. */
  readonly classOf: (route: Pick<RouteOptions, 'method' | 'url'>) => LoadClass;
  /** For tests, which cannot wait for a real crowd. */
  readonly level?: () => Level;
}

export interface Overload {
  level(): Level;
  /** Puts off the reading of those who turned out to be nobody, once it is known who asks. */
  refuseStranger(request: FastifyRequest, reply: FastifyReply): FastifyReply | undefined;
  readonly gauge: LoadGauge;
  /** How many were put off, by class. */
  readonly shed: Readonly<Record<string, number>>;
}

/**
 * Puts off what can wait while this process has more to do than it can: before anything is asked of the database, so that
 * a refusal costs next to nothing. `isReady` says whether a page made a moment ago stands in.
 */
export function addOverload(
  app: FastifyInstance,
  options: OverloadOptions,
  isReady: (request: FastifyRequest) => boolean,
): Overload {
  let requests = 0;
  const shed: Record<string, number> = { decoration: 0, reading: 0, join: 0 };
  const gauge = measureLoad({ ...options, requests: () => requests });
  const level = options.level ?? gauge.level;
  app.addHook('onClose', async () => gauge.stop());
  app.addHook('onRoute', (route) => {
    route.config = { ...route.config, load: route.config?.load ?? options.classOf(route) };
  });

  app.addHook('onRequest', async (request, reply) => {
    requests += 1;
    // Whether it was answered or the other side has gone.
    reply.raw.once('close', () => (requests -= 1));
    if (level() === 0) return;
    return refuse(request, reply, isNobody(request));
  });

  function refuse(request: FastifyRequest, reply: FastifyReply, anonymous: boolean): FastifyReply | undefined {
    const what = request.routeOptions.config?.load ?? 'reading';
    if (!isShed(what, { level: level(), anonymous })) return undefined;
    if (what === 'reading' && isReady(request)) return undefined;
    shed[what] = (shed[what] ?? 0) + 1;
    return putOff(request, reply, retryAfter(what, Math.random()));
  }

  return { level, gauge, shed, refuseStranger: (request, reply) => refuse(request, reply, true) };
}

function putOff(request: FastifyRequest, reply: FastifyReply, seconds: number): FastifyReply {
  const language = languageOf(request);
  void reply.code(503).headers({ 'retry-after': String(seconds), 'content-language': language });
  if (request.url.startsWith('/api/') || !(request.headers.accept ?? '*/*').includes('text/html')) {
    const detail = problemDetail(503, language);
    return sendProblem(reply, problem(503, 'overloaded', problemTitle('overloaded', language), { detail }));
  }
  const address = request.method === 'GET' ? localPath(request.url) : undefined;
  return reply
    .headers({ 'cache-control': 'no-store', 'content-security-policy': shedPolicy })
    .type('text/html; charset=utf-8')
    .send(shedPage({ language, seconds, address }));
}
