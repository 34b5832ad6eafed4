import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { addFileForms } from './read-files.ts';

/** A scope of its own for routes that take files: only these forms may carry any. */
export function withFileForms(
  app: FastifyInstance,
  deps: Deps,
  ...routes: ((scope: FastifyInstance, deps: Deps) => void)[]
): void {
  void app.register(async (scope) => {
    await addFileForms(scope);
    for (const add of routes) add(scope, deps);
  });
}
