import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import type { Rooms } from '../turns/rooms.ts';
import { queueJson } from './answers.ts';

export const queueAddress = '/api/v1/queue';
const before = `${queueAddress}/`;

/**
 * Answers `GET /queue/{ticket}` before the framework is asked: no session, no cookie, no log, no database, whatever the process.
 * Through its hooks an answer took about a third more of the processor. What is not in memory goes on to the route, which says
 * the same.
 */
export function addPolls(
  { server }: Pick<FastifyInstance, 'server'>,
  { clock }: Pick<Deps, 'clock'>,
  rooms: Rooms,
): void {
  const others = server.listeners('request');
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (!isAnswered(request, response)) for (const listener of others) listener.call(server, request, response);
  });

  function isAnswered({ url, method }: IncomingMessage, response: ServerResponse): boolean {
    if (!url?.startsWith(before) || method !== 'GET') return false;
    const end = url.indexOf('?');
    const signed = url.slice(before.length, end < 0 ? undefined : end);
    const ticket = rooms.plainly(signed, clock.now().epochMilliseconds);
    if (ticket === undefined) return false;
    const body = queueJson(signed, ticket);
    response.writeHead(200, [...headers, 'content-length', String(body.length)]);
    // All of it is ASCII.
    response.end(body, 'latin1');
    return true;
  }
}

const headers = [
  'content-type',
  'application/json; charset=utf-8',
  'cache-control',
  'no-store',
  'x-content-type-options',
  'nosniff',
];
