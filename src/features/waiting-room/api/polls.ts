import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import type { Rooms } from '../turns/rooms.ts';
import { queueJson } from './answers.ts';

export const queueAddress = '/api/v1/queue';
const before = `${queueAddress}/`;

/**
 * Answers `GET /queue/{ticket}` before anything else is asked about a request: no session, no cookie, no database, whatever the
 * process. What is not in its memory goes on to the route. To be added first of all hooks.
 */
export function addPolls(app: FastifyInstance, { clock }: Pick<Deps, 'clock'>, rooms: Rooms): void {
  app.addHook('onRequest', (request, reply, next) => {
    const { url, method } = request.raw;
    if (!url?.startsWith(before) || method !== 'GET') return void next();
    const end = url.indexOf('?');
    const signed = url.slice(before.length, end < 0 ? undefined : end);
    const ticket = rooms.plainly(signed, clock.now().epochMilliseconds);
    if (ticket === undefined) return void next();
    const body = queueJson(signed, ticket);
    reply.hijack();
    reply.raw.writeHead(200, [...headers, 'content-length', String(Buffer.byteLength(body))]);
    reply.raw.end(body);
  });
}

const headers = [
  'content-type',
  'application/json; charset=utf-8',
  'cache-control',
  'no-store',
  'x-content-type-options',
  'nosniff',
];
