import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Deps } from '#platform/deps.ts';
import { useDeps } from '#test/deps.ts';
import { sliceApp } from '#test/slice-app.ts';
import { type ApiAnswer, idempotencyOf, once, onceAfter, sendAnswer } from './idempotency.ts';

const deps = useDeps();
let app: FastifyInstance;
let times = 0;
const doors: Promise<ApiAnswer>[] = [];
beforeAll(async () => {
  app = await sliceApp(deps.current, (server, made) => {
    addEcho(server, made);
    addDoor(server, made);
  });
  return () => app.close();
});

/** A write that counts how often it was done and answers with what it was sent. */
function addEcho(server: FastifyInstance, { db, clock }: Deps): void {
  server.post('/api/v1/echo', async (request, reply) => {
    const answer = await once(db, idempotencyOf(request, 'a:1'), clock.now(), async () => {
      times += 1;
      return { status: 201, body: { times, sent: request.body } };
    });
    return sendAnswer(reply, answer);
  });
}

/** A write whose answer depends on the moment: each request takes the next of `doors`. */
function addDoor(server: FastifyInstance, { db, clock }: Deps): void {
  server.post('/api/v1/door', async (request, reply) => {
    const answer = doors.shift() ?? Promise.reject(new Error('nobody was expected'));
    return sendAnswer(reply, await onceAfter(db, idempotencyOf(request, 'a:1'), clock.now(), () => answer));
  });
}

function post(key: string, payload: object) {
  return app.inject({ method: 'POST', url: '/api/v1/echo', headers: { 'idempotency-key': key }, payload });
}

describe('a write with an idempotency key', () => {
  it('is done once and answered the same to the byte, however often it is sent', async () => {
    const [first, second] = await Promise.all([post('once', { note: 'uno' }), post('once', { note: 'uno' })]);
    expect(first.statusCode).toBe(201);
    expect(second.body).toBe(first.body);
    expect((await post('once', { note: 'uno' })).body).toBe(first.body);
    expect(times).toBe(1);
  });

  it('tells two clicks the same when one came too early and the other did not', async () => {
    const early = Promise.withResolvers<ApiAnswer>();
    doors.push(early.promise, Promise.resolve({ status: 201, body: { place: 1 } }));
    const knock = async () =>
      app.inject({ method: 'POST', url: '/api/v1/door', headers: { 'idempotency-key': 'door' }, payload: {} });
    const first = knock();
    const second = await knock();
    early.resolve({ status: 409, body: { status: 409 } });
    expect(second.statusCode).toBe(201);
    expect((await first).body).toBe(second.body);
    expect((await first).statusCode).toBe(201);
  });

  it('refuses another request under the same key', async () => {
    await post('reused', { note: 'uno' });
    const other = await post('reused', { note: 'due' });
    expect(other.statusCode).toBe(422);
    expect(other.json()).toMatchObject({ type: expect.stringContaining('idempotency-key-reused') as string });
  });

  it('leaves nothing readable of a person in the database', async () => {
    await post('private', { codiceFiscale: 'FRRGLI88D52H501Q', notes: 'sedia a rotelle' });
    const { rows } = await sql<{ row: string }>`SELECT a::text AS row, encode(body_cipher, 'escape') AS body
      FROM idempotent_answer a WHERE key = 'private'`.execute(deps.current.db);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(/FRRGLI|rotelle/);
  });
});
