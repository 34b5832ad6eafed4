import type { Secrets } from '#platform/secrets.ts';
import { readEndlessLink, signLink } from '#platform/signed-link.ts';
import { requestPath } from './help.rules.ts';

const scope = 'help';

/** A path that lets whoever got the e-mail read and go on with one request, logged in or not. Good as long as the request is kept. */
export function threadPath(secrets: Secrets, requestId: number): string {
  return requestPath(signLink(secrets, scope, requestId));
}

/** The request a link speaks of; undefined when it is no link of ours. */
export function readThreadToken(secrets: Secrets, token: string): number | undefined {
  return readEndlessLink(secrets, scope, token);
}
