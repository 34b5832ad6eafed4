import type { FastifyRequest } from 'fastify';
import { notFound } from './problem.ts';

/** A part of the address by its name in the route; empty when the route has none of that name. */
export function pathPart(request: FastifyRequest, name: string): string {
  const params = request.params as Readonly<Record<string, string>>;
  return params[name] ?? '';
}

/** The number in an address, as in `/planners/12`; 404 when it is none. */
export function numberInPath(request: FastifyRequest, name: string): number {
  const text = pathPart(request, name);
  if (!/^[1-9]\d{0,8}$/.test(text)) throw notFound();
  return Number(text);
}
