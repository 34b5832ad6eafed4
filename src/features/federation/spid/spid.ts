import type { FastifyInstance } from 'fastify';
import type { Door, Doors } from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import { signingKeys } from '../keys/signing-keys.ts';
import { createProviders, type KnownProvider } from '../providers/providers.ts';
import { type ServiceProvider, serviceProvider } from '../saml/profile.ts';
import type { SamlFederation } from '../saml-login/federation.ts';
import { addSamlRoutes, type FederatedLogins } from '../saml-login/routes.ts';
import { eidasSet, spidProfile } from './spid-profile.ts';
import { spidPerson } from './spid-person.ts';

/** This site as SPID knows it. */
export function spidServiceProvider({ publicUrl, organization, spid }: Deps['config']): ServiceProvider {
  return serviceProvider(spidProfile, { entityId: spid.entityId, publicUrl, organization });
}

/** `also`: providers that the application knows of by itself, as the demo's own. */
export function createSpid(deps: Deps, { also }: { also?: () => readonly KnownProvider[] } = {}): SamlFederation {
  const { providersFolder, eidasProviders } = deps.config.spid;
  const sp = spidServiceProvider(deps.config);
  return {
    sp,
    keys: signingKeys(deps, sp),
    providers: createProviders(deps, {
      profile: 'spid',
      folder: providersFolder,
      eidas: eidasProviders,
      ...(also && { also }),
    }),
    attributeSet: ({ scheme }) => (scheme === 'eidas' ? eidasSet : 0),
    personOf: ({ scheme }, attributes) => spidPerson(attributes, { eidas: scheme === 'eidas' }),
  };
}

/** Logins with SPID, and with the identities of other countries that come by way of it. */
export function addSpid(
  app: FastifyInstance,
  deps: Deps,
  { spid, ...logins }: FederatedLogins & { spid: SamlFederation },
): void {
  addSamlRoutes(app, deps, { federation: spid, ...logins });
}

/** A door for each provider. AgID wants none of them always first: they take turns, by the minute. */
export function spidDoors({ clock }: Pick<Deps, 'clock'>, { sp, providers }: SamlFederation): Doors {
  return () => {
    const all = providers.all();
    const first = all.length === 0 ? 0 : Math.floor(clock.now().epochMilliseconds / 60_000) % all.length;
    return [...all.slice(first), ...all.slice(0, first)].map(
      ({ entityId, name, scheme }): Door => ({
        scheme,
        name,
        href: (intent) => {
          const query = new URLSearchParams({ idp: entityId, ...(intent !== undefined && { intent }) });
          return `${sp.profile.paths.login}?${query.toString()}`;
        },
      }),
    );
  };
}
