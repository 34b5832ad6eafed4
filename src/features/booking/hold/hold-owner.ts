import { sql } from 'kysely';
import type { Secrets } from '#platform/secrets.ts';

/**
 * Whose a hold is: an account's, a browser's before login, one form of an operator's, who may have several open, a
 * booking's that is being moved, or an offer's, which is kept beside whatever its person holds: of another seat to a
 * booking, or of a seat that came back to somebody on the waiting list.
 */
export type HoldOwner =
  | { readonly kind: 'account'; readonly accountId: number; readonly browser?: string | undefined }
  | { readonly kind: 'browser'; readonly browser: string }
  | { readonly kind: 'desk'; readonly accountId: number; readonly form: string }
  | { readonly kind: 'move'; readonly bookingId: string }
  | { readonly kind: 'offer'; readonly bookingId: string; readonly holdId: string }
  | { readonly kind: 'list'; readonly accountId: number; readonly holdId: string }
  /** of a seat assigned by a registration draw: booked in the transaction that holds it */
  | { readonly kind: 'drawn'; readonly holdId: string };

/**
 * Owners that only SQL makes, with the hold's own id after them (`free_seats`, db/schema.sql): seats that came back and are
 * nobody's yet. They are kept until the waiting list has been asked, or withheld until a drawn instant.
 */
export const keptForList = 'f:';
export const withheld = 'w:';
const offeredFromList = 'l:';
const desk = 'o:';

// Written out in the statement: a parameter would keep it from the index `hold_not_public`.
/** `left(owner, 2) IN …`: seats that came back and are nobody's yet. */
export const nobodysOwners = sql`(${sql.lit(keptForList)}, ${sql.lit(withheld)})`;
/** The same, with those offered to somebody who waits. */
export const notPublicOwners = sql`(${sql.lit(keptForList)}, ${sql.lit(withheld)}, ${sql.lit(offeredFromList)})`;

/** The owner as the table keeps it; a browser's secret only as a keyed hash. */
export function ownerKey(secrets: Secrets, owner: HoldOwner): string {
  switch (owner.kind) {
    case 'account':
      return `a:${owner.accountId}`;
    case 'desk':
      return `${desk}${owner.accountId}:${owner.form}`;
    case 'move':
      return `m:${owner.bookingId}`;
    case 'offer':
      return `p:${owner.bookingId}:${owner.holdId}`;
    case 'list':
      return `${offeredFromList}${owner.accountId}:${owner.holdId}`;
    case 'drawn':
      return `d:${owner.holdId}`;
    case 'browser':
      return browserKey(secrets, owner.browser);
  }
}

/** Every key that may act on a hold: an account also has what its browser held before login. */
export function ownerKeys(secrets: Secrets, owner: HoldOwner): string[] {
  const own = ownerKey(secrets, owner);
  return owner.kind === 'account' && owner.browser !== undefined ? [own, browserKey(secrets, owner.browser)] : [own];
}

export function isDeskKey(key: string): boolean {
  return key.startsWith(desk);
}

export function browserKey(secrets: Secrets, browser: string): string {
  return `b:${secrets.hash('hold', browser).toString('base64url')}`;
}
