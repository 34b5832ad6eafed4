import type { Secrets } from './secrets.ts';

/** What a link opens: a booking by its code, or a row by its number. */
export type LinkId = string | number;

export type ReadLink =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly reason: 'not-a-link' | 'expired' };

/**
 * The token of a link in an e-mail, which opens one thing without a login (ADR 0010). It cannot be guessed or made by
 * others, and says nothing by itself but what it is for. What is signed must stay as it is: links already sent are read.
 */
export function signLink(secrets: Secrets, scope: string, id: LinkId, until?: Temporal.Instant): string {
  const end = until === undefined ? [] : [Math.floor(until.epochMilliseconds / 1000)];
  return secrets.sign('link', JSON.stringify([scope, id, ...end]));
}

/** What a link with an end opens now; one of another scope is no link here. */
export function readLink(secrets: Secrets, scope: string, token: string, now: Temporal.Instant): ReadLink {
  const [id, until] = contentOf(secrets, scope, token);
  if (typeof id !== 'string' || typeof until !== 'number') return { ok: false, reason: 'not-a-link' };
  return now.epochMilliseconds < until * 1000 ? { ok: true, id } : { ok: false, reason: 'expired' };
}

/** The row that a link without an end opens; undefined when it is none of this scope. */
export function readEndlessLink(secrets: Secrets, scope: string, token: string): number | undefined {
  const [id] = contentOf(secrets, scope, token);
  return typeof id === 'number' ? id : undefined;
}

/** The id and the end, as they were signed; nothing when the token is not ours or of another scope. */
function contentOf(secrets: Secrets, scope: string, token: string): readonly unknown[] {
  const signed = secrets.verify('link', token);
  const content: unknown = signed === undefined ? undefined : JSON.parse(signed);
  return Array.isArray(content) && content[0] === scope ? (content.slice(1) as unknown[]) : [];
}
