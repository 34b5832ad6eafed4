import type { Secrets } from '#platform/secrets.ts';
import { readLink, signLink } from '#platform/signed-link.ts';

const scope = 'waiting';

/** A page opened from an e-mail months ago has nothing to say; the monthly question is answered within this. */
const goodFor = Temporal.Duration.from({ hours: 120 * 24 });

/**
 * A path that lets whoever got the e-mail see one entry, answer an offer, say that it is still needed and leave, without
 * logging in.
 */
export function waitingLink(secrets: Secrets, { entryId, now }: { entryId: string; now: Temporal.Instant }): string {
  return `/l/waiting/${signLink(secrets, scope, entryId, now.add(goodFor))}`;
}

/** The entry a link speaks of. */
export function readWaitingLink(
  secrets: Secrets,
  token: string,
  now: Temporal.Instant,
): { ok: true; entryId: string } | { ok: false; reason: 'not-a-link' | 'expired' } {
  const read = readLink(secrets, scope, token, now);
  return read.ok ? { ok: true, entryId: read.id } : read;
}
