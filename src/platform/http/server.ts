import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
} from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Deps } from '../deps.ts';
import { guardConnections } from './connections/connections.ts';
import { type Patience, usualPatience } from './connections/patience.ts';
import { readCookiePrefix, writeCookiePrefix } from './cookie-prefix.ts';
import { addCsrf } from './csrf.ts';
import { addErrors, type ProblemPage, sendProblem } from './errors.ts';
import { negotiateLanguage } from '../language.ts';
import { addLanguage } from './language.ts';
import { type Problem, problem, problemTitle } from './problem.ts';
import { problemDetail } from './problem-detail.ts';
import { addOpenApi } from './openapi.ts';
import { addOverload, type OverloadOptions } from './overload/overload.ts';
import { addPreparedPages } from './prepared-pages.ts';
import { securityHeaders } from './security-headers.ts';

/** Largest body a route takes unless it says otherwise, in bytes. */
const bodyLimit = 1024 * 1024;

// fastify's types know no makers of compilers but its own.
const zodAlone = {
  buildValidator: () => validatorCompiler,
  buildSerializer: () => serializerCompiler,
} as unknown as NonNullable<NonNullable<FastifyServerOptions['schemaController']>['compilersFactory']>;

/** A web server with everything that is the same for all features; routes are added by the application. */
export async function createServer(
  deps: Deps,
  options: {
    problemPage: ProblemPage;
    /** adds what answers before anything else is asked about a request */
    first?: (app: FastifyInstance) => void;
    sharePages?: boolean;
    overload?: OverloadOptions;
    patience?: Patience;
  },
): Promise<FastifyInstance> {
  const { patience = usualPatience } = options;
  const secure = deps.config.publicUrl.startsWith('https:');
  // pino's type is richer than the one fastify's plugins are declared with.
  const log: FastifyBaseLogger = deps.log;
  const app = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit,
    // Bodies without files have less time, below.
    requestTimeout: patience.upload,
    connectionTimeout: patience.silence,
    keepAliveTimeout: patience.nextRequest,
    // Who sends a header or a body drop by drop is looked for often enough to be let go in time; the system asks now and
    // then whether the other side of a silent connection is still there.
    http: {
      headersTimeout: patience.headers,
      connectionsCheckingInterval: patience.look,
      keepAlive: true,
      keepAliveInitialDelay: 60_000,
    },
    trustProxy: deps.config.trustedProxy ?? false,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 300 },
    // A lone % in an address is a bad request, not an error page of the library.
    // Otherwise Ajv and its compiler are loaded for nothing: every schema here is zod’s.
    schemaController: { compilersFactory: zodAlone },
    frameworkErrors: (_error, request, reply: FastifyReply) => {
      if (request.url.startsWith('/api/')) void sendProblem(reply, unreadable(request));
      else
        void reply
          .code(400)
          .headers({ 'content-security-policy': "default-src 'none'", 'x-content-type-options': 'nosniff' })
          .type('text/plain')
          .send('Bad request');
    },
  });
  app.decorate('secrets', deps.secrets);
  guardConnections(app, { most: deps.config.mostConnections, patience, bodyLimit });
  const headers = securityHeaders({ secure });
  readCookiePrefix(app, deps);
  options.first?.(app);
  let isCrowded = () => false;
  const isKeptUp = options.sharePages
    ? addPreparedPages(app, { clock: deps.clock, headers, isCrowded: () => isCrowded() })
    : () => false;
  app.addHook('onRequest', async (_request, reply) => {
    void reply.headers(headers);
  });
  if (options.overload) {
    const overload = addOverload(app, options.overload, isKeptUp);
    isCrowded = () => overload.level() > 1;
    app.decorate('overload', overload);
  }
  app.addHook('onRequest', async ({ raw, headers: sent }) => {
    const hasBody = sent['content-length'] !== undefined || sent['transfer-encoding'] !== undefined;
    if (!hasBody || sent['content-type']?.startsWith('multipart/')) return;
    const late = setTimeout(() => raw.complete || raw.destroy(), patience.body).unref();
    raw.once('close', () => clearTimeout(late));
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  await app.register(cookie);
  writeCookiePrefix(app, deps);
  allowEmptyJson(app);
  await app.register(formbody, { bodyLimit });
  await addOpenApi(app);
  addLanguage(app, deps);
  addCsrf(app, deps);
  addErrors(app, options.problemPage, patience);
  addRequestLog(app);
  return app;
}

/** No hook has seen such a request, so its language is asked here. */
function unreadable(request: { headers: FastifyRequest['headers'] }): Problem {
  const language = negotiateLanguage(request.headers['accept-language']);
  return problem(400, 'bad-request', problemTitle('bad-request', language), { detail: problemDetail(400, language) });
}

// Many clients name a content type even where there is nothing to send, as for confirming or cancelling.
function allowEmptyJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit }, (request, body: string, done) => {
    if (body === '') done(null, undefined);
    else void parse(request, body, done);
  });
}

// One line a request: the route's pattern, never the address, which may carry a code.
function addRequestLog(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const level = reply.statusCode >= 500 ? 'warn' : 'debug';
    request.log[level](
      {
        method: request.method,
        route: request.routeOptions.url,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'request',
    );
  });
}
