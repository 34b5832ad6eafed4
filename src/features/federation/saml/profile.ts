import type { Organization } from '#platform/federation-settings.ts';
import type { Xml } from './write-xml.ts';

/** How surely somebody is known, as SPID and CIE count. */
export type Level = 1 | 2 | 3;

/** What is asked of a provider about a person, under a number that the request names. */
export interface AttributeSet {
  readonly index: number;
  /** as people read it in the metadata, in Italian */
  readonly name: string;
  readonly attributes: readonly string[];
  /** those without which the answer is refused */
  readonly required: readonly string[];
}

/** One federation's way of speaking SAML: what differs between SPID and CIE, and nothing else. */
export interface SamlProfile {
  readonly name: 'spid' | 'cie';
  /** addresses of this site, below its public URL */
  readonly paths: Readonly<Record<'login' | 'acs' | 'logout' | 'metadata', string>>;
  readonly comparison: 'minimum' | 'exact';
  /** from this level on people are asked who they are even where the provider has just asked */
  readonly forceAuthnFrom: Level;
  /** the name of each level in requests and answers */
  readonly levels: Readonly<Record<Level, string>>;
  /** whether the issuer of an assertion, or of a response, says that it is an entity */
  readonly issuerFormat: { readonly response: IssuerFormat; readonly assertion: IssuerFormat };
  /** whether the name in an assertion must say whose it is */
  readonly nameQualifier: boolean;
  /** the first is the usual one */
  readonly attributeSets: readonly [AttributeSet, ...AttributeSet[]];
  /** contacts of the organization, and the namespaces that they are written in */
  readonly metadata: {
    readonly namespaces: Readonly<Record<string, string>>;
    /** what the names of attribute sets are said to be written in */
    readonly serviceNameLanguage: 'it' | '';
    contacts(organization: Organization): readonly Xml[];
  };
}

/** `entity`: it must; `entity-or-absent`: it may, and says nothing else; `any`: it is not looked at. */
export type IssuerFormat = 'entity' | 'entity-or-absent' | 'any';

/** This site as a federation knows it. */
export interface ServiceProvider {
  readonly profile: SamlProfile;
  readonly entityId: string;
  readonly organization: Organization;
  readonly acs: string;
  readonly logout: string;
}

/** The site in a federation, at its public address. */
export function serviceProvider(
  profile: SamlProfile,
  site: { entityId: string; publicUrl: string; organization: Organization },
): ServiceProvider {
  const { entityId, publicUrl, organization } = site;
  const { acs, logout } = profile.paths;
  return { profile, entityId, organization, acs: `${publicUrl}${acs}`, logout: `${publicUrl}${logout}` };
}

/** The set that a request asked for; the usual one when there is none of that number. */
export function attributeSet(profile: SamlProfile, index: number): AttributeSet {
  return profile.attributeSets.find((set) => set.index === index) ?? profile.attributeSets[0];
}

export function levelOf(profile: SamlProfile, name: string | undefined): Level | undefined {
  return ([1, 2, 3] as const).find((level) => profile.levels[level] === name);
}
