import { createSign } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { SignedXml } from 'xml-crypto';

const sha256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#';

export interface ClientKey {
  readonly privateKey: string;
  readonly certificate: string;
}

/** A service provider of SPID, or of CIE, that a test plays: its metadata and its signed requests, as plain text. */
export function samlClient({ address, key }: { address: string; key: ClientKey }) {
  const certificate = key.certificate.replaceAll(/-----[A-Z ]+-----|\s/g, '');
  return {
    metadata(): string {
      return signed(
        `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" ID="_client" entityID="${address}">` +
          `<md:SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol" AuthnRequestsSigned="true" WantAssertionsSigned="true">` +
          `<md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>${certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>` +
          `<md:SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="${address}/logout"/>` +
          `<md:AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="${address}/acs" index="0" isDefault="true"/>` +
          `<md:AttributeConsumingService index="0"><md:ServiceName xml:lang="it">Prova</md:ServiceName><md:RequestedAttribute Name="name"/><md:RequestedAttribute Name="fiscalNumber"/><md:RequestedAttribute Name="email"/></md:AttributeConsumingService>` +
          `</md:SPSSODescriptor></md:EntityDescriptor>`,
        key,
      );
    },
    /** A request as the rules want it; `change` makes it another. */
    request({
      destination,
      id,
      at,
      level = 2,
    }: {
      destination: string;
      id: string;
      at: string;
      level?: number;
    }): string {
      return (
        `<samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${id}" Version="2.0" IssueInstant="${at}" Destination="${destination}" ForceAuthn="true" AssertionConsumerServiceIndex="0" AttributeConsumingServiceIndex="0">` +
        `<saml:Issuer Format="urn:oasis:names:tc:SAML:2.0:nameid-format:entity" NameQualifier="${address}">${address}</saml:Issuer>` +
        `<samlp:NameIDPolicy Format="urn:oasis:names:tc:SAML:2.0:nameid-format:transient"/>` +
        `<samlp:RequestedAuthnContext Comparison="minimum"><saml:AuthnContextClassRef>https://www.spid.gov.it/SpidL${level}</saml:AuthnContextClassRef></samlp:RequestedAuthnContext>` +
        `</samlp:AuthnRequest>`
      );
    },
    /** The address that brings a message by HTTP-Redirect, signed. */
    redirect(to: string, xml: string, name: 'SAMLRequest' | 'SAMLResponse' = 'SAMLRequest'): string {
      const packed = encodeURIComponent(deflateRawSync(xml).toString('base64'));
      const query = `${name}=${packed}&RelayState=opaque&SigAlg=${encodeURIComponent(sha256)}`;
      const signature = createSign('RSA-SHA256').update(query).sign(key.privateKey, 'base64');
      return `${to}?${query}&Signature=${encodeURIComponent(signature)}`;
    },
  };
}

/** Whether a certificate signed this element of a document, and nothing else. */
export function isSignedElement(xml: string, signature: Element, certificate: string): boolean {
  const check = new SignedXml({ publicCert: certificate, getCertFromKeyInfo: () => null });
  check.loadSignature(signature);
  try {
    return check.getReferences().length === 1 && check.checkSignature(xml);
  } catch {
    return false;
  }
}

function signed(xml: string, { privateKey, certificate }: ClientKey): string {
  const signer = new SignedXml({
    privateKey,
    publicCert: certificate,
    signatureAlgorithm: sha256,
    canonicalizationAlgorithm: exclusive,
  });
  signer.addReference({
    xpath: '/*',
    transforms: ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', exclusive],
    digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256',
  });
  signer.computeSignature(xml, { prefix: 'ds', location: { reference: '/*', action: 'prepend' } });
  return signer.getSignedXml();
}
