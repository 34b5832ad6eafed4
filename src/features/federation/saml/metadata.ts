import type { AttributeSet, SamlProfile, ServiceProvider } from './profile.ts';
import { nameFormats } from './request.ts';
import { signDocument } from './sign-document.ts';
import { element, row, type Xml } from './write-xml.ts';
import { namespaces } from './xml.ts';

const bindings = {
  post: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST',
  redirect: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect',
} as const;

/** What signs: the certificate in use, and the one that will follow it, in PEM. */
export interface MetadataKeys {
  readonly privateKey: string;
  readonly certificate: string;
  readonly next: string | undefined;
}

/** Our own metadata, signed, its parts in the order of the schema. */
export function serviceMetadata(sp: ServiceProvider, { id, keys }: { id: string; keys: MetadataKeys }): string {
  const { profile, organization } = sp;
  const { xml } = element(
    'md:EntityDescriptor',
    {
      'xmlns:md': namespaces.metadata,
      'xmlns:ds': namespaces.signature,
      ...profile.metadata.namespaces,
      entityID: sp.entityId,
      ID: id,
    },
    element(
      'md:SPSSODescriptor',
      {
        protocolSupportEnumeration: namespaces.protocol,
        AuthnRequestsSigned: 'true',
        WantAssertionsSigned: 'true',
      },
      signingKey(keys.certificate),
      keys.next === undefined ? undefined : signingKey(keys.next),
      ...[bindings.redirect, bindings.post].map((binding) =>
        element('md:SingleLogoutService', { Binding: binding, Location: sp.logout }),
      ),
      element('md:NameIDFormat', {}, nameFormats.transient),
      element('md:AssertionConsumerService', {
        Binding: bindings.post,
        Location: sp.acs,
        index: '0',
        isDefault: 'true',
      }),
      ...profile.attributeSets.map((set) => requested(set, profile)),
    ),
    element(
      'md:Organization',
      {},
      ...(
        [
          ['OrganizationName', organization.name],
          ['OrganizationDisplayName', organization.name],
          ['OrganizationURL', organization.website],
        ] as const
      ).map(([name, text]) => element(`md:${name}`, { 'xml:lang': 'it' }, text)),
    ),
    row(...profile.metadata.contacts(organization)),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${signDocument(xml, keys)}\n`;
}

function signingKey(certificate: string): Xml {
  const x509 = element('ds:X509Data', {}, element('ds:X509Certificate', {}, certificateBody(certificate)));
  return element('md:KeyDescriptor', { use: 'signing' }, element('ds:KeyInfo', {}, x509));
}

function requested({ index, name, attributes }: AttributeSet, { metadata }: SamlProfile): Xml {
  return element(
    'md:AttributeConsumingService',
    { index: String(index) },
    element('md:ServiceName', { 'xml:lang': metadata.serviceNameLanguage }, name),
    ...attributes.map((one) => element('md:RequestedAttribute', { Name: one })),
  );
}

/** The letters between the first and the last line of a PEM. */
function certificateBody(pem: string): string {
  return pem.replace(/-----[^-]+-----|\s/g, '');
}
