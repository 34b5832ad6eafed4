import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { createLimits } from '../limits.ts';
import type { Doors } from '../doors/door.ts';
import type { JoinAccounts } from '../doors/enter-by-door.ts';
import type { AfterLogin } from '../session/open-session.ts';
import { addChangeEmailPage } from './change-email.route.tsx';
import { addChangePasswordPage } from './change-password.route.tsx';
import { addDetailsPage } from './details.route.tsx';
import { addDoorsPage } from './doors.route.tsx';
import { addForgottenPasswordPage } from './forgotten-password.route.tsx';
import { addIdentificationPage } from './identification.route.tsx';
import { addLoginHelpPage } from './login-help.route.tsx';
import { addLoginPages, type AfterLogout } from './login.route.tsx';
import { addProfilePage } from './profile.route.tsx';
import { addRegisterPage } from './register.route.tsx';
import { addResetPasswordPage } from './reset-password.route.tsx';
import { addStepUpPage } from './step-up.route.tsx';
import { addSecondFactorPages } from './second-factor/routes.ts';
import { addKeptWorkPage } from './sessions/kept-work.route.tsx';
import { addSessionsPage } from './sessions/sessions.route.tsx';
import { addTryEmailPage } from './try-email.route.tsx';
import { addVerifyEmailPage } from './verify-email.route.tsx';

interface Handover {
  /** lets other features hand over what the browser held before the login */
  readonly afterLogin: AfterLogin;
  /** lets them forget what the next person at the browser must not see */
  readonly afterLogout?: AfterLogout;
  /** ways to federations, as they are now */
  readonly doors?: Doors;
  /** makes two accounts of one person one; without it they stay apart */
  readonly joinAccounts?: JoinAccounts;
}

/** The pages of accounts. */
export function addIdentityPages(app: FastifyInstance, deps: Deps, handover: Handover): void {
  const { afterLogin, afterLogout, doors = () => [], joinAccounts } = handover;
  const limits = createLimits(deps);
  addRegisterPage(app, deps, limits, { doors });
  addVerifyEmailPage(app, deps, limits, afterLogin);
  addLoginPages(app, deps, limits, { afterLogin, afterLogout, doors });
  addStepUpPage(app, deps, { doors });
  addDoorsPage(app, deps, limits, { doors, joinAccounts });
  addLoginHelpPage(app);
  addForgottenPasswordPage(app, deps, limits);
  addResetPasswordPage(app, deps, limits);
  addProfilePage(app, deps);
  addDetailsPage(app, deps);
  addIdentificationPage(app, deps);
  addChangeEmailPage(app, deps, limits);
  addTryEmailPage(app, deps, limits);
  addChangePasswordPage(app, deps, limits);
  addSecondFactorPages(app, deps, limits, afterLogin);
  addSessionsPage(app, deps);
  addKeptWorkPage(app, deps);
}
