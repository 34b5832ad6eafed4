import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { BatchQueueFull } from '../micro-batch.ts';
import type { Patience } from './connections/patience.ts';
import { throwAwayTheRest } from './connections/throw-away.ts';
import { type FieldError, HttpProblem, type Problem, problem, problemTitle } from './problem.ts';
import { problemDetail } from './problem-detail.ts';
import { schemaFaults } from './schema-faults.ts';

/** Shows a problem as a page of the site. Given by the application, since this floor knows no layout. */
export type ProblemPage = (
  request: FastifyRequest,
  reply: FastifyReply,
  problem: Problem,
  reason: string,
) => FastifyReply;

/** Every error ends here: problem+json for the API and for whoever asks for JSON, a page for people. */
export function addErrors(app: FastifyInstance, showPage: ProblemPage, patience: Patience): void {
  app.setErrorHandler(async (error: FastifyError | Error, request, reply) => {
    // A guard that shows the way to another page, such as the login.
    if (error instanceof HttpProblem && error.status < 400)
      return reply.code(error.status).headers(error.headers).send();
    const { status, reason, more, headers } = describe(error, request);
    if (status === 413 || status === 415) throwAwayTheRest(request, reply, patience);
    if (status >= 500) request.log.error({ err: error, route: request.routeOptions.url }, 'request failed');
    const title = problemTitle(reason, request.language, status);
    const detail = problemDetail(status, request.language, more.errors);
    const body = problem(status, reason, title, { detail, ...more });
    return answer(request, reply.headers(headers), status === 500 ? { ...body, code: request.id } : body, reason);
  });
  app.setNotFoundHandler((request, reply) => {
    const { language } = request;
    const more = { detail: problemDetail(404, language) };
    return answer(request, reply, problem(404, 'not-found', problemTitle('not-found', language), more), 'not-found');
  });

  function answer(request: FastifyRequest, reply: FastifyReply, body: Problem, reason: string): FastifyReply {
    void reply.code(body.status).header('cache-control', 'no-store');
    return wantsJson(request) ? sendProblem(reply, body) : showPage(request, reply, body, reason);
  }
}

/** Sends problem+json. */
export function sendProblem(reply: FastifyReply, body: Problem): FastifyReply {
  return reply
    .code(body.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(body);
}

function wantsJson(request: FastifyRequest): boolean {
  return request.url.startsWith('/api/') || (request.headers.accept ?? '').startsWith('application/json');
}

interface Description {
  status: number;
  reason: string;
  more: { detail?: string; errors?: FieldError[] } & Record<string, unknown>;
  headers: Record<string, string>;
}

const fastifyReasons: Record<string, [number, string]> = {
  FST_ERR_CTP_BODY_TOO_LARGE: [413, 'body-too-large'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [415, 'unsupported-media-type'],
  FST_ERR_CTP_INVALID_JSON_BODY: [400, 'malformed-json'],
  FST_ERR_CTP_EMPTY_JSON_BODY: [400, 'malformed-json'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [400, 'bad-request'],
};

// PostgreSQL keeps no NUL in a text, and nobody types one.
const notText = '22021';

// Connection failures and shutdowns of PostgreSQL: the database is away, the request may be tried again.
const databaseAway = /^(08...|57P0[123]|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|53300)$/;

function describe(error: FastifyError | Error, request: FastifyRequest): Description {
  if (error instanceof HttpProblem) {
    const detail = error.detail === undefined ? {} : { detail: error.detail };
    return {
      status: error.status,
      reason: error.reason,
      more: { ...error.extensions, ...detail },
      headers: error.headers,
    };
  }
  if (hasZodFastifySchemaValidationErrors(error)) {
    const { validation, validationContext: context } = error;
    const errors = schemaFaults(request, { validation, context });
    return { status: 422, reason: 'invalid-request', more: { errors }, headers: {} };
  }
  if (error instanceof BatchQueueFull)
    return { status: 503, reason: 'overloaded', more: {}, headers: { 'retry-after': '2' } };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const known = fastifyReasons[code];
  if (known) return { status: known[0], reason: known[1], more: {}, headers: {} };
  if (code === notText) return { status: 400, reason: 'bad-request', more: {}, headers: {} };
  if (databaseAway.test(code) || /Connection terminated|timeout exceeded when trying to connect/.test(error.message)) {
    return { status: 503, reason: 'database-unavailable', more: {}, headers: { 'retry-after': '2' } };
  }
  const status = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500;
  if (status === 429) return { status, reason: 'too-many-requests', more: {}, headers: {} };
  if (status >= 400 && status < 500) return { status, reason: 'bad-request', more: {}, headers: {} };
  return { status: 500, reason: 'internal-error', more: {}, headers: {} };
}
