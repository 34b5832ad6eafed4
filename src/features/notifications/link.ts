import type { Secrets } from '#platform/secrets.ts';

/** Links stay good for a week after the appointment, to show how it ended. */
const afterwards = Temporal.Duration.from({ hours: 7 * 24 });

/**
 * A path that lets whoever got the e-mail see, confirm and cancel one booking without logging in. It cannot be guessed or
 * made by others, and says nothing by itself but the booking's code.
 */
export function linkPath(secrets: Secrets, booking: { code: string; endsAt: Temporal.Instant }): string {
  const until = Math.floor(booking.endsAt.add(afterwards).epochMilliseconds / 1000);
  return `/l/${secrets.sign('link', JSON.stringify(['manage', booking.code, until]))}`;
}

/** The same for whoever has shown by the code that the booking is theirs: good for an hour, as a login of its own. */
export function shortLinkPath(secrets: Secrets, { code, now }: { code: string; now: Temporal.Instant }): string {
  const until = Math.floor(now.add({ hours: 1 }).epochMilliseconds / 1000);
  return `/l/${secrets.sign('link', JSON.stringify(['manage', code, until]))}`;
}

export type ReadLink = { ok: true; code: string } | { ok: false; reason: 'not-a-link' | 'expired' };

/** The booking a link speaks of. */
export function readLink(secrets: Secrets, token: string, now: Temporal.Instant): ReadLink {
  const signed = secrets.verify('link', token);
  if (signed === undefined) return { ok: false, reason: 'not-a-link' };
  const content: unknown = JSON.parse(signed);
  if (!Array.isArray(content)) return { ok: false, reason: 'not-a-link' };
  const [scope, code, until] = content as unknown[];
  if (scope !== 'manage' || typeof code !== 'string' || typeof until !== 'number')
    return { ok: false, reason: 'not-a-link' };
  return now.epochMilliseconds < until * 1000 ? { ok: true, code } : { ok: false, reason: 'expired' };
}
