import type { FastifyRequest } from 'fastify';
import type { Db, Tx } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import { askSecondFactor } from '../second-factor/ask-second-factor.ts';
import { hashToken } from '../session/session.ts';
import '../tables.ts';
import { deviceName } from './device-name.ts';

/**
 * What a browser's new session is told by, for its owner; and for somebody who works, after how many minutes without a
 * click it ends. `shared`: others use the computer too.
 */
export async function describeSession(
  db: Db | Tx,
  deps: Deps,
  login: { request: FastifyRequest; token: string; accountId: number; shared?: boolean | undefined },
): Promise<void> {
  const { request, token, accountId, shared = false } = login;
  const now = deps.clock.now();
  const rule = await askSecondFactor(db, { accountId, config: deps.config, now });
  await db
    .updateTable('session')
    .set({
      device: deviceName(request.headers['user-agent']),
      shared,
      ...(rule && { seen_at: now, idle_minutes: shared ? rule.sharedIdleMinutes : rule.idleMinutes }),
    })
    .where('token_hash', '=', hashToken(deps.secrets, token))
    .execute();
}
