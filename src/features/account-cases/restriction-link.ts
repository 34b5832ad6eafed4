import type { Secrets } from '#platform/secrets.ts';

/** A path that lets whoever got the e-mail read about one block and answer it without logging in. */
export function restrictionLink(secrets: Secrets, blockId: number): string {
  return `/restrictions/l/${secrets.sign('link', JSON.stringify(['restriction', blockId]))}`;
}

/** The block such a link speaks of; undefined when it was not made by us. */
export function readRestrictionLink(secrets: Secrets, token: string): number | undefined {
  const signed = secrets.verify('link', token);
  if (signed === undefined) return undefined;
  const content: unknown = JSON.parse(signed);
  if (!Array.isArray(content)) return undefined;
  const [scope, blockId] = content as unknown[];
  return scope === 'restriction' && typeof blockId === 'number' ? blockId : undefined;
}
