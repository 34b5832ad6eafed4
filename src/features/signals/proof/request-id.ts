import type { FastifyRequest } from 'fastify';

/** By what a request is known when it is sent again; undefined where its sender gave it no key. */
export function idempotencyKeyOf(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key'];
  return typeof key === 'string' ? `${key} ${request.headers['user-agent'] ?? ''}` : undefined;
}
