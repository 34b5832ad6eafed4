import type { Secrets } from '#platform/secrets.ts';
import { readLink, signLink } from '#platform/signed-link.ts';

const scope = 'monthly-report';

/** Where somebody says that they want no more monthly reports of an office, without a login; good for a year. */
export function unsubscribePath(
  secrets: Secrets,
  { officeId, accountId, now }: { officeId: number; accountId: number; now: Temporal.Instant },
): string {
  return `/l/reports/${signLink(secrets, scope, `${officeId} ${accountId}`, now.add({ hours: 24 * 366 }))}`;
}

/** Whom a link is about; undefined when it is none of ours, or too old. */
export function readUnsubscribeLink(
  secrets: Secrets,
  token: string,
  now: Temporal.Instant,
): { officeId: number; accountId: number } | undefined {
  const read = readLink(secrets, scope, token, now);
  if (!read.ok) return undefined;
  const [officeId, accountId] = read.id.split(' ').map(Number);
  return officeId && accountId ? { officeId, accountId } : undefined;
}
