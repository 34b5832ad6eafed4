import { createHash, sign } from 'node:crypto';
import type * as XmlCrypto from 'xml-crypto';
import { loadLater } from '#platform/load-later.ts';
import type { ProviderKey } from '../key.ts';

const xmlCrypto = loadLater<typeof XmlCrypto>('xml-crypto');

const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const enveloped = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';

export type Digest = 'sha256' | 'sha1';

const methods = {
  sha256: {
    signature: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    digest: 'http://www.w3.org/2001/04/xmlenc#sha256',
  },
  sha1: {
    signature: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1',
    digest: 'http://www.w3.org/2000/09/xmldsig#sha1',
  },
} as const;

/** SHA-1 is only there to be refused; the library no longer knows it by itself. */
const oldDigest = class {
  getAlgorithmName = () => methods.sha1.digest;
  getHash = (xml: string) => createHash('sha1').update(xml, 'utf8').digest('base64');
};
const oldSignature = class {
  getAlgorithmName = () => methods.sha1.signature;
  getSignature = (info: Parameters<typeof sign>[1], key: Parameters<typeof sign>[2]) =>
    sign('RSA-SHA1', info, key).toString('base64');
  verifySignature = () => false;
};

/** Signs one element of a document, enveloped; the signature stands after the element's Issuer, or first where it has none. */
export function signElement(
  xml: string,
  request: { key: ProviderKey; path: string; digest?: Digest; first?: boolean },
): string {
  const { key, path, digest = 'sha256', first = false } = request;
  const method = methods[digest];
  const signer = new (xmlCrypto().SignedXml)({
    privateKey: key.privateKey,
    publicCert: key.certificate,
    signatureAlgorithm: method.signature,
    canonicalizationAlgorithm: exclusive,
  });
  if (digest === 'sha1') {
    Object.assign(signer.HashAlgorithms, { [methods.sha1.digest]: oldDigest });
    Object.assign(signer.SignatureAlgorithms, { [methods.sha1.signature]: oldSignature });
  }
  signer.addReference({ xpath: path, transforms: [enveloped, exclusive], digestAlgorithm: method.digest });
  signer.computeSignature(xml, {
    prefix: 'ds',
    location: first
      ? { reference: path, action: 'prepend' }
      : { reference: `${path}/*[local-name()='Issuer']`, action: 'after' },
  });
  return signer.getSignedXml();
}
