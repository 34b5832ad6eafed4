import { randomBytes } from 'node:crypto';

/** Ends the address of an account that has none yet; no mailbox can have it (RFC 2606). */
const noAddressDomain = '@none.invalid';

/** What stands in the place of the address of an account opened by SPID or CIE, until its owner gives one. */
export function noAddress(): string {
  return `${randomBytes(12).toString('hex')}${noAddressDomain}`;
}

/** The address of an account as people may see it: empty while there is none. */
export function addressOf(email: string): string {
  return email.endsWith(noAddressDomain) ? '' : email;
}

export function hasNoAddress(email: string): boolean {
  return addressOf(email) === '';
}
