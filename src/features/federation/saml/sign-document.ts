import type * as XmlCrypto from 'xml-crypto';
import { loadLater } from '#platform/load-later.ts';

const xmlCrypto = loadLater<typeof XmlCrypto>('xml-crypto');

/**
 * Signs a document of ours by its root's ID. The signature stands right after the issuer where there is one, else first,
 * as the schemas of SAML want it.
 */
export function signDocument(
  xml: string,
  { privateKey, certificate }: { privateKey: string; certificate: string },
): string {
  const signer = new (xmlCrypto().SignedXml)({
    privateKey,
    publicCert: certificate,
    idAttribute: 'ID',
    signatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    canonicalizationAlgorithm: 'http://www.w3.org/2001/10/xml-exc-c14n#',
  });
  signer.addReference({
    xpath: '/*',
    digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256',
    transforms: ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', 'http://www.w3.org/2001/10/xml-exc-c14n#'],
  });
  const issuer = "/*/*[local-name(.)='Issuer'][1]";
  const place = /^<[^>]*>\s*<(?:\w+:)?Issuer[\s>]/.test(xml)
    ? { reference: issuer, action: 'after' as const }
    : { reference: '/*', action: 'prepend' as const };
  signer.computeSignature(xml, { prefix: 'ds', location: place });
  return signer.getSignedXml();
}
