import type { Secrets } from '#platform/secrets.ts';
import { makeCode, readCode } from '../code.rules.ts';

/** The code of an invitation follows from its salt by the server's key: the database alone does not give it away. */
export function invitationCode(secrets: Secrets, salt: Uint8Array): string {
  return makeCode(secrets.hash('invitation', `code ${Buffer.from(salt).toString('hex')}`));
}

/** How a code is kept and found. */
export function invitationKey(secrets: Secrets, typed: string): Buffer {
  return secrets.hash('invitation', `key ${readCode(typed)}`);
}

/** As people read it: two groups of four. */
export function codeInGroups(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}
