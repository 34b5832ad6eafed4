import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import type { Limits } from '../../limits.ts';
import type { AfterLogin } from '../../session/open-session.ts';
import { addAppPage } from './app.route.tsx';
import { addCodesPage } from './codes.route.tsx';
import { addFactorsPage } from './overview.route.tsx';
import { addNewPasskeyPage } from './passkey.route.tsx';
import { addProvePage } from './prove.route.tsx';
import { addRemoveFactorPage } from './remove.route.tsx';

/** What somebody proves beside the password: asked for at the login, added and taken away in the profile. */
export function addSecondFactorPages(app: FastifyInstance, deps: Deps, limits: Limits, afterLogin: AfterLogin): void {
  addProvePage(app, deps, limits, afterLogin);
  addFactorsPage(app, deps);
  addAppPage(app, deps, limits);
  addNewPasskeyPage(app, deps, limits);
  addCodesPage(app, deps, limits);
  addRemoveFactorPage(app, deps, limits);
}
