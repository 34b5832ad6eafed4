import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { siteCookie } from '#platform/http/site-cookie.ts';
import type { KnownDevice } from '../check-login.ts';

const cookieName = 'turno_device';
const year = 365 * 24 * 60 * 60;

/**
 * Which account this browser last logged in to. It opens nothing: its wrong passwords are counted apart, and where many
 * accounts use one browser they are counted together.
 */
export function knownDevice(request: FastifyRequest, deps: Deps): KnownDevice | undefined {
  const text = deps.secrets.verify('cookie', request.cookies[cookieName] ?? '');
  const [, account, mark, browser] = /^device (\d+) ([\w-]+)(?: ([\w-]+))?$/.exec(text ?? '') ?? [];
  return account === undefined || mark === undefined ? undefined : { accountId: Number(account), mark, browser };
}

/** Marks the browser after a login. A mark is kept: a new one for each login would give guesses away for nothing. */
export function rememberDevice(request: FastifyRequest, reply: FastifyReply, deps: Deps, accountId: number): void {
  const known = knownDevice(request, deps);
  const mark = known?.accountId === accountId ? known.mark : randomBytes(12).toString('base64url');
  const browser = known?.browser ?? randomBytes(12).toString('base64url');
  void reply.setCookie(cookieName, deps.secrets.sign('cookie', `device ${accountId} ${mark} ${browser}`), {
    ...siteCookie(deps),
    maxAge: year,
  });
}
