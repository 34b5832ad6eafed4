import { siteOwner } from '#features/site/index.ts';
import type { Deps } from '#platform/deps.ts';
import type { TrustAnchor } from '../trust/trust-chain.ts';
import type { OwnEntity } from './entity-configuration.ts';
import { readMembership } from './membership.ts';

export type Missing = 'settings' | 'keys' | 'trust-anchor';

/** We as one of the federation, or what is still missing for it. */
export async function ownEntity(
  deps: Pick<Deps, 'config' | 'db' | 'secrets'>,
): Promise<{ ok: true; own: OwnEntity; anchor: TrustAnchor } | { ok: false; missing: Missing }> {
  const { cieOidc, publicUrl } = deps.config;
  if (cieOidc === undefined) return { ok: false, missing: 'settings' };
  const { keys, 'trust-anchor': anchor, 'trust-marks': marks } = await readMembership(deps.db, deps);
  if (keys === undefined) return { ok: false, missing: 'keys' };
  // Another anchor than the one that the administrator looked at.
  if (anchor?.entity !== cieOidc.trustAnchor) return { ok: false, missing: 'trust-anchor' };
  const owner = await siteOwner(deps.db);
  const { organization } = deps.config;
  // As the federation knows us from the index of public administrations, where that was said.
  const said = organization.missing.length === 0 ? organization : owner;
  return {
    ok: true,
    anchor,
    own: {
      entity: cieOidc.clientId,
      publicUrl,
      anchor: anchor.entity,
      keys,
      marks,
      owner: { name: said.name, email: said.email },
    },
  };
}
