import type { Secrets } from '#platform/secrets.ts';

/** How long a code may be typed. */
export const codeLife = Temporal.Duration.from({ minutes: 5 });

/** After so many wrong ones a code is dead. The table's `one_time_code_attempts` says the same. */
export const mostAttempts = 5;

/** A new one may be asked for after this. */
export const pause = Temporal.Duration.from({ seconds: 60 });

/** Nobody is sent more than so many in an hour, whatever they hold: a limit on guesses, and on mail. */
export const mostInAnHour = 10;

/** What a code is good for: one person, one service, one hold, and the session that asked for it. */
export interface CodeBinding {
  readonly holdId: string;
  readonly accountId: number;
  readonly serviceCode: string;
  readonly sessionKey: Buffer;
}

/** The session that asks, as it is kept. */
export function sessionKeyOf(secrets: Secrets, token: string): Buffer {
  return secrets.hash('one-time-code', `session ${token}`);
}

/** The six digits of a salt. 48 bits of a keyed hash, so that the first codes are no likelier than the last. */
export function digitsOf(secrets: Secrets, salt: Uint8Array): string {
  const number = secrets.hash('one-time-code', `digits ${Buffer.from(salt).toString('hex')}`).readUIntBE(0, 6);
  return String(number % 1_000_000).padStart(6, '0');
}

/** What is kept of a code, and what is made of digits that were typed. */
export function codeKey(secrets: Secrets, binding: CodeBinding, digits: string): Buffer {
  const { holdId, accountId, serviceCode, sessionKey } = binding;
  const bound = JSON.stringify([holdId.toLowerCase(), accountId, serviceCode, sessionKey.toString('hex'), digits]);
  return secrets.hash('one-time-code', `check ${bound}`);
}

/** Six digits as typed or pasted, `123 456` too; undefined when it cannot be a code. */
export function readDigits(typed: string): string | undefined {
  const digits = typed.replaceAll(/[\s.-]/g, '');
  return /^\d{6}$/.test(digits) ? digits : undefined;
}

/** Whole seconds, rounded up: whoever waits that long is not too soon. */
export function secondsUntil(then: Temporal.Instant, now: Temporal.Instant): number {
  return Math.max(1, Math.ceil((then.epochMilliseconds - now.epochMilliseconds) / 1000));
}
