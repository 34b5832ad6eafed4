import { describe, expect, it } from 'vitest';
import { readConfig } from '#platform/config.ts';
import { metadataOf, samlProvider } from '#test/saml-provider.ts';
import { spidProfile } from '../spid/spid-profile.ts';
import { serviceMetadata } from './metadata.ts';
import { serviceProvider } from './profile.ts';
import { readProviderMetadata } from './provider-metadata.ts';
import { signedElement } from './signature.ts';
import { allElements, attribute, childrenOf, elementsIn, onlyChild, parseXml, textOf } from './xml.ts';

const publicUrl = 'https://turno.comune.example';
const { organization } = readConfig({
  TURNO_URL: publicUrl,
  TURNO_ORGANIZATION: 'Comune di Borgo & Valle',
  TURNO_ORGANIZATION_IPA: 'c_x999',
  TURNO_ORGANIZATION_LOCALITY: 'Borgo',
  TURNO_ORGANIZATION_FISCAL_CODE: '01234567890',
  TURNO_ORGANIZATION_VAT: 'IT01234567890',
  TURNO_ORGANIZATION_EMAIL: 'spid@comune.example',
  TURNO_ORGANIZATION_PHONE: '+39061234567',
});
const keys = samlProvider(publicUrl);
const next = samlProvider(publicUrl).certificate;
const sp = serviceProvider(spidProfile, { entityId: publicUrl, publicUrl, organization });

function metadata() {
  const parsed = parseXml(serviceMetadata(sp, { id: '_metadata', keys: { ...keys, next } }));
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed;
}

describe('our metadata', () => {
  it('are signed with the key in use, right below the root', () => {
    const document = metadata();
    expect(signedElement(document, document.root, [keys.certificate])).toBeDefined();
    expect(signedElement(document, document.root, [next])).toBeUndefined();
    expect(elementsIn(document.root)[0]?.localName).toBe('Signature');
  });

  it('have their parts in the order of the schema', () => {
    const { root } = metadata();
    expect(elementsIn(root).map(({ localName }) => localName)).toEqual([
      'Signature',
      'SPSSODescriptor',
      'Organization',
      'ContactPerson',
    ]);
    const descriptor = onlyChild(root, 'metadata', 'SPSSODescriptor');
    expect(elementsIn(descriptor).map(({ localName }) => localName)).toEqual([
      'KeyDescriptor',
      'KeyDescriptor',
      'SingleLogoutService',
      'SingleLogoutService',
      'NameIDFormat',
      'AssertionConsumerService',
      'AttributeConsumingService',
      'AttributeConsumingService',
      'AttributeConsumingService',
    ]);
    expect(attribute(root, 'entityID')).toBe(publicUrl);
    expect(attribute(descriptor, 'AuthnRequestsSigned')).toBe('true');
    expect(attribute(descriptor, 'WantAssertionsSigned')).toBe('true');
  });

  it('take answers at one address, by POST', () => {
    const descriptor = onlyChild(metadata().root, 'metadata', 'SPSSODescriptor');
    const acs = onlyChild(descriptor, 'metadata', 'AssertionConsumerService');
    expect(attribute(acs, 'Location')).toBe(`${publicUrl}/auth/spid/acs`);
    expect(attribute(acs, 'Binding')).toMatch(/HTTP-POST$/);
    expect([attribute(acs, 'index'), attribute(acs, 'isDefault')]).toEqual(['0', 'true']);
  });

  it('ask for what is needed and nothing else, and of other countries what their node can tell', () => {
    const descriptor = onlyChild(metadata().root, 'metadata', 'SPSSODescriptor');
    const sets = childrenOf(descriptor, 'metadata', 'AttributeConsumingService').map((set) => ({
      index: attribute(set, 'index'),
      language: onlyChild(set, 'metadata', 'ServiceName')?.getAttribute('xml:lang'),
      names: childrenOf(set, 'metadata', 'RequestedAttribute').map((one) => attribute(one, 'Name')),
    }));
    expect(sets.map(({ index, language }) => [index, language])).toEqual([
      ['0', 'it'],
      ['99', 'it'],
      ['100', 'it'],
    ]);
    expect(sets[0]?.names).toEqual(['name', 'familyName', 'fiscalNumber', 'email', 'mobilePhone', 'dateOfBirth']);
    expect(sets[1]?.names).toEqual(['spidCode', 'name', 'familyName', 'dateOfBirth']);
  });

  it('say who runs the site, as a public body', () => {
    const { root } = metadata();
    const names = elementsIn(onlyChild(root, 'metadata', 'Organization'));
    expect(names.map((name) => [name.localName, textOf(name), name.getAttribute('xml:lang')])).toEqual([
      ['OrganizationName', 'Comune di Borgo & Valle', 'it'],
      ['OrganizationDisplayName', 'Comune di Borgo & Valle', 'it'],
      ['OrganizationURL', publicUrl, 'it'],
    ]);
    const contact = onlyChild(root, 'metadata', 'ContactPerson');
    expect(attribute(contact, 'contactType')).toBe('other');
    expect(elementsIn(contact).map(({ localName }) => localName)).toEqual([
      'Extensions',
      'EmailAddress',
      'TelephoneNumber',
    ]);
    const extensions = elementsIn(onlyChild(contact, 'metadata', 'Extensions'));
    expect(extensions.map((one) => [one.localName, textOf(one)])).toEqual([
      ['IPACode', 'c_x999'],
      ['VATNumber', 'IT01234567890'],
      ['FiscalCode', '01234567890'],
      ['Public', undefined],
    ]);
    expect(new Set(extensions.map(({ namespaceURI }) => namespaceURI))).toEqual(
      new Set(['https://spid.gov.it/saml-extensions']),
    );
  });
});

describe('the metadata of providers', () => {
  const idp = samlProvider('https://idp.prova.example');

  it('tell where to send people, with all certificates and the Italian name', () => {
    const read = readProviderMetadata(idp.metadata([idp.certificate, next]));
    expect(read).toMatchObject({
      ok: true,
      providers: [
        {
          entityId: idp.entityId,
          name: 'Identità di prova',
          loginUrl: `${idp.entityId}/sso`,
          logout: { request: `${idp.entityId}/slo`, answer: `${idp.entityId}/slo` },
          certificates: [idp.certificate, next],
        },
      ],
    });
  });

  it('may be a list of many', () => {
    const list = `<md:EntitiesDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata">${idp.metadata()}${metadataOf('https://due.prova.example', [next])}</md:EntitiesDescriptor>`;
    const read = readProviderMetadata(list);
    expect(read.ok && read.providers.map(({ entityId }) => entityId)).toEqual([
      idp.entityId,
      'https://due.prova.example',
    ]);
  });

  it.each([
    ['not-xml', 'metadata'],
    ['doctype', '<!DOCTYPE a><a/>'],
    ['not-metadata', '<a/>'],
    ['no-provider', serviceMetadata(sp, { id: '_metadata', keys: { ...keys, next: undefined } })],
    ['no-provider', idp.metadata([])],
    ['no-provider', idp.metadata().replaceAll('https://idp.prova.example/sso"', 'javascript:alert(1)"')],
  ])('are none (%s)', (reason, text) => {
    expect(readProviderMetadata(text)).toEqual({ ok: false, reason });
  });
});

it('every element that we write has a namespace', () => {
  expect(allElements(metadata().root).every((one) => (one.namespaceURI ?? '') !== '')).toBe(true);
});
