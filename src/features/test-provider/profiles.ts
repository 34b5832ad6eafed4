import type { Deps } from '#platform/deps.ts';

/** What the test provider plays: a SPID provider, the CIE server over SAML, the Italian node of eIDAS. */
export type ProfileName = 'spid' | 'cie' | 'eidas';

export interface Profile {
  readonly name: ProfileName;
  /** what it calls itself in its metadata */
  readonly title: string;
  /** where the metadata of our service provider are served */
  readonly serviceProvider: string;
  /** whether Issuer carries the Format `entity`: the CIE server's does not */
  readonly issuerFormat: boolean;
  /** which Comparison a request may ask for */
  readonly comparisons: readonly string[];
  /** from which level on a request must force the person to log in again */
  readonly forcedFrom: 1 | 2;
  /** how surely its people are known, whatever was asked; undefined: as asked */
  readonly level: 3 | undefined;
}

export const profiles: Readonly<Record<ProfileName, Profile>> = {
  spid: {
    name: 'spid',
    title: 'Provider SPID di prova',
    serviceProvider: '/auth/spid/metadata',
    issuerFormat: true,
    comparisons: ['exact', 'minimum', 'better', 'maximum'],
    forcedFrom: 2,
    level: undefined,
  },
  cie: {
    name: 'cie',
    title: 'Server CIE di prova',
    serviceProvider: '/auth/cie/metadata',
    issuerFormat: false,
    comparisons: ['exact', 'minimum'],
    forcedFrom: 1,
    level: 3,
  },
  eidas: {
    name: 'eidas',
    title: 'Nodo eIDAS di prova',
    serviceProvider: '/auth/spid/metadata',
    issuerFormat: true,
    comparisons: ['exact', 'minimum', 'better', 'maximum'],
    forcedFrom: 2,
    level: undefined,
  },
};

export const profileNames = Object.keys(profiles) as readonly ProfileName[];

export function isProfile(text: string): text is ProfileName {
  return Object.hasOwn(profiles, text);
}

/** The addresses of one of its profiles; the first is its entityID too. */
export function addressesOf({ config }: Pick<Deps, 'config'>, { name }: Pick<Profile, 'name'>) {
  const base = `${config.publicUrl}/demo/idp/${name}`;
  return { entityId: `${base}/metadata`, login: `${base}/sso`, logout: `${base}/slo` } as const;
}

/** Its node of other countries, by which SPID's side knows that its people have no codice fiscale. */
export function eidasEntity(deps: Pick<Deps, 'config'>): string {
  return addressesOf(deps, profiles.eidas).entityId;
}
