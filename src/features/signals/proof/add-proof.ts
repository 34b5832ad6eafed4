import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { createProofGuard, type ProofGuard } from './guard.ts';
import { addProofApi } from './proof.api.ts';
import { addProofHooks } from './proof-hooks.tsx';

/** The proof of work under attack. Comes after sessions and before the routes it stands before. */
export function addProof(app: FastifyInstance, deps: Deps): ProofGuard {
  const guard = createProofGuard(deps);
  addProofHooks(app, deps, guard);
  addProofApi(app, deps, guard);
  return guard;
}
