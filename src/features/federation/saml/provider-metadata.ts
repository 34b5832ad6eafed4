import { X509Certificate } from 'node:crypto';
import type { SamlProvider } from './provider.ts';
import { allElements, attribute, childrenOf, isElement, onlyChild, parseXml, textOf } from './xml.ts';

const redirect = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect';

export type ReadMetadata =
  | { ok: true; providers: SamlProvider[]; root: Element; xml: string }
  | { ok: false; reason: 'doctype' | 'not-xml' | 'not-metadata' | 'no-provider' };

/** The identity providers of a metadata document: of one entity, or of a list of many. */
export function readProviderMetadata(text: string): ReadMetadata {
  const parsed = parseXml(text);
  if (!parsed.ok) return parsed;
  const { root, xml } = parsed;
  const providers = providersOf(root);
  if (providers === undefined) return { ok: false, reason: 'not-metadata' };
  return providers.length > 0 ? { ok: true, providers, root, xml } : { ok: false, reason: 'no-provider' };
}

/** The same of a document that was read already; undefined when it is about nobody. */
export function providersOf(root: Element): SamlProvider[] | undefined {
  return entitiesOf(root)?.flatMap((entity) => providerOf(entity) ?? []);
}

/** The parts of a document that describe one entity each. */
export function entitiesOf(root: Element): Element[] | undefined {
  const isList = isElement(root, 'metadata', 'EntitiesDescriptor');
  if (!isList && !isElement(root, 'metadata', 'EntityDescriptor')) return undefined;
  return allElements(root).filter((one) => isElement(one, 'metadata', 'EntityDescriptor'));
}

function providerOf(entity: Element): SamlProvider | undefined {
  const entityId = attribute(entity, 'entityID');
  const descriptor = childrenOf(entity, 'metadata', 'IDPSSODescriptor')[0];
  const loginUrl = serviceOf(descriptor, 'SingleSignOnService')?.location;
  const certificates = certificatesOf(descriptor);
  if (entityId === undefined || loginUrl === undefined || certificates.length === 0) return undefined;
  const logout = serviceOf(descriptor, 'SingleLogoutService');
  return {
    entityId,
    name: nameOf(entity) ?? entityId,
    loginUrl,
    logout: logout && { request: logout.location, answer: logout.answer },
    certificates,
  };
}

/** Where a service is reached by redirect; only the web's own addresses are. */
function serviceOf(descriptor: Element | undefined, name: string): { location: string; answer: string } | undefined {
  const service = childrenOf(descriptor, 'metadata', name).find((one) => attribute(one, 'Binding') === redirect);
  const location = webAddress(attribute(service, 'Location'));
  if (location === undefined) return undefined;
  return { location, answer: webAddress(attribute(service, 'ResponseLocation')) ?? location };
}

function webAddress(text: string | undefined): string | undefined {
  const url = text === undefined ? null : URL.parse(text);
  return url !== null && ['http:', 'https:'].includes(url.protocol) ? text : undefined;
}

/** All that sign: keys without a use do both. */
function certificatesOf(descriptor: Element | undefined): string[] {
  const keys = childrenOf(descriptor, 'metadata', 'KeyDescriptor').filter(
    (key) => (attribute(key, 'use') ?? 'signing') === 'signing',
  );
  const bodies = keys.flatMap((key) =>
    allElements(key)
      .filter((one) => isElement(one, 'signature', 'X509Certificate'))
      .flatMap((one) => textOf(one) ?? []),
  );
  return [...new Set(bodies.flatMap((body) => pemOf(body) ?? []))];
}

function pemOf(body: string): string | undefined {
  try {
    return new X509Certificate(Buffer.from(body, 'base64')).toString();
  } catch {
    return undefined;
  }
}

function nameOf(entity: Element): string | undefined {
  const organization = onlyChild(entity, 'metadata', 'Organization');
  const names = ['OrganizationDisplayName', 'OrganizationName'].flatMap((name) =>
    childrenOf(organization, 'metadata', name).toSorted((a, b) => rank(a) - rank(b)),
  );
  return names.map(textOf).find((name) => name !== undefined);
}

/** Names in Italian first: they are what the federation's own pages show. */
function rank(name: Element): number {
  return name.getAttribute('xml:lang') === 'it' ? 0 : 1;
}
