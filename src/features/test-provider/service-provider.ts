import { X509Certificate } from 'node:crypto';
import type * as XmlCrypto from 'xml-crypto';
import { loadLater } from '#platform/load-later.ts';
import { attribute, childOf, childrenOf, isNamed, readXml, textOf } from './xml/read.ts';
import { bindings, namespaces } from './xml/names.ts';

const xmlCrypto = loadLater<typeof XmlCrypto>('xml-crypto');

/** A service provider as its signed metadata describe it. */
export interface ServiceProvider {
  readonly entityId: string;
  /** what it calls itself to people */
  readonly name: string;
  /** what it signs with, as PEM: two while one takes the place of the other */
  readonly certificates: readonly string[];
  readonly consumers: readonly { readonly index: number; readonly location: string }[];
  readonly attributeSets: readonly { readonly index: number; readonly names: readonly string[] }[];
  /** where it is told of a logout, and where it is answered */
  readonly logout: { readonly location: string; readonly answers: string } | undefined;
}

/**
 * Reads metadata. They must be signed by one of the certificates they name, as the federation asks of whoever registers.
 * @throws with a sentence for whoever runs the service provider
 */
export function readServiceProvider(xml: string): ServiceProvider {
  const root = readXml(xml);
  if (root === undefined || !isNamed(root, namespaces.metadata, 'EntityDescriptor'))
    throw new Error('the metadata are no EntityDescriptor');
  const descriptor = childOf(root, namespaces.metadata, 'SPSSODescriptor');
  const entityId = attribute(root, 'entityID');
  if (descriptor === undefined || entityId === undefined) throw new Error('the metadata describe no service provider');
  if (attribute(descriptor, 'AuthnRequestsSigned') !== 'true')
    throw new Error('the metadata promise no signed requests');
  const certificates = childrenOf(descriptor, namespaces.metadata, 'KeyDescriptor')
    .filter((key) => [undefined, 'signing'].includes(attribute(key, 'use')))
    .flatMap(certificatesIn);
  const signature = childOf(root, namespaces.signature, 'Signature');
  if (signature === undefined || !certificates.some((certificate) => isSignedBy(xml, { root, signature, certificate })))
    throw new Error('the metadata are not signed by a key they name');
  return {
    entityId,
    name: organizationName(root) ?? entityId,
    certificates,
    consumers: childrenOf(descriptor, namespaces.metadata, 'AssertionConsumerService')
      .filter((consumer) => attribute(consumer, 'Binding') === bindings.post)
      .map((consumer) => ({ index: indexOf(consumer), location: attribute(consumer, 'Location') ?? '' })),
    attributeSets: childrenOf(descriptor, namespaces.metadata, 'AttributeConsumingService').map((set) => ({
      index: indexOf(set),
      names: childrenOf(set, namespaces.metadata, 'RequestedAttribute').map((asked) => attribute(asked, 'Name') ?? ''),
    })),
    logout: logoutOf(descriptor),
  };
}

function certificatesIn(key: Element): string[] {
  const info = childOf(key, namespaces.signature, 'KeyInfo');
  return childrenOf(info, namespaces.signature, 'X509Data')
    .flatMap((data) => childrenOf(data, namespaces.signature, 'X509Certificate'))
    .map((found) => new X509Certificate(Buffer.from(textOf(found) ?? '', 'base64')).toString());
}

function isSignedBy(xml: string, signed: { root: Element; signature: Element; certificate: string }): boolean {
  const { root, signature, certificate } = signed;
  const check = new (xmlCrypto().SignedXml)({ publicCert: certificate, getCertFromKeyInfo: () => null });
  try {
    check.loadSignature(signature);
    const [reference, ...more] = check.getReferences();
    const id = attribute(root, 'ID');
    return more.length === 0 && id !== undefined && reference?.uri === `#${id}` && check.checkSignature(xml);
  } catch {
    return false;
  }
}

function logoutOf(descriptor: Element): ServiceProvider['logout'] {
  const service = childrenOf(descriptor, namespaces.metadata, 'SingleLogoutService').find(
    (one) => attribute(one, 'Binding') === bindings.redirect,
  );
  const location = attribute(service, 'Location');
  if (location === undefined) return undefined;
  return { location, answers: attribute(service, 'ResponseLocation') ?? location };
}

function organizationName(root: Element): string | undefined {
  const organization = childOf(root, namespaces.metadata, 'Organization');
  return textOf(childrenOf(organization, namespaces.metadata, 'OrganizationDisplayName')[0]);
}

function indexOf(service: Element): number {
  return Number(attribute(service, 'index') ?? Number.NaN);
}
