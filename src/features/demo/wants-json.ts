import type { FastifyRequest } from 'fastify';

/** Whether a program asks: browsers name text/html as well. */
export function wantsJson(request: FastifyRequest): boolean {
  const accept = request.headers.accept ?? '';
  return accept.includes('application/json') && !accept.includes('text/html');
}
