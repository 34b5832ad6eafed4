import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { localPath } from '#platform/http/page.ts';
import { hashToken } from '../session/session.ts';
import { sessionToken } from '../session/session-hook.ts';
import type { LoginLevel } from '../viewer.ts';

export const intentPurposes = ['login', 'link', 'step-up'] as const;
export type IntentPurpose = (typeof intentPurposes)[number];

/** What somebody wants who leaves for a provider. */
export interface Intent {
  /** where to go on; `/` when nothing was asked */
  readonly next: string;
  readonly purpose: IntentPurpose;
  /** the least that the provider is asked for */
  readonly level: LoginLevel;
  /** whose account is linked or stepped up; null for a plain login */
  readonly accountId: number | null;
}

/** With the session it was made in: it ends with it. */
export interface BoundIntent extends Intent {
  /** hashed token, base64url; null where nobody was logged in */
  readonly session: string | null;
}

const content = z.object({
  next: z.string(),
  purpose: z.enum(intentPurposes),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  accountId: z.int().nullable(),
  session: z.string().nullable(),
  until: z.int(),
});

/** Time enough to find the card or the telephone; what is held meanwhile ends sooner. */
const goodFor = Temporal.Duration.from({ minutes: 30 });
const sealedFor = 'login-intent';
const plain: BoundIntent = { next: '/', purpose: 'login', level: 2, accountId: null, session: null };

/** An intent as text for an address or a row: nobody else can read or make one. */
export function signIntent(
  deps: Deps,
  request: FastifyRequest,
  intent: { next?: string | undefined; purpose: IntentPurpose; level?: LoginLevel },
): string {
  const text: z.input<typeof content> = {
    next: localPath(intent.next),
    purpose: intent.purpose,
    level: intent.level ?? plain.level,
    accountId: request.viewer?.accountId ?? null,
    session: sessionOf(deps, request),
    until: deps.clock.now().add(goodFor).epochMilliseconds,
  };
  return deps.secrets.seal(Buffer.from(JSON.stringify(text)), sealedFor).toString('base64url');
}

function sessionOf(deps: Deps, request: FastifyRequest): string | null {
  const token = sessionToken(request);
  if (request.viewer === null || token === undefined) return null;
  return hashToken(deps.secrets, token).toString('base64url');
}

/** What a federation keeps with the request it sends: the intent in the address, or one made from `next`. */
export function beginIntent(deps: Deps, request: FastifyRequest): string {
  const asked = z.object({ intent: z.string().optional(), next: z.string().optional() }).safeParse(request.query).data;
  const intent = asked?.intent === undefined ? undefined : readBound(deps, asked.intent);
  if (intent === undefined || asked?.intent === undefined)
    return signIntent(deps, request, { next: asked?.next, purpose: 'login' });
  // Somebody else's address, opened here: nobody's identity is linked to an account they are not in.
  const isOwn = intent.session === null || intent.session === sessionOf(deps, request);
  return isOwn ? asked.intent : signIntent(deps, request, { next: intent.next, purpose: 'login', level: intent.level });
}

/** What somebody wanted when they left for a provider; a plain login where nothing, or nothing of ours, was kept. */
export function readIntent(deps: Deps, signed: string | undefined): Intent {
  const { next, purpose, level, accountId } = readBoundIntent(deps, signed);
  return { next, purpose, level, accountId };
}

export function readBoundIntent(deps: Deps, signed: string | undefined): BoundIntent {
  return (signed === undefined ? undefined : readBound(deps, signed)) ?? plain;
}

function readBound(deps: Deps, signed: string): BoundIntent | undefined {
  try {
    const text = deps.secrets.open(Buffer.from(signed, 'base64url'), sealedFor).toString('utf8');
    const { until, next, ...intent } = content.parse(JSON.parse(text));
    if (until <= deps.clock.now().epochMilliseconds) return undefined;
    return { ...intent, next: localPath(next) };
  } catch {
    // Changed, or made with another key: as good as none.
    return undefined;
  }
}
