import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';
import type { Deps } from '#platform/deps.ts';

/** The site, as passkeys know it (WebAuthn, 5.1.2): a name, and where its pages come from. */
export interface RelyingParty {
  readonly id: string;
  readonly origin: string;
}

/**
 * The site that passkeys belong to: that of the public address. They need a name: where the address is a number, there
 * are none, except at this machine itself, which is called `localhost` too.
 */
export function relyingParty({ config }: Pick<Deps, 'config'>, request: FastifyRequest): RelyingParty | undefined {
  const site = new URL(config.publicUrl);
  const isNumber = isIP(site.hostname.replace(/^\[|\]$/g, '')) !== 0;
  if (!isNumber) return { id: site.hostname, origin: site.origin };
  const isHere = site.hostname === '127.0.0.1' || site.hostname === '[::1]';
  if (!isHere || request.hostname !== 'localhost') return undefined;
  return { id: 'localhost', origin: `http://localhost${site.port === '' ? '' : `:${site.port}`}` };
}
