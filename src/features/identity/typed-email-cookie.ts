import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { siteCookie } from '#platform/http/site-cookie.ts';

const cookieName = 'turno_email';
const goodFor = Temporal.Duration.from({ hours: 1 });
const content = z.object({ email: z.string(), until: z.int() });

/** Keeps the address typed for a new password at hand for an hour, in this browser only: never in an address bar. */
export function rememberTypedEmail(reply: FastifyReply, deps: Deps, email: string): void {
  const until = deps.clock.now().add(goodFor).epochMilliseconds;
  const text = JSON.stringify({ email, until } satisfies z.input<typeof content>);
  void reply.setCookie(cookieName, deps.secrets.encrypt(text).toString('base64url'), {
    ...siteCookie(deps),
    maxAge: goodFor.total('seconds'),
  });
}

export function typedEmail(request: FastifyRequest, deps: Deps): string | undefined {
  const value = request.cookies[cookieName];
  if (value === undefined) return undefined;
  try {
    const { until, email } = content.parse(JSON.parse(deps.secrets.decrypt(Buffer.from(value, 'base64url'))));
    return until > deps.clock.now().epochMilliseconds ? email : undefined;
  } catch {
    // Changed, or made with another key: as good as none.
    return undefined;
  }
}

/** Once logged in, nobody else at this browser needs to see it. */
export function forgetTypedEmail(reply: FastifyReply): void {
  void reply.clearCookie(cookieName, { path: '/' });
}
