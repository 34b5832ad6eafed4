import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { siteCookie } from '#platform/http/site-cookie.ts';

/** A registration this browser has begun: enough to log in once the address is proved, in this browser only. */
export interface BegunRegistration {
  readonly accountId: number;
  readonly email: string;
  /** The address has an account already; nothing this browser does will open it. */
  readonly decoy: boolean;
  readonly next: string;
  /** Hash of the password chosen: a password set later, through the mailbox, ends this. */
  readonly passwordMark: string;
}

const cookieName = 'turno_registration';
const goodFor = Temporal.Duration.from({ hours: 2 });

const content = z.object({
  accountId: z.int(),
  email: z.string(),
  decoy: z.boolean(),
  next: z.string(),
  passwordMark: z.string(),
  until: z.int(),
});

/** Encrypted, not only signed: whether it is a decoy must not be seen. */
export function rememberRegistration(reply: FastifyReply, deps: Deps, begun: BegunRegistration): void {
  const until = deps.clock.now().add(goodFor).epochMilliseconds;
  const text = JSON.stringify({ ...begun, until } satisfies z.input<typeof content>);
  void reply.setCookie(cookieName, deps.secrets.encrypt(text).toString('base64url'), {
    ...siteCookie(deps),
    maxAge: goodFor.total('seconds'),
  });
}

export function begunRegistration(request: FastifyRequest, deps: Deps): BegunRegistration | undefined {
  const value = request.cookies[cookieName];
  if (value === undefined) return undefined;
  try {
    const { until, ...begun } = content.parse(JSON.parse(deps.secrets.decrypt(Buffer.from(value, 'base64url'))));
    return until > deps.clock.now().epochMilliseconds ? begun : undefined;
  } catch {
    // Changed, or made with another key: as good as none.
    return undefined;
  }
}

export function forgetRegistration(reply: FastifyReply): void {
  void reply.clearCookie(cookieName, { path: '/' });
}

/** What ties a begun registration to the password it was begun with. */
export function passwordMark(deps: Deps, passwordHash: string): string {
  return deps.secrets.hash('cookie', `password ${passwordHash}`).toString('base64url');
}
