import { generateKeyPairSync } from 'node:crypto';
import { SignedXml } from 'xml-crypto';
import { selfSigned, signDocument } from '#features/federation/index.ts';

const entity = 'urn:oasis:names:tc:SAML:2.0:nameid-format:entity';
const rsaSha256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
const sha256 = 'http://www.w3.org/2001/04/xmlenc#sha256';
const enveloped = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';
const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#';

export interface SigningWay {
  readonly signature?: string;
  readonly digest?: string;
  readonly transforms?: readonly string[];
}

/** What a response is made of; each part may be written otherwise. */
export interface ResponseWish {
  readonly requestId: string;
  readonly acs: string;
  readonly audience: string;
  readonly now: Temporal.Instant;
  readonly level?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  /** changes the text before anything is signed */
  readonly before?: (xml: string) => string;
  readonly sign?: readonly ('assertion' | 'response')[];
  readonly way?: SigningWay;
  /** changes it once it is signed */
  readonly after?: (xml: string) => string;
}

/** A response to a request of an invented site. */
export function usualResponse(requestId: string, now: Temporal.Instant): ResponseWish {
  return {
    requestId,
    acs: 'https://turno.comune.example/auth/spid/acs',
    audience: 'https://turno.comune.example',
    now,
  };
}

/** An invented person. */
export const provedAda: Readonly<Record<string, string>> = {
  name: 'Ada',
  familyName: 'Bianchi',
  fiscalNumber: 'TINIT-BNCDAA85D51F205K',
  email: 'ada.bianchi@posta.example',
  mobilePhone: '+393331234567',
  dateOfBirth: '1985-04-11',
};

/** An identity provider of the tests: a key of its own, metadata, responses right and wrong. */
export function samlProvider(entityId: string) {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const organization = { name: 'Identità di prova', ipaCode: 'prova', locality: 'Roma' };
  const from = Temporal.Instant.from('2026-01-01T00:00:00Z');
  const until = Temporal.Instant.from('2030-01-01T00:00:00Z');
  const certificate = selfSigned({ entityId, organization }, { privateKey, from, until });
  const sign = (xml: string, name: string, way: SigningWay = {}) => signed(xml, name, privateKey, way);
  return {
    entityId,
    privateKey,
    certificate,
    loginUrl: `${entityId}/sso`,
    sign,
    /** Its metadata as the federation signs them, with the certificate of whoever does. */
    signedMetadata: (by: { privateKey: string; certificate: string }) =>
      signDocument(metadataOf(entityId, [certificate]), by),
    metadata: (certificates: readonly string[] = [certificate]) => metadataOf(entityId, certificates),
    respond(wish: ResponseWish): string {
      const plain = (wish.before ?? same)(responseXml(entityId, wish));
      const done = (wish.sign ?? ['assertion', 'response']).reduce(
        (xml, what) => sign(xml, what === 'assertion' ? 'Assertion' : 'Response', wish.way),
        plain,
      );
      return (wish.after ?? same)(done);
    },
    /** What it sends when it did not log the person in. */
    refuse: (wish: ResponseWish, message: string) =>
      (wish.after ?? same)((wish.before ?? same)(refusalXml(entityId, wish, message))),
  };
}

export type SamlTestProvider = ReturnType<typeof samlProvider>;

export function metadataOf(entityId: string, certificates: readonly string[], name = 'Identità di prova'): string {
  const keys = certificates.map(
    (pem) => `<md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data>
      <ds:X509Certificate>${pem.replace(/-----[^-]+-----/g, '')}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`,
  );
  return `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${entityId}" ID="_metadata">
    <md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
      ${keys.join('')}
      <md:SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="${entityId}/slo"/>
      <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="${entityId}/sso-post"/>
      <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="${entityId}/sso"/>
    </md:IDPSSODescriptor>
    <md:Organization><md:OrganizationDisplayName xml:lang="en">Test identity</md:OrganizationDisplayName>
      <md:OrganizationDisplayName xml:lang="it">${name}</md:OrganizationDisplayName></md:Organization>
  </md:EntityDescriptor>`;
}

function responseXml(issuer: string, wish: ResponseWish): string {
  const { requestId, acs, audience, now, level = 'https://www.spid.gov.it/SpidL2', attributes = provedAda } = wish;
  const issued = now.toString({ smallestUnit: 'second' });
  const end = now.add({ minutes: 5 }).toString({ smallestUnit: 'second' });
  const values = Object.entries(attributes).map(
    ([name, value]) =>
      `<saml:Attribute Name="${name}"><saml:AttributeValue xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="xs:string">${value}</saml:AttributeValue></saml:Attribute>`,
  );
  return `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_response" Version="2.0" IssueInstant="${issued}" Destination="${acs}" InResponseTo="${requestId}"><saml:Issuer Format="${entity}">${issuer}</saml:Issuer><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status><saml:Assertion ID="_assertion" Version="2.0" IssueInstant="${issued}"><saml:Issuer Format="${entity}">${issuer}</saml:Issuer><saml:Subject><saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:transient" NameQualifier="${issuer}">_transient</saml:NameID><saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData InResponseTo="${requestId}" NotOnOrAfter="${end}" Recipient="${acs}"/></saml:SubjectConfirmation></saml:Subject><saml:Conditions NotBefore="${issued}" NotOnOrAfter="${end}"><saml:AudienceRestriction><saml:Audience>${audience}</saml:Audience></saml:AudienceRestriction></saml:Conditions><saml:AuthnStatement AuthnInstant="${issued}" SessionIndex="_session"><saml:AuthnContext><saml:AuthnContextClassRef>${level}</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement><saml:AttributeStatement>${values.join('')}</saml:AttributeStatement></saml:Assertion></samlp:Response>`;
}

function refusalXml(issuer: string, { requestId, acs, now }: ResponseWish, message: string): string {
  const issued = now.toString({ smallestUnit: 'second' });
  return `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_response" Version="2.0" IssueInstant="${issued}" Destination="${acs}" InResponseTo="${requestId}"><saml:Issuer Format="${entity}">${issuer}</saml:Issuer><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Responder"><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:AuthnFailed"/></samlp:StatusCode><samlp:StatusMessage>${message}</samlp:StatusMessage></samlp:Status></samlp:Response>`;
}

function signed(xml: string, name: string, privateKey: string, way: SigningWay): string {
  const signer = new SignedXml({
    privateKey,
    idAttribute: 'ID',
    signatureAlgorithm: way.signature ?? rsaSha256,
    canonicalizationAlgorithm: exclusive,
  });
  const xpath = `//*[local-name(.)='${name}']`;
  signer.addReference({
    xpath,
    digestAlgorithm: way.digest ?? sha256,
    transforms: [...(way.transforms ?? [enveloped, exclusive])],
  });
  const issuer = `${xpath}/*[local-name(.)='Issuer']`;
  const location = new RegExp(`:${name}\\b[^>]*>\\s*<[^>]*Issuer`).test(xml)
    ? { reference: issuer, action: 'after' as const }
    : { reference: xpath, action: 'prepend' as const };
  signer.computeSignature(xml, { prefix: 'ds', location });
  return signer.getSignedXml();
}

function same(xml: string): string {
  return xml;
}
