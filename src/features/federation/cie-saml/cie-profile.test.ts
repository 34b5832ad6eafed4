import { describe, expect, it } from 'vitest';
import { readConfig } from '#platform/config.ts';
import { makeKeys } from '../keys/make-keys.ts';
import { serviceMetadata } from '../saml/metadata.ts';
import { loginRequest } from '../saml/request.ts';
import { signedElement } from '../saml/signature.ts';
import { parseXml } from '../saml/xml.ts';
import { cieServiceProvider } from './cie.ts';

const config = readConfig({
  TURNO_URL: 'https://appuntamenti.prova.example',
  TURNO_ORGANIZATION: 'Comune di Prova',
  TURNO_ORGANIZATION_IPA: 'c_h501',
  TURNO_ORGANIZATION_MUNICIPALITY: 'H501',
  TURNO_ORGANIZATION_EMAIL: 'protocollo@prova.example',
  TURNO_ORGANIZATION_PHONE: '+39060606',
  TURNO_CIE_ENTITY_ID: 'https://prova.example/cie',
});
const sp = cieServiceProvider(config);
const now = Temporal.Instant.from('2026-11-22T10:00:00Z');

describe('CIE over SAML', () => {
  it('has metadata of its own, signed, with the contact and the four attributes that its manual asks for', async () => {
    const keys = await makeKeys(sp, { now });
    const xml = serviceMetadata(sp, { id: '_metadata', keys: { ...keys, next: undefined } });
    const parsed = parseXml(xml);
    expect(parsed.ok && signedElement(parsed, parsed.root, [keys.certificate])).toBeTruthy();
    expect(xml).toContain('entityID="https://prova.example/cie"');
    expect(xml).toContain('Location="https://appuntamenti.prova.example/auth/cie/acs" index="0" isDefault="true"');
    expect([...xml.matchAll(/RequestedAttribute Name="(\w+)"/g)].map(([, name]) => name)).toEqual([
      'name',
      'familyName',
      'dateOfBirth',
      'fiscalNumber',
    ]);
    expect(xml).toContain(
      '<md:ContactPerson contactType="administrative"><md:Extensions><cie:Public/>' +
        '<cie:IPACode>c_h501</cie:IPACode><cie:Municipality>H501</cie:Municipality></md:Extensions>' +
        '<md:Company>Comune di Prova</md:Company><md:EmailAddress>protocollo@prova.example</md:EmailAddress>' +
        '<md:TelephoneNumber>+39060606</md:TelephoneNumber></md:ContactPerson>',
    );
    expect(xml).toContain('xmlns:cie="https://www.cartaidentita.interno.gov.it/saml-extensions"');
    expect(xml).not.toContain('spid.gov.it/saml-extensions');
    expect(xml.match(/<md:ContactPerson/g)).toHaveLength(1);
  });

  it.each([1, 2, 3] as const)('asks who somebody is anew, at least at level %i', (level) => {
    const provider = {
      entityId: 'https://idserver.prova.example',
      name: 'CIE',
      loginUrl: 'https://idserver.prova.example/sso',
      logout: undefined,
      certificates: [],
    };
    const xml = loginRequest(sp, { id: '_request', provider, level, set: 0, now });
    expect(xml).toContain('ForceAuthn="true"');
    expect(xml).toContain('Comparison="minimum"');
    expect(xml).toContain(`>https://www.spid.gov.it/SpidL${level}<`);
    expect(xml).toContain('AssertionConsumerServiceIndex="0" AttributeConsumingServiceIndex="0"');
    expect(xml).not.toMatch(/IsPassive|AllowCreate|Scoping|AssertionConsumerServiceURL|ProtocolBinding/);
  });
});
