import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { problemAnswer } from './problem-answer.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Answers by status that are sent as ready-made text: described here, and not made again by a schema. */
    answers?: Readonly<Record<number, z.ZodType | { description: string; content: object }>>;
  }
}

const writes = z.object({
  'idempotency-key': z
    .string()
    .min(1)
    .max(128)
    .optional()
    .describe('the same key and body within 24 hours give the first answer again'),
});

const problems = {
  description: 'Problem details (RFC 9457); `type` ends in the reason, which never changes',
  content: { 'application/problem+json': { schema: problemAnswer } },
};

/** Collects the schemas of routes under /api/v1 into one OpenAPI 3.1 document, served at /api/v1/openapi.json. */
export async function addOpenApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Turno',
        version: '1',
        description:
          'Appointments of public offices. Instants carry the offset of the office. `Accept-Language` chooses the language. Writes with the session cookie need the header `x-csrf-token`, which `GET /api/v1/me` tells.',
      },
      components: {
        securitySchemes: {
          token: { type: 'http', scheme: 'bearer' },
          session: { type: 'apiKey', in: 'cookie', name: 'turno_session' },
        },
      },
    },
    transform: (route) => {
      if (!route.url.startsWith('/api/v1/')) return { schema: { ...route.schema, hide: true }, url: route.url };
      const { schema, route: options } = route;
      const isWrite = options.method !== 'GET' && options.method !== 'HEAD';
      const known = schema?.response as Record<string, unknown> | undefined;
      const answers = { ...known, ...options.config?.answers, ...refusalsOf(known), default: problems };
      const described = { ...schema, ...(isWrite && { headers: writes }), response: answers };
      return jsonSchemaTransform({ ...route, schema: described });
    },
  });
  app.get('/api/v1/openapi.json', { schema: { hide: true } }, (_request, reply) =>
    reply.type('application/json; charset=utf-8').serializer(JSON.stringify).send(app.swagger()),
  );
}

/** Refusals that a route names by their status are problem details like all others, whatever their schema says of their type. */
function refusalsOf(known: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const refusals = Object.keys(known).filter((status) => Number(status) >= 400);
  return Object.fromEntries(refusals.map((status) => [status, problems]));
}

/** How a route that needs a login is marked. */
export const loginNeeded = [{ token: [] }, { session: [] }];
