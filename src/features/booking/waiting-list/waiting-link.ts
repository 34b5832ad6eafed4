import type { Secrets } from '#platform/secrets.ts';

/** A page opened from an e-mail months ago has nothing to say; the monthly question is answered within this. */
const goodFor = Temporal.Duration.from({ hours: 120 * 24 });

/**
 * A path that lets whoever got the e-mail see one entry, answer an offer, say that it is still needed and leave, without
 * logging in. It cannot be guessed or made by others.
 */
export function waitingLink(secrets: Secrets, { entryId, now }: { entryId: string; now: Temporal.Instant }): string {
  const until = Math.floor(now.add(goodFor).epochMilliseconds / 1000);
  return `/l/waiting/${secrets.sign('link', JSON.stringify(['waiting', entryId, until]))}`;
}

/** The entry a link speaks of. */
export function readWaitingLink(
  secrets: Secrets,
  token: string,
  now: Temporal.Instant,
): { ok: true; entryId: string } | { ok: false; reason: 'not-a-link' | 'expired' } {
  const signed = secrets.verify('link', token);
  if (signed === undefined) return { ok: false, reason: 'not-a-link' };
  const content: unknown = JSON.parse(signed);
  if (!Array.isArray(content)) return { ok: false, reason: 'not-a-link' };
  const [scope, entryId, until] = content as unknown[];
  if (scope !== 'waiting' || typeof entryId !== 'string' || typeof until !== 'number')
    return { ok: false, reason: 'not-a-link' };
  return now.epochMilliseconds < until * 1000 ? { ok: true, entryId } : { ok: false, reason: 'expired' };
}
