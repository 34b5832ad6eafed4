import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { siteCookie } from '#platform/http/site-cookie.ts';

/** Who somebody said they were before any login: each empty where it was not said. */
export interface TypedPerson {
  readonly givenName: string;
  readonly familyName: string;
  /** as typed, or a whole code */
  readonly codiceFiscale: string;
  /** where they live, by its cadastral code */
  readonly municipality: string;
}

const cookieName = 'turno_person';
const goodFor = Temporal.Duration.from({ hours: 2 });

const content = z.object({
  givenName: z.string(),
  familyName: z.string(),
  codiceFiscale: z.string(),
  municipality: z.string(),
  until: z.int(),
});

/** Kept in this browser alone and encrypted, for the forms that ask the same later: nothing of it is on the server. */
export function rememberTypedPerson(reply: FastifyReply, deps: Deps, person: TypedPerson): void {
  const until = deps.clock.now().add(goodFor).epochMilliseconds;
  const text = JSON.stringify({ ...person, until } satisfies z.input<typeof content>);
  void reply.setCookie(cookieName, deps.secrets.encrypt(text).toString('base64url'), {
    ...siteCookie(deps),
    maxAge: goodFor.total('seconds'),
  });
}

export function typedPerson(request: FastifyRequest, deps: Deps): TypedPerson | undefined {
  const value = request.cookies[cookieName];
  if (value === undefined) return undefined;
  try {
    const { until, ...person } = content.parse(JSON.parse(deps.secrets.decrypt(Buffer.from(value, 'base64url'))));
    return until > deps.clock.now().epochMilliseconds ? person : undefined;
  } catch {
    // Changed, or made with another key: as good as none.
    return undefined;
  }
}

/** Once booked, nobody else at this browser needs to see it. */
export function forgetTypedPerson(reply: FastifyReply): void {
  void reply.clearCookie(cookieName, { path: '/' });
}
