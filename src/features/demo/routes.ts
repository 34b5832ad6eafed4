import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { addMailPages } from './mail.route.tsx';
import { addPeoplePages } from './people.route.tsx';

/** Pages of the demo set-up; elsewhere these addresses do not exist. */
export function addDemoPages(app: FastifyInstance, deps: Deps): void {
  if (!deps.config.demo) return;
  addPeoplePages(app, deps);
  addMailPages(app, deps);
}
