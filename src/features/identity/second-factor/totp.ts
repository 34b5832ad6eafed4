import { Secret, TOTP } from 'otpauth';

/** What every app that shows codes knows how to make: six digits, another every thirty seconds (RFC 6238). */
const kind = { algorithm: 'SHA1', digits: 6, period: 30 } as const;

/** 160 random bits, in base32: what the app and we both know. */
export function newAppSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What the QR code says to the app: whose codes these are, and the secret. */
export function appAddress(secret: string, owner: string): string {
  return new TOTP({ issuer: 'Turno', label: owner, secret, ...kind }).toString();
}

/** The secret in groups of four, for who types it. */
export function typedSecret(secret: string): string {
  return secret.replace(/.{4}(?=.)/g, '$& ');
}

/**
 * The step of thirty seconds that a code belongs to, when it is right and after the last one used; one step early or late
 * is forgiven, since telephones' clocks are. No code is good twice (RFC 6238, 5.2).
 */
export function stepOfCode(
  secret: string,
  { code, now, lastStep }: { code: string; now: Temporal.Instant; lastStep: number },
): number | undefined {
  const timestamp = now.epochMilliseconds;
  const delta = new TOTP({ secret, ...kind }).validate({ token: code, window: 1, timestamp });
  if (delta === null) return undefined;
  const step = Math.floor(timestamp / 1_000 / kind.period) + delta;
  return step > lastStep ? step : undefined;
}
