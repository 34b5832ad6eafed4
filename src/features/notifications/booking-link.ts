import type { Secrets } from '#platform/secrets.ts';
import { readLink, signLink } from '#platform/signed-link.ts';

const scope = 'manage';

/** Links stay good for a week after the appointment, to show how it ended. */
const afterwards = Temporal.Duration.from({ hours: 7 * 24 });

/** A path that lets whoever got the e-mail see, confirm and cancel one booking without logging in. */
export function linkPath(secrets: Secrets, booking: { code: string; endsAt: Temporal.Instant }): string {
  return `/l/${signLink(secrets, scope, booking.code, booking.endsAt.add(afterwards))}`;
}

/** The same for whoever has shown by the code that the booking is theirs: good for an hour, as a login of its own. */
export function shortLinkPath(secrets: Secrets, { code, now }: { code: string; now: Temporal.Instant }): string {
  return `/l/${signLink(secrets, scope, code, now.add({ hours: 1 }))}`;
}

export type ReadBookingLink = { ok: true; code: string } | { ok: false; reason: 'not-a-link' | 'expired' };

/** The booking a link speaks of. */
export function readBookingLink(secrets: Secrets, token: string, now: Temporal.Instant): ReadBookingLink {
  const read = readLink(secrets, scope, token, now);
  return read.ok ? { ok: true, code: read.id } : read;
}
