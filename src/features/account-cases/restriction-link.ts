import type { Secrets } from '#platform/secrets.ts';
import { readEndlessLink, signLink } from '#platform/signed-link.ts';

const scope = 'restriction';

/** A path that lets whoever got the e-mail read about one block and answer it without logging in. */
export function restrictionLink(secrets: Secrets, blockId: number): string {
  return `/restrictions/l/${signLink(secrets, scope, blockId)}`;
}

/** The block such a link speaks of; undefined when it was not made by us. */
export function readRestrictionLink(secrets: Secrets, token: string): number | undefined {
  return readEndlessLink(secrets, scope, token);
}
