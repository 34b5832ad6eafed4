import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '#platform/deps.ts';

/** Sent to us by the page of another site, as answers of providers are. */
const loginCookie = 'turno_login';
/** Where the site has no HTTPS, as on a desk for trials: browsers keep the other one only over HTTPS. */
const plainLoginCookie = 'turno_login_here';

/** As long as somebody may take at a provider. */
export const loginMinutes = 15;

/**
 * Marks the browser that leaves for a provider, so that the answer is taken from no other: by a mark of its own, because
 * the site's other cookies do not come along with a POST from elsewhere. Two logins at once, in two windows, share it.
 */
export function markBrowser(request: FastifyRequest, reply: FastifyReply, deps: Deps): Buffer {
  const mark = marksOf(request)[0] ?? randomBytes(32).toString('base64url');
  const kept = { path: '/auth', httpOnly: true, maxAge: loginMinutes * 60 } as const;
  void reply.setCookie(loginCookie, mark, { ...kept, sameSite: 'none', secure: true });
  if (deps.config.publicUrl.startsWith('http:'))
    void reply.setCookie(plainLoginCookie, mark, { ...kept, sameSite: false });
  return hashMark(deps, mark);
}

/** The marks that came with an answer, as they are kept: none when the browser is not the one that asked. */
export function browserMarks(request: FastifyRequest, deps: Deps): Buffer[] {
  return marksOf(request).map((mark) => hashMark(deps, mark));
}

function marksOf({ cookies }: FastifyRequest): string[] {
  return [cookies[loginCookie], cookies[plainLoginCookie]].filter(
    (mark): mark is string => mark !== undefined && /^[\w-]{43}$/.test(mark),
  );
}

function hashMark({ secrets }: Deps, mark: string): Buffer {
  return secrets.hash('federation', mark);
}
