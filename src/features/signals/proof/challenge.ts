import { createHash } from 'node:crypto';
import { createChallenge, randomInt, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { z } from 'zod';
import type { Secrets } from '#platform/secrets.ts';
import { type GuardedAction, guardedActions } from './actions.ts';

/** Good for long enough to fill in a form. */
const lifetime = Temporal.Duration.from({ minutes: 30 });

/**
 * About a second of one core of a desk computer, measured; a telephone's four take as long together. PBKDF2, because
 * browsers do it as fast as a program made for it would: an attacker gains nothing. Making a challenge costs us one step.
 */
const work = { algorithm: 'PBKDF2/SHA-256', cost: 1000, least: 1000, most: 2000 } as const;

const sent = z.object({
  challenge: z.object({
    parameters: z.looseObject({
      algorithm: z.literal(work.algorithm),
      nonce: z.string().max(64),
      salt: z.string().max(64),
      cost: z.literal(work.cost),
      keyLength: z.literal(32),
      keyPrefix: z.string().max(64),
      keySignature: z.string().max(100),
      data: z.object({ action: z.enum(guardedActions), until: z.int() }),
    }),
    signature: z.string().max(100),
  }),
  solution: z.object({ counter: z.int().min(0), derivedKey: z.string().max(100) }),
});

export type Challenge = Awaited<ReturnType<typeof newChallenge>>;

/** A sum that only work answers, good for one action, once. */
export async function newChallenge(
  secrets: Secrets,
  { action, now }: { action: GuardedAction; now: Temporal.Instant },
) {
  return createChallenge({
    algorithm: work.algorithm,
    cost: work.cost,
    counter: randomInt(work.most, work.least),
    data: { action, until: Math.floor(now.add(lifetime).epochMilliseconds / 1000) },
    deriveKey,
    ...keys(secrets),
  });
}

export interface Proof {
  /** by which it is known to have been used */
  readonly key: Buffer;
  readonly until: Temporal.Instant;
}

/** Reads a solution, Base64 of `{ challenge, solution }`; undefined when it is not one of ours, of another action, or too old. */
export async function readProof(
  secrets: Secrets,
  { text, action, now }: { text: string; action: GuardedAction; now: Temporal.Instant },
): Promise<Proof | undefined> {
  const { challenge, solution } = parse(text) ?? {};
  if (!challenge || !solution || challenge.parameters.data.action !== action) return undefined;
  const until = Temporal.Instant.fromEpochMilliseconds(challenge.parameters.data.until * 1000);
  if (Temporal.Instant.compare(until, now) <= 0) return undefined;
  const { verified } = await verifySolution({ challenge, solution, deriveKey, ...keys(secrets) });
  return verified ? { key: createHash('sha256').update(challenge.signature).digest(), until } : undefined;
}

function parse(text: string): z.output<typeof sent> | undefined {
  if (text.length > 4000) return undefined;
  try {
    return sent.safeParse(JSON.parse(Buffer.from(text, 'base64').toString('utf8'))).data;
  } catch {
    return undefined;
  }
}

function keys(secrets: Secrets) {
  const key = (name: string): string => secrets.hash('proof-of-work', name).toString('hex');
  return { hmacSignatureSecret: key('challenge'), hmacKeySignatureSecret: key('answer') };
}
