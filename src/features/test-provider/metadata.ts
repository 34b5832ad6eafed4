import type { ProviderKey } from './key.ts';
import { addressesOf, type Profile } from './profiles.ts';
import { bindings, formats, namespaces } from './xml/names.ts';
import { signElement } from './xml/sign.ts';
import { element, written } from './xml/write.ts';
import type { Deps } from '#platform/deps.ts';

const attributeNames = {
  spid: ['spidCode', 'name', 'familyName', 'dateOfBirth', 'placeOfBirth', 'fiscalNumber', 'email', 'mobilePhone'],
  cie: ['name', 'familyName', 'dateOfBirth', 'fiscalNumber'],
  eidas: ['spidCode', 'name', 'familyName', 'dateOfBirth', 'placeOfBirth'],
} as const;

/** The signed metadata of one of its profiles, for service providers that trust it. */
export function providerMetadata(deps: Pick<Deps, 'config'>, request: { key: ProviderKey; profile: Profile }): string {
  const { key, profile } = request;
  const { entityId, login, logout } = addressesOf(deps, profile);
  const certificate = key.certificate.replaceAll(/-----[A-Z ]+-----|\s/g, '');
  const xml = written(
    element(
      'md:EntityDescriptor',
      {
        'xmlns:md': namespaces.metadata,
        'xmlns:ds': namespaces.signature,
        'xmlns:saml': namespaces.assertion,
        entityID: entityId,
        ID: `_test-provider-${profile.name}`,
      },
      element(
        'md:IDPSSODescriptor',
        { protocolSupportEnumeration: namespaces.protocol, WantAuthnRequestsSigned: 'true' },
        element(
          'md:KeyDescriptor',
          { use: 'signing' },
          element('ds:KeyInfo', {}, element('ds:X509Data', {}, element('ds:X509Certificate', {}, certificate))),
        ),
        element('md:SingleLogoutService', { Binding: bindings.redirect, Location: logout }),
        element('md:NameIDFormat', {}, formats.transient),
        element('md:SingleSignOnService', { Binding: bindings.redirect, Location: login }),
        ...attributeNames[profile.name].map((name) =>
          element('saml:Attribute', { Name: name, NameFormat: formats.basic }),
        ),
      ),
      element(
        'md:Organization',
        {},
        ...['OrganizationName', 'OrganizationDisplayName'].map((name) =>
          element(`md:${name}`, { 'xml:lang': 'it' }, profile.title),
        ),
        element('md:OrganizationURL', { 'xml:lang': 'it' }, `${deps.config.publicUrl}/demo/idp`),
      ),
    ),
  );
  return signElement(xml, { key, path: '/*', first: true });
}
