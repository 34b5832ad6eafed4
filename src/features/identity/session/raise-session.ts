import type { FastifyRequest } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { hashToken } from './session.ts';
import { sessionToken } from './session-hook.ts';
import '../tables.ts';

/** A second factor was proved in a login that had asked for none: it is of level 2 from then on. */
export async function raiseSession(deps: Deps, request: FastifyRequest): Promise<void> {
  const token = sessionToken(request);
  if (token === undefined) return;
  await deps.db
    .updateTable('session')
    .set({ level: 2 })
    .where('token_hash', '=', hashToken(deps.secrets, token))
    .where('level', '<', 2)
    .execute();
  request.server.sessions.forget(token);
}
