import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { createLimits } from '../limits.ts';
import type { AfterLogin } from '../open-session.ts';
import { addChangePasswordPage } from './change-password.route.tsx';
import { addForgottenPasswordPage } from './forgotten-password.route.tsx';
import { addLoginPages } from './login.route.tsx';
import { addProfilePage } from './profile.route.tsx';
import { addRegisterPage } from './register.route.tsx';
import { addResetPasswordPage } from './reset-password.route.tsx';
import { addVerifyEmailPage } from './verify-email.route.tsx';

/** The pages of accounts. `afterLogin` lets other features hand over what the browser held before the login. */
export function addIdentityPages(app: FastifyInstance, deps: Deps, { afterLogin }: { afterLogin: AfterLogin }): void {
  void app.register(async (scope) => {
    const limits = await createLimits(scope, deps);
    addRegisterPage(scope, deps, limits);
    addVerifyEmailPage(scope, deps, limits, afterLogin);
    addLoginPages(scope, deps, limits, afterLogin);
    addForgottenPasswordPage(scope, deps, limits);
    addResetPasswordPage(scope, deps, limits);
    addProfilePage(scope, deps);
    addChangePasswordPage(scope, deps, limits);
  });
}
