import type { Secrets } from '#platform/secrets.ts';
import { readLink, signLink } from '#platform/signed-link.ts';

const scope = 'clearance';

/** A path by which the municipality's officer reads one request and answers it, without a login; good until the appointment. */
export function clearanceLinkPath(
  secrets: Secrets,
  request: { id: string; round: number; startsAt: Temporal.Instant },
): string {
  return `/clearances/l/${signLink(secrets, scope, `${request.id}.${request.round}`, request.startsAt)}`;
}

export type ReadClearanceLink =
  | { readonly ok: true; readonly clearanceId: string; readonly round: number }
  | { readonly ok: false; readonly reason: 'not-a-link' | 'expired' };

export function readClearanceLink(secrets: Secrets, token: string, now: Temporal.Instant): ReadClearanceLink {
  const read = readLink(secrets, scope, token, now);
  if (!read.ok) return read;
  const [id, round] = read.id.split('.');
  if (id === undefined || round === undefined) return { ok: false, reason: 'not-a-link' };
  return { ok: true, clearanceId: id, round: Number(round) };
}
