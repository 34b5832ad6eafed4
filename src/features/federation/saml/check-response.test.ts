import { describe, expect, it } from 'vitest';
import { readConfig } from '#platform/config.ts';
import { provedAda, type ResponseWish, samlProvider } from '#test/saml-provider.ts';
import { spidProfile } from '../spid/spid-profile.ts';
import { type CheckedResponse, checkResponse } from './check-response.ts';
import { type Level, serviceProvider } from './profile.ts';
import { readProviderMetadata } from './provider-metadata.ts';
import { readResponse } from './read-response.ts';

const now = Temporal.Instant.from('2026-11-22T10:00:00.700Z');
const entityId = 'https://turno.comune.example';
const { organization } = readConfig({ TURNO_URL: entityId });
const sp = serviceProvider(spidProfile, { entityId, publicUrl: entityId, organization });
const idp = samlProvider('https://idp.prova.example');
const stranger = samlProvider('https://idp.prova.example');
const requestId = '_the-request';
const usual = { requestId, acs: sp.acs, audience: entityId, now };

type Change = Partial<ResponseWish> & { at?: Temporal.Instant; asked?: Level; set?: number };

function check(xml: string, { at = now, asked = 2, set = 0 }: Change = {}): CheckedResponse | string {
  const read = readResponse(Buffer.from(xml).toString('base64'));
  if (!read.ok) return read.fault;
  const metadata = readProviderMetadata(idp.metadata());
  const provider = metadata.ok ? metadata.providers[0] : undefined;
  if (provider === undefined) throw new Error('the provider cannot be read');
  return checkResponse(read, { sp, now: at, provider, request: { requestId, requestedAt: now, level: asked, set } });
}

function faultOf(change: Change): string | undefined {
  const answer = check(idp.respond({ ...usual, ...change }), change);
  if (typeof answer === 'string') return answer;
  return answer.ok ? undefined : answer.fault;
}

/** Something of the response written otherwise before it is signed. */
const written = (from: string | RegExp, to: string): Change => ({
  before: (xml) => {
    const changed = xml.replace(from, to);
    expect(changed).not.toBe(xml);
    return changed;
  },
});
const inAssertion = (from: RegExp, to: string): Change => ({
  before: (xml) => {
    const at = xml.indexOf('<saml:Assertion');
    const changed = xml.slice(0, at) + xml.slice(at).replace(from, to);
    expect(changed).not.toBe(xml);
    return changed;
  },
});
const without = (part: RegExp) => inAssertion(part, '');
const onlyAssertion = { sign: ['assertion'] } as const;

