import type { FastifyInstance } from 'fastify';
import type { Doors } from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import { signingKeys } from '../keys/signing-keys.ts';
import { createProviders, type KnownProvider } from '../providers/providers.ts';
import { type ServiceProvider, serviceProvider } from '../saml/profile.ts';
import type { SamlFederation } from '../saml-login/federation.ts';
import { addSamlRoutes, type FederatedLogins } from '../saml-login/routes.ts';
import { spidDoors } from '../spid/spid.ts';
import { spidPerson } from '../spid/spid-person.ts';
import { cieProfile } from './cie-profile.ts';

/** This site as the CIE server knows it. */
export function cieServiceProvider({ publicUrl, organization, cieSaml }: Deps['config']): ServiceProvider {
  return serviceProvider(cieProfile, { entityId: cieSaml.entityId, publicUrl, organization });
}

/** `also`: providers that the application knows of by itself, as the demo's own. */
export function createCieSaml(deps: Deps, { also }: { also?: () => readonly KnownProvider[] } = {}): SamlFederation {
  const sp = cieServiceProvider(deps.config);
  return {
    sp,
    keys: signingKeys(deps, sp),
    providers: createProviders(deps, {
      profile: 'cie',
      folder: deps.config.cieSaml.providersFolder,
      ...(also && { also }),
    }),
    attributeSet: () => 0,
    // The four attributes are those of SPID, by the same names.
    personOf: (_provider, attributes) => spidPerson(attributes, { eidas: false }),
  };
}

/** Logins with CIE over SAML, under addresses of their own. */
export function addCieSaml(
  app: FastifyInstance,
  deps: Deps,
  { cie, ...logins }: FederatedLogins & { cie: SamlFederation },
): void {
  addSamlRoutes(app, deps, { federation: cie, ...logins });
}

/** The one door there is, or none. */
export function cieSamlDoors(deps: Pick<Deps, 'clock'>, cie: SamlFederation): Doors {
  return spidDoors(deps, cie);
}
