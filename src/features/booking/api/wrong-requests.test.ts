import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useDeps } from '#test/deps.ts';
import { createApp } from '../../../app.ts';

const deps = useDeps();
let app: FastifyInstance;

beforeAll(async () => {
  app = await createApp(deps.current);
});
afterAll(() => app.close());

/** An operation of the OpenAPI document. */
interface Described {
  summary?: string;
  responses: Record<string, { content?: object }>;
}

describe('a wrong request', () => {
  it.each([
    ['malformed JSON', '{"office":', 'application/json', 400],
    ['a list for an object', '[]', 'application/json', 422],
    ['a number', '7', 'application/json', 422],
    ['an unknown type', '<a/>', 'application/xml', 415],
    ['two megabytes', JSON.stringify({ office: 'x'.repeat(2_000_000) }), 'application/json', 413],
    [
      'a year before all years',
      '{"office": "cons-api", "service": "passport", "earliest": true, "from": "0000-01-01"}',
      'application/json',
      422,
    ],
    ['a prototype', '{"__proto__": {"admin": true}, "office": "cons-api"}', 'application/json', 400],
  ])('answers %s with a problem, never an error page', async (_what, payload, type, status) => {
    const response = await app.inject({
      method: 'POST',
      url: '/api/v1/holds',
      headers: { 'content-type': type },
      payload,
    });
    expect(response.statusCode).toBe(status);
    expect(response.headers['content-type']).toContain('application/problem+json');
    const { title, detail, ...more } = response.json<Record<string, unknown>>();
    expect([typeof title, typeof detail]).toEqual(['string', 'string']);
    expect(more).toMatchObject({ status });
  });

  it('says of each field whether it is missing, of the wrong type or out of range', async () => {
    const response = await app.inject({
      method: 'POST',
      url: '/api/v1/holds',
      payload: { service: 7, slot: '1', party: 21 },
      headers: { 'accept-language': 'en' },
    });
    expect(response.json<Record<string, unknown>>()['errors']).toEqual([
      { field: 'office', reason: 'required', message: 'Fill in this field.' },
      { field: 'service', reason: 'wrong-type', message: 'The value is of the wrong type.' },
      { field: 'party', reason: 'out-of-range', message: 'The number is out of range.' },
    ]);
  });
});

describe('the API', () => {
  it('describes itself in OpenAPI 3.1', async () => {
    const document = (await app.inject('/api/v1/openapi.json')).json<Record<string, unknown>>();
    expect(document['openapi']).toBe('3.1.0');
    const paths = document['paths'] as Record<string, Record<string, Described>>;
    expect(Object.keys(paths)).toEqual(expect.arrayContaining(['/api/v1/holds', '/api/v1/bookings']));
    for (const [path, methods] of Object.entries(paths)) {
      for (const [method, { summary, responses }] of Object.entries(methods)) {
        const done = Object.entries(responses).filter(([status]) => status.startsWith('2'));
        const described = done.every(([status, answer]) => status === '204' || answer.content !== undefined);
        const refused = Object.keys(responses['default']?.content ?? {});
        expect([method, path, summary !== undefined, done.length > 0 && described, refused]).toEqual([
          method,
          path,
          true,
          true,
          ['application/problem+json'],
        ]);
      }
    }
  });
});
