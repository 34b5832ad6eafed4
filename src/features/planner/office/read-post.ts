import type { FastifyRequest } from 'fastify';
import { HttpProblem } from '#platform/http/problem.ts';

/** A button that writes and has no fields: 403 when it was not pressed on a page of ours. */
export function readPost(request: FastifyRequest): void {
  if (!request.csrfValid) throw new HttpProblem(403, 'wrong-csrf');
}
