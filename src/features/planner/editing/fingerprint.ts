import { createHash } from 'node:crypto';

/** A few letters that differ when what somebody was shown differs: a form gives them back, and the verb compares. */
export function fingerprint(seen: unknown): string {
  return createHash('sha256').update(JSON.stringify(seen)).digest('base64url').slice(0, 16);
}
