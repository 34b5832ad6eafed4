import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import type { Rooms } from '../turns/rooms.ts';
import { addProofApi } from './api/proof.api.ts';
import { addValueApi } from './api/value.api.ts';
import { addDrawDesk } from './desk/draw-desk.route.tsx';
import { addDrawEntries } from './desk/enter-person.route.tsx';
import { addPublicDrawPage } from './public/draw.route.tsx';

/** Draws, for anyone: their page and their proof. */
export function addDraws(app: FastifyInstance, deps: Deps, rooms: Rooms): void {
  addPublicDrawPage(app, deps, rooms);
  addProofApi(app, deps);
}

/** Draws, for those who work at an office: the public value, and people who call or come. */
export function addDrawsAtDesk(app: FastifyInstance, deps: Deps, rooms: Rooms): void {
  addDrawDesk(app, deps);
  addDrawEntries(app, deps, rooms);
  addValueApi(app, deps);
}
