import { createHash, randomBytes } from 'node:crypto';
import type { Secrets } from '#platform/secrets.ts';
import type { GuardedAction } from './actions.ts';
import type { Proof } from './challenge.ts';

/** How long a browser waits that cannot work out a proof. */
export const waitSeconds = 8;
const lifetime = Temporal.Duration.from({ minutes: 30 });

/** For who uses no scripts: a mark that is good once, for one action, from some seconds on. */
export function newWait(secrets: Secrets, { action, now }: { action: GuardedAction; now: Temporal.Instant }): string {
  const from = Math.ceil(now.epochMilliseconds / 1000) + waitSeconds;
  return secrets.sign('proof-of-work', `wait ${action} ${from} ${randomBytes(9).toString('base64url')}`);
}

/** Whether the time has passed: `early` with the seconds that are left; undefined when it is no mark of ours. */
export function readWait(
  secrets: Secrets,
  { text, action, now }: { text: string; action: GuardedAction; now: Temporal.Instant },
): { proof: Proof } | { early: number } | undefined {
  const known = text.length > 400 ? undefined : secrets.verify('proof-of-work', text);
  const [, about, seconds] = /^wait ([a-z]+) (\d+) [\w-]+$/.exec(known ?? '') ?? [];
  if (about !== action) return undefined;
  const from = Temporal.Instant.fromEpochMilliseconds(Number(seconds) * 1000);
  const until = from.add(lifetime);
  if (Temporal.Instant.compare(until, now) <= 0) return undefined;
  if (Temporal.Instant.compare(from, now) > 0) return { early: Math.ceil(from.since(now).total('seconds')) };
  return { proof: { key: createHash('sha256').update(text).digest(), until } };
}
