import { commonPasswords } from './password/common-passwords.ts';

export const passwordMin = 12;
export const passwordMax = 200;

export type PasswordFault = 'password-too-short' | 'too-long' | 'password-common' | 'password-own-name';

/**
 * What is wrong with a new password, if anything. Length and a list of what everybody tries are all that is asked: rules
 * of composition make passwords worse (NIST SP 800-63B, 3.1.1.2).
 */
export function passwordFault(password: string, owner: readonly string[] = []): PasswordFault | undefined {
  const length = [...password].length;
  if (length < passwordMin) return 'password-too-short';
  if (length > passwordMax) return 'too-long';
  const plain = password.toLowerCase().replace(/[\s._-]/g, '');
  if (commonPasswords.has(plain) || isRepetition(plain) || isRun(plain)) return 'password-common';
  const own = owner.map((word) => word.toLowerCase().replace(/[\s._-]/g, '')).filter((word) => word !== '');
  // What is left when the owner's own words, digits and signs are taken away must be something.
  const rest = own.sort((a, b) => b.length - a.length).reduce((text, word) => text.replaceAll(word, ''), plain);
  return own.length > 0 && rest !== plain && rest.replace(/[\d\p{P}\p{S}]/gu, '') === ''
    ? 'password-own-name'
    : undefined;
}

/** The form in which addresses are kept and compared. */
export function normalizeEmail(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}

// Not the grammar of RFC 5322: what mail servers of the world deliver to, and no control characters.
const emailShape = /^[^\s@,;:<>()[\]"\\\p{C}]{1,64}@[^\s@,;:<>()[\]"\\\p{C}]+\.[\p{L}\p{N}-]{2,}$/u;

export function looksLikeEmail(email: string): boolean {
  return email.length <= 200 && emailShape.test(email) && !email.includes('..');
}

/** The telephone number without spaces and signs, or undefined when it cannot be one. */
export function normalizePhone(typed: string): string | undefined {
  const number = typed.replace(/[\s()./-]/g, '').replace(/^00/, '+');
  return /^\+?\d{6,15}$/.test(number) ? number : undefined;
}

/** Wrong passwords within this time add up. */
export const failureWindow = Temporal.Duration.from({ hours: 24 });
/** The wrong password after which an address is locked. */
export const failuresAllowed = 10;
export const shortestLock = Temporal.Duration.from({ hours: 1 });

/** How long the answer to the n-th wrong password is kept back, in milliseconds: guessing gets slow, a slip does not. */
export function wrongPasswordDelay(failures: number): number {
  return failures < 3 ? 0 : Math.min(250 * (failures - 2), 2_000);
}

/** Until when the tenth wrong password locks: a day after the first one, at least an hour, never more than a day. */
export function lockUntil(firstAt: Temporal.Instant, now: Temporal.Instant): Temporal.Instant {
  const dayAfterFirst = firstAt.add(failureWindow);
  const atLeast = now.add(shortestLock);
  return Temporal.Instant.compare(dayAfterFirst, atLeast) > 0 ? dayAfterFirst : atLeast;
}

/** How often a code may be mistyped, how long it is good, and when and how often another may be asked for. */
export const proofRules = {
  attempts: 5,
  good: {
    'verify-email': Temporal.Duration.from({ minutes: 30 }),
    'reset-password': Temporal.Duration.from({ minutes: 60 }),
    'change-email': Temporal.Duration.from({ minutes: 30 }),
  },
  again: Temporal.Duration.from({ seconds: 60 }),
  mostADay: 20,
} as const;

function isRepetition(text: string): boolean {
  return /^(.{1,4})\1+.{0,3}$/u.test(text);
}

/** 123456789012, abcdefghijkl and backwards. */
function isRun(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
  const up = steps.filter((step) => step === 1 || step === -9).length;
  const down = steps.filter((step) => step === -1 || step === 9).length;
  return Math.max(up, down) >= steps.length - 1;
}
