import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyRequest } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { fieldError } from '#platform/http/form.ts';
import type { FieldError } from '#platform/http/problem.ts';
import { checkLogin } from '../check-login.ts';
import { requireViewer } from '../guards.ts';
import { knownDevice } from '../session/known-device.ts';
import { lockedUntilWords, ownPasswordTexts } from './own-password.text.ts';

/** Asks who is logged in for the password once more; undefined when it is right. Wrong ones count as at the login. */
export async function ownPasswordFault(
  deps: Deps,
  request: FastifyRequest,
  typed: { field: string; password: string },
): Promise<FieldError | undefined> {
  const { email } = requireViewer(request);
  const { language } = request;
  const answer = await checkLogin(deps, { email, password: typed.password, device: knownDevice(request, deps) });
  if (answer.ok) return undefined;
  if (answer.reason === 'account-locked') {
    return fieldError(typed.field, answer.reason, language, lockedUntilWords(answer.until, language));
  }
  await sleep(answer.delay);
  return fieldError(typed.field, answer.reason, language, ownPasswordTexts.for(language)('wrong'));
}
