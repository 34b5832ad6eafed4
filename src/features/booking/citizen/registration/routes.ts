import type { FastifyInstance } from 'fastify';
import type { Rooms } from '#features/waiting-room/index.ts';
import type { Deps } from '#platform/deps.ts';
import { addOwnRegistration } from './own.route.tsx';
import { addRegisterPeople } from './people.route.tsx';
import { addRegisterPage } from './register.route.tsx';
import { addResultsPage } from './results.route.tsx';

/** Registering for a release whose seats are drawn, and what came of it. */
export function addRegistrationPages(app: FastifyInstance, deps: Deps, rooms: Pick<Rooms, 'join'>): void {
  addRegisterPage(app, deps);
  addRegisterPeople(app, deps, rooms);
  addOwnRegistration(app, deps);
  addResultsPage(app, deps);
}
