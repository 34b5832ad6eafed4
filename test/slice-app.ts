import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { parse } from 'node-html-parser';
import { addSessions, createSession } from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import { createServer } from '#platform/http/server.ts';
import '#ui/frame/reply.ts';
import { addOfficeCounts } from '../src/office-counts.ts';

/** A server with the routes of one slice, logged in as whoever a request says. */
export async function sliceApp(
  deps: Deps,
  addRoutes: (app: FastifyInstance, deps: Deps) => void,
): Promise<FastifyInstance> {
  const app = await createServer(deps, {
    problemPage: (_request, reply, problem, reason) =>
      reply.type('text/html').send(`<h1>${problem.status} ${reason}</h1>`),
  });
  addSessions(app, deps);
  addOfficeCounts(app, deps);
  app.decorateReply('pageContext', function pageContext() {
    const { viewer, language, url, officeCounts } = this.request;
    const user = viewer && { name: `${viewer.givenName} ${viewer.familyName}`, isOperator: true };
    return { language, url, user, csrf: this.csrfToken(), demo: false, ...officeCounts };
  });
  addRoutes(app, deps);
  await app.ready();
  return app;
}

/** A browser that keeps its cookies, follows nothing and sends forms with their token. */
export interface TestBrowser {
  get(url: string, headers?: InjectOptions['headers']): Promise<LightMyRequestResponse>;
  post(url: string, fields: Record<string, string | string[]>): Promise<LightMyRequestResponse>;
  /** Keeps a cookie that another answer set. */
  take(name: string, value: string): void;
  /** Anything else, with this browser's cookies. */
  send(options: InjectOptions): Promise<LightMyRequestResponse>;
}

export async function testBrowser(app: FastifyInstance, deps: Deps, accountId?: number): Promise<TestBrowser> {
  const cookies: Record<string, string> = {};
  if (accountId !== undefined) {
    const session = await deps.db
      .transaction()
      .execute((tx) => createSession(tx, { accountId, now: deps.clock.now(), secrets: deps.secrets }));
    cookies['turno_session'] = session.token;
  }
  let csrf = '';
  async function send(options: InjectOptions): Promise<LightMyRequestResponse> {
    const response = await app.inject({ ...options, cookies });
    for (const cookie of response.cookies) cookies[cookie.name] = cookie.value;
    const field = parse(response.body).querySelector('input[name=_csrf]');
    if (field) csrf = field.getAttribute('value') ?? '';
    return response;
  }
  return {
    send,
    take: (name, value) => {
      cookies[name] = value;
    },
    get: (url, headers = {}) => send({ method: 'GET', url, headers: { 'accept-language': 'it', ...headers } }),
    post: (url, fields) => {
      const body = new URLSearchParams();
      for (const [name, value] of Object.entries({ _csrf: csrf, ...fields })) {
        for (const one of [value].flat()) body.append(name, one);
      }
      const headers = { 'content-type': 'application/x-www-form-urlencoded', 'accept-language': 'it' };
      return send({ method: 'POST', url, headers, payload: body.toString() });
    },
  };
}