describe('a response that keeps every rule', () => {
  it('is taken, with the level and the attributes of its assertion', () => {
    const answer = check(idp.respond(usual));
    expect(answer).toMatchObject({ ok: true, level: 2 });
    if (typeof answer !== 'string' && answer.ok) expect(Object.fromEntries(answer.attributes)).toEqual(provedAda);
  });

  it.each<[string, Change]>([
    ['signed only on its assertion', onlyAssertion],
    ['without the format of its issuer', written(/ Format="[^"]*entity"/, '')],
    ['with fractions of seconds', written(/IssueInstant="[^"]*"/, 'IssueInstant="2026-11-22T10:00:00.123456Z"')],
    ['of whole seconds, so that it seems older than the request', {}],
    ['at a higher level', { level: 'https://www.spid.gov.it/SpidL3' }],
    ['with blanks and line ends around its texts', inAssertion(/_transient/, '\r\n   _transient\r\n   ')],
    [
      'with an XML declaration and a line before it',
      { after: (xml) => `\n<?xml version="1.0" encoding="UTF-8" ?> ${xml}` },
    ],
    [
      'without e-mail and telephone',
      { attributes: { name: 'Ada', familyName: 'Bianchi', fiscalNumber: 'TINIT-BNCDAA85D51F205K' } },
    ],
    ['signed with SHA-512', { way: { signature: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512' } }],
    ['five seconds ahead of our clock', { at: now.subtract({ milliseconds: 5_600 }) }],
    ['just before it ends, and five seconds more', { at: now.add({ minutes: 5, seconds: 4 }) }],
  ])('%s', (_name, change) => {
    expect(faultOf(change)).toBeUndefined();
  });

  it('may be signed with any of the provider’s certificates, while one takes the place of another', () => {
    const read = readResponse(Buffer.from(idp.respond(usual)).toString('base64'));
    const metadata = readProviderMetadata(idp.metadata([stranger.certificate, idp.certificate]));
    const provider = metadata.ok ? metadata.providers[0] : undefined;
    if (!read.ok || provider === undefined) throw new Error('nothing to check');
    expect(provider.certificates).toHaveLength(2);
    const request = { requestId, requestedAt: now, level: 2 as const, set: 0 };
    expect(checkResponse(read, { sp, now, provider, request })).toMatchObject({ ok: true });
  });

  it('is taken for somebody of another country, by the identifier of the European node', () => {
    const attributes = { spidCode: 'IT/AT/12345', name: 'Anna', familyName: 'Huber', dateOfBirth: '1990-02-03' };
    expect(faultOf({ attributes, set: 99 })).toBeUndefined();
    expect(faultOf({ attributes, set: 0 })).toBe('attributes');
  });
});

describe('a response is refused', () => {
  it.each<[string, string, Change]>([
    ['without ID', 'id', { ...written(' ID="_response"', ''), ...onlyAssertion }],
    ['with an empty ID', 'id', { ...written('ID="_response"', 'ID=""'), ...onlyAssertion }],
    ['of another version', 'version', written('Version="2.0"', 'Version="1.0"')],
    ['without the time of issue', 'issue-instant', written(/ IssueInstant="[^"]*"/, '')],
    ['with an empty time of issue', 'issue-instant', written(/IssueInstant="[^"]*"/, 'IssueInstant=""')],
    ['with a date for a time', 'issue-instant', written(/IssueInstant="[^"]*"/, 'IssueInstant="2026-11-22"')],
    [
      'with a time of another zone',
      'issue-instant',
      written(/IssueInstant="[^"]*"/, 'IssueInstant="2026-11-22T11:00:00+01:00"'),
    ],
    [
      'issued before the request',
      'issue-instant',
      written(/IssueInstant="[^"]*"/, 'IssueInstant="2026-11-22T09:59:54Z"'),
    ],
    ['issued in the future', 'issue-instant', written(/IssueInstant="[^"]*"/, 'IssueInstant="2026-11-22T10:00:06Z"')],
    ['to nothing', 'in-response-to', written(/ InResponseTo="[^"]*"/, '')],
    ['to an empty name', 'in-response-to', written(/InResponseTo="[^"]*"/, 'InResponseTo=""')],
    ['to another request', 'in-response-to', written(/InResponseTo="[^"]*"/, 'InResponseTo="_another"')],
    ['without destination', 'destination', written(/ Destination="[^"]*"/, '')],
    ['with an empty destination', 'destination', written(/Destination="[^"]*"/, 'Destination=""')],
    [
      'for another destination',
      'destination',
      written(/Destination="[^"]*"/, 'Destination="https://altrove.example/acs"'),
    ],
    ['without status', 'status', written(/<samlp:Status>.*<\/samlp:Status>/, '')],
    ['with an empty status', 'status', written(/<samlp:StatusCode[^>]*>/, '')],
    ['with an empty status code', 'status', written(/StatusCode Value="[^"]*"/, 'StatusCode Value=""')],
    ['with a status nobody knows', 'status', written(/status:Success/, 'status:unknown')],
    ['without issuer', 'issuer', { ...written(/<saml:Issuer.*?<\/saml:Issuer>/, ''), ...onlyAssertion }],
    ['with an empty issuer', 'issuer', written('https://idp.prova.example<', '<')],
    ['of another provider', 'issuer', written('https://idp.prova.example<', 'https://altro.example<')],
    ['whose issuer is no entity', 'issuer-format', written('format:entity', 'format:unspecified')],
    ['whose issuer has an empty format', 'issuer-format', written(/Format="[^"]*entity"/, 'Format=""')],
    [
      'without assertion',
      'assertion-count',
      { ...written(/<saml:Assertion.*<\/saml:Assertion>/, ''), sign: ['response'] },
    ],
    [
      'with an encrypted assertion',
      'assertion-count',
      { ...written('</samlp:Response>', '<saml:EncryptedAssertion/></samlp:Response>') },
    ],
    ['not signed at all', 'assertion-signature', { sign: [] }],
    ['signed only as a whole', 'assertion-signature', { sign: ['response'] }],
  ])('%s', (_name, fault, change) => {
    expect(faultOf(change)).toBe(fault);
  });
});

describe('an assertion is refused', () => {
  const time = (name: string, to: string) => inAssertion(new RegExp(`${name}="[^"]*"`), `${name}="${to}"`);
  const confirmation = (name: string, to: string) =>
    inAssertion(new RegExp(`(SubjectConfirmationData[^>]*${name})="[^"]*"`), `$1="${to}"`);
  it.each<[string, string, Change]>([
    ['without ID', 'assertion-signature', { ...without(/ ID="_assertion"/), sign: [] }],
    ['with an empty ID', 'assertion-signature', { ...inAssertion(/ID="_assertion"/, 'ID=""'), sign: [] }],
    ['of another version', 'version', inAssertion(/Version="2.0"/, 'Version="1.0"')],
    ['without the time of issue', 'issue-instant', without(/ IssueInstant="[^"]*"/)],
    ['with an empty time of issue', 'issue-instant', time('IssueInstant', '')],
    ['with a time written otherwise', 'issue-instant', time('IssueInstant', '2026-11-22 10:00')],
    ['issued before the request', 'issue-instant', time('IssueInstant', '2026-11-22T09:59:54Z')],
    ['issued in the future', 'issue-instant', time('IssueInstant', '2026-11-22T10:00:06Z')],
    ['without issuer', 'issuer', { ...without(/<saml:Issuer.*?<\/saml:Issuer>/), sign: ['assertion'] }],
    ['of another provider', 'issuer', inAssertion(/https:\/\/idp.prova.example</, 'https://altro.example<')],
    ['whose issuer has no format', 'issuer-format', without(/ Format="[^"]*entity"/)],
    ['whose issuer has an empty format', 'issuer-format', inAssertion(/Format="[^"]*entity"/, 'Format=""')],
    ['whose issuer is no entity', 'issuer-format', inAssertion(/format:entity/, 'format:unspecified')],
    ['without subject', 'subject', without(/<saml:Subject>.*<\/saml:Subject>/)],
    [
      'with an empty subject',
      'name-id',
      inAssertion(/<saml:Subject>.*<\/saml:Subject>/, '<saml:Subject> </saml:Subject>'),
    ],
    ['without name', 'name-id', without(/<saml:NameID.*<\/saml:NameID>/)],
    ['with an empty name', 'name-id', inAssertion(/_transient/, ' ')],
    ['whose name has no format', 'name-id-format', without(/ Format="[^"]*transient"/)],
    ['whose name has an empty format', 'name-id-format', inAssertion(/Format="[^"]*transient"/, 'Format=""')],
    ['whose name is not transient', 'name-id-format', inAssertion(/format:transient/, 'format:persistent')],
    ['whose name belongs to nobody', 'name-qualifier', without(/ NameQualifier="[^"]*"/)],
    ['whose name has an empty owner', 'name-qualifier', inAssertion(/NameQualifier="[^"]*"/, 'NameQualifier=""')],
    ['without confirmation', 'confirmation', without(/<saml:SubjectConfirmation .*<\/saml:SubjectConfirmation>/)],
    ['with an empty confirmation', 'confirmation', without(/<saml:SubjectConfirmationData[^>]*>/)],
    ['confirmed in no way', 'confirmation-method', without(/ Method="[^"]*"/)],
    ['confirmed in an empty way', 'confirmation-method', inAssertion(/Method="[^"]*"/, 'Method=""')],
    ['confirmed by the holder of a key', 'confirmation-method', inAssertion(/cm:bearer/, 'cm:holder-of-key')],
    ['without recipient', 'recipient', without(/ Recipient="[^"]*"/)],
    ['with an empty recipient', 'recipient', confirmation('Recipient', '')],
    ['for another recipient', 'recipient', confirmation('Recipient', 'https://altrove.example/acs')],
    ['to no request', 'confirmation-in-response-to', without(/ InResponseTo="[^"]*"/)],
    ['to an empty request', 'confirmation-in-response-to', confirmation('InResponseTo', '')],
    ['to another request', 'confirmation-in-response-to', confirmation('InResponseTo', '_another')],
    ['confirmed without end', 'confirmation-not-on-or-after', without(/ NotOnOrAfter="[^"]*"/)],
    ['confirmed until an empty end', 'confirmation-not-on-or-after', confirmation('NotOnOrAfter', '')],
    ['confirmed until a date', 'confirmation-not-on-or-after', confirmation('NotOnOrAfter', '2026.11.23')],
    [
      'confirmed until before now',
      'confirmation-not-on-or-after',
      confirmation('NotOnOrAfter', '2026-11-22T09:59:55Z'),
    ],
    [
      'confirmed only later',
      'not-before',
      inAssertion(/(<saml:SubjectConfirmationData)/, '$1 NotBefore="2026-11-22T10:01:00Z"'),
    ],
    ['without conditions', 'conditions', without(/<saml:Conditions .*<\/saml:Conditions>/)],
    [
      'under a condition nobody knows',
      'conditions',
      inAssertion(/(<saml:AudienceRestriction>)/, '<saml:Condition/>$1'),
    ],
    ['without beginning', 'not-before', without(/ NotBefore="[^"]*"/)],
    ['with an empty beginning', 'not-before', time('NotBefore', '')],
    ['with a beginning written otherwise', 'not-before', time('NotBefore', '2026/11/22')],
    ['that begins later', 'not-before', time('NotBefore', '2026-11-22T10:00:06Z')],
    ['without end', 'not-on-or-after', without(/(?<=<saml:Conditions[^>]*) NotOnOrAfter="[^"]*"/)],
    ['with an empty end', 'not-on-or-after', inAssertion(/(<saml:Conditions[^>]*NotOnOrAfter)="[^"]*"/, '$1=""')],
    [
      'with an end written otherwise',
      'not-on-or-after',
      inAssertion(/(<saml:Conditions[^>]*NotOnOrAfter)="[^"]*"/, '$1="22-11-2026"'),
    ],
    [
      'that is over',
      'not-on-or-after',
      inAssertion(/(<saml:Conditions[^>]*NotOnOrAfter)="[^"]*"/, '$1="2026-11-22T09:59:55Z"'),
    ],
    ['for no audience', 'audience', without(/<saml:AudienceRestriction>.*<\/saml:AudienceRestriction>/)],
    ['for an empty audience', 'audience', without(/<saml:Audience>.*<\/saml:Audience>/)],
    ['for an audience without name', 'audience', inAssertion(/<saml:Audience>.*<\/saml:Audience>/, '<saml:Audience/>')],
    ['for another audience', 'audience', { audience: 'https://altrove.example' }],
    ['without statement of the login', 'authn-statement', without(/<saml:AuthnStatement .*<\/saml:AuthnStatement>/)],
    ['without context', 'authn-statement', without(/<saml:AuthnContext>.*<\/saml:AuthnContext>/)],
    ['with an empty context', 'authn-statement', without(/<saml:AuthnContextClassRef>.*<\/saml:AuthnContextClassRef>/)],
    ['with an empty level', 'authn-statement', { level: '' }],
    ['at a level nobody knows', 'authn-statement', { level: 'urn:oasis:names:tc:SAML:2.0:ac:classes:SpidL2' }],
    ['at a lower level', 'level', { level: 'https://www.spid.gov.it/SpidL1' }],
    ['below the third level', 'level', { asked: 3 }],
    ['without attributes', 'attributes', without(/<saml:AttributeStatement>.*<\/saml:AttributeStatement>/)],
    ['with an empty statement of attributes', 'attributes', { attributes: {} }],
    ['without the codice fiscale', 'attributes', { attributes: { name: 'Ada', familyName: 'Bianchi' } }],
    ['with an empty codice fiscale', 'attributes', { attributes: { ...provedAda, fiscalNumber: '' } }],
    [
      'with two values of one attribute',
      'attributes',
      inAssertion(/(<saml:Attribute Name="fiscalNumber">.*?<\/saml:Attribute>)/, '$1$1'),
    ],
  ])('%s', (_name, fault, change) => {
    expect(faultOf(change)).toBe(fault);
  });
});

describe('the provider’s own refusal', () => {
  it.each([19, 20, 21, 22, 23, 25, 30])('number %i is told by its number', (number) => {
    const answer = check(idp.refuse(usual, `ErrorCode nr${number}`));
    expect(answer).toEqual({ ok: false, fault: 'provider-error', error: number });
  });

  it('without a number of the rules is one of no particular kind', () => {
    expect(check(idp.refuse(usual, 'ErrorCode nr17'))).toEqual({
      ok: false,
      fault: 'provider-error',
      error: undefined,
    });
  });

  it('is not believed for another request, from another provider or for another site', () => {
    for (const before of [
      (xml: string) => xml.replace('_the-request', '_another'),
      (xml: string) => xml.replace('https://idp.prova.example<', 'https://altro.example<'),
      (xml: string) => xml.replace(/Destination="[^"]*"/, 'Destination="https://altrove.example"'),
    ]) {
      expect(check(idp.refuse({ ...usual, before }, 'ErrorCode nr25'))).not.toMatchObject({ fault: 'provider-error' });
    }
  });
});
