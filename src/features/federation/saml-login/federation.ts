import type { ProvedLogin } from '#features/identity/index.ts';
import type { SigningKeys } from '../keys/signing-keys.ts';
import type { KnownProvider, Providers } from '../providers/providers.ts';
import type { ServiceProvider } from '../saml/profile.ts';

/** A federation that this site is part of, with what it needs to log people in. */
export interface SamlFederation {
  readonly sp: ServiceProvider;
  readonly keys: SigningKeys;
  readonly providers: Providers;
  /** the number of the attribute set that a provider is asked for */
  attributeSet(provider: KnownProvider): number;
  /** who the attributes speak of; undefined when they cannot be of a person */
  personOf(provider: KnownProvider, attributes: ReadonlyMap<string, string>): ProvedWho | undefined;
}

export type ProvedWho = Pick<ProvedLogin, 'subject' | 'person'>;
