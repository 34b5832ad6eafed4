import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { createLimits } from '../limits.ts';
import type { AfterLogin } from '../session/open-session.ts';
import { addAccountsApi } from './accounts.api.ts';
import { addMeApi } from './me.api.ts';
import { addSessionsApi } from './sessions.api.ts';

/** Accounts, sessions and who one is, over HTTP. */
export function addIdentityApi(app: FastifyInstance, deps: Deps, { afterLogin }: { afterLogin: AfterLogin }): void {
  const limits = createLimits(deps);
  addAccountsApi(app, deps, limits);
  addSessionsApi(app, deps, limits, afterLogin);
  addMeApi(app, deps);
}
