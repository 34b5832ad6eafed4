import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import type { SeatEngine } from '../../seats/engine.ts';
import type { Door } from './door.ts';
import { addDocumentsSent } from './documents-sent.route.ts';
import { addBookingFiles } from './files.route.ts';
import { addMovePages } from './move.route.tsx';
import { addOfferAnswers } from './offer.route.ts';
import { addRemovePages } from './remove.route.tsx';
import { addRequestPages } from './request.route.tsx';

/** What one may do with one's own booking beside confirming and cancelling: move it, answer an offer, ask the office, print it. */
export function addOwnBookingPages(app: FastifyInstance, deps: Deps, engine: SeatEngine, door: Door): void {
  addMovePages(app, deps, engine, door);
  addOfferAnswers(app, deps, door);
  addRemovePages(app, deps, door);
  addRequestPages(app, deps, door);
  addDocumentsSent(app, deps, door);
  addBookingFiles(app, deps, door);
}
