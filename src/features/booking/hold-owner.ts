import type { Secrets } from '#platform/secrets.ts';

/** Whose a hold is: an account's, a browser's before login, or one form of an operator's, who may have several open. */
export type HoldOwner =
  | { readonly kind: 'account'; readonly accountId: number; readonly browser?: string | undefined }
  | { readonly kind: 'browser'; readonly browser: string }
  | { readonly kind: 'desk'; readonly accountId: number; readonly form: string };

/** The owner as the table keeps it; a browser's secret only as a keyed hash. */
export function ownerKey(secrets: Secrets, owner: HoldOwner): string {
  if (owner.kind === 'account') return `a:${owner.accountId}`;
  if (owner.kind === 'desk') return `o:${owner.accountId}:${owner.form}`;
  return browserKey(secrets, owner.browser);
}

/** Every key that may act on a hold: an account also has what its browser held before login. */
export function ownerKeys(secrets: Secrets, owner: HoldOwner): string[] {
  const own = ownerKey(secrets, owner);
  return owner.kind === 'account' && owner.browser !== undefined ? [own, browserKey(secrets, owner.browser)] : [own];
}

export function browserKey(secrets: Secrets, browser: string): string {
  return `b:${secrets.hash('hold', browser).toString('base64url')}`;
}
