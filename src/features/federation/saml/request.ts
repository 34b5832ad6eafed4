import { randomBytes } from 'node:crypto';
import type { Level, ServiceProvider } from './profile.ts';
import type { SamlProvider } from './provider.ts';
import { writeSamlInstant } from './saml-time.ts';
import { element } from './write-xml.ts';
import { namespaces } from './xml.ts';

export const nameFormats = {
  entity: 'urn:oasis:names:tc:SAML:2.0:nameid-format:entity',
  transient: 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient',
} as const;

/** A name of a message that nobody guesses: 160 bits, a letter first, as XML wants it. */
export function newMessageId(): string {
  return `_${randomBytes(20).toString('hex')}`;
}

/**
 * The question to a provider who somebody is, at least at a level. The provider finds the address to answer to by its
 * index in our metadata, and asks again who it is, above the first level, even of somebody it has just asked.
 */
export function loginRequest(
  sp: ServiceProvider,
  {
    id,
    provider,
    level,
    set,
    now,
  }: { id: string; provider: SamlProvider; level: Level; set: number; now: Temporal.Instant },
): string {
  return element(
    'samlp:AuthnRequest',
    {
      'xmlns:samlp': namespaces.protocol,
      'xmlns:saml': namespaces.assertion,
      ID: id,
      Version: '2.0',
      IssueInstant: writeSamlInstant(now),
      Destination: provider.loginUrl,
      ForceAuthn: level >= sp.profile.forceAuthnFrom ? 'true' : undefined,
      AssertionConsumerServiceIndex: '0',
      AttributeConsumingServiceIndex: String(set),
    },
    issuer(sp),
    element('samlp:NameIDPolicy', { Format: nameFormats.transient }),
    element(
      'samlp:RequestedAuthnContext',
      { Comparison: sp.profile.comparison },
      element('saml:AuthnContextClassRef', {}, sp.profile.levels[level]),
    ),
  ).xml;
}

/** Who we are, as the federations want it said. */
export function issuer({ entityId }: ServiceProvider) {
  return element('saml:Issuer', { Format: nameFormats.entity, NameQualifier: entityId }, entityId);
}
