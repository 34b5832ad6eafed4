import type { Secrets } from '#platform/secrets.ts';
import { requestPath } from './help.rules.ts';

const scope = 'help';

/** A path that lets whoever got the e-mail read and go on with one request, logged in or not. Good as long as the request is kept. */
export function threadPath(secrets: Secrets, requestId: number): string {
  return requestPath(secrets.sign('link', JSON.stringify([scope, requestId])));
}

/** The request a link speaks of; undefined when it is no link of ours. */
export function readThreadToken(secrets: Secrets, token: string): number | undefined {
  const signed = secrets.verify('link', token);
  if (signed === undefined) return undefined;
  const content: unknown = JSON.parse(signed);
  if (!Array.isArray(content)) return undefined;
  const [given, id] = content as unknown[];
  return given === scope && typeof id === 'number' ? id : undefined;
}
