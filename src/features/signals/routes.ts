import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { addNoticePages } from './citizen/notices.route.tsx';
import type { ProofGuard } from './proof/guard.ts';
import { addReviewPages } from './review/review.route.tsx';

/** Signals: people of offices and of the network look and decide; the person reads what was decided, and answers. */
export function addSignals(app: FastifyInstance, deps: Deps, guard: ProofGuard, office: Deps = deps): void {
  addReviewPages(app, office, guard);
  addNoticePages(app, deps);
}
