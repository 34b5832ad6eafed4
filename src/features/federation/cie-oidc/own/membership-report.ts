import { ConfigError } from '#platform/config.ts';
import type { Deps } from '#platform/deps.ts';
import { createCurrentProvider, type Parties } from '../login/current-provider.ts';
import { configurationAddress } from '../trust/entity-statement.ts';
import { oidcPaths } from './entity-configuration.ts';
import { readMembership } from './membership.ts';
import { publicSet } from './own-keys.ts';

/** What the federation asks for when it lets somebody in, and what we have of it. Nothing of it is secret. */
export async function cieMembershipReport(deps: Deps): Promise<object> {
  const { cieOidc, publicUrl } = deps.config;
  if (cieOidc === undefined) throw new ConfigError('Set TURNO_CIE_TRUST_ANCHOR and TURNO_CIE_PROVIDER first.');
  const { keys, 'trust-anchor': anchor, 'trust-marks': marks } = await readMembership(deps.db, deps);
  return {
    clientId: cieOidc.clientId,
    entityConfiguration: configurationAddress(cieOidc.clientId),
    redirectUri: `${publicUrl}${oidcPaths.callback}`,
    trustAnchor: cieOidc.trustAnchor,
    trustedKeys: anchor?.keys.keys.map(({ kid }) => kid) ?? [],
    provider: cieOidc.provider,
    trustMarks: marks.map(({ type, issuer, expiresAt }) => ({ type, issuer, expiresAt })),
    federationKeys: keys === undefined ? null : publicSet(keys.federation),
  };
}

/** The provider as a login would find it now. @throws FederationFault */
export async function resolvedCieProvider(deps: Deps): Promise<Parties> {
  return createCurrentProvider(deps).parties();
}
