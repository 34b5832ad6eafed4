import { X509Certificate } from 'node:crypto';
import type * as XmlDom from '@xmldom/xmldom';
import { loadLater } from '#platform/load-later.ts';
import type { SamlProvider } from '../saml/provider.ts';
import { entitiesOf, providersOf } from '../saml/provider-metadata.ts';
import { signedElement } from '../saml/signature.ts';
import { allElements, isElement, onlyChild, parseXml, textOf } from '../saml/xml.ts';

const xmlDom = loadLater<typeof XmlDom>('@xmldom/xmldom');

/** One provider of a signed document, with the part of the document that describes it. */
export interface SignedProvider {
  readonly provider: SamlProvider;
  readonly xml: string;
}

export type SignedMetadata =
  | { ok: true; signer: string; providers: readonly SignedProvider[] }
  | { ok: false; reason: 'not-xml' | 'doctype' | 'not-metadata' | 'no-provider' | 'not-signed' | 'bad-signature' };

/**
 * Providers from metadata whose signature is good. `signer` is the SHA-256 of the certificate that signed: whether that
 * is the federation's is for whoever imports to say, once. Everything is read from the signed bytes.
 */
export function readSignedMetadata(text: string): SignedMetadata {
  const parsed = parseXml(text);
  if (!parsed.ok) return parsed;
  const { root } = parsed;
  if (entitiesOf(root) === undefined) return { ok: false, reason: 'not-metadata' };
  const certificate = signerOf(root);
  if (certificate === undefined) return { ok: false, reason: 'not-signed' };
  const signed = signedElement(parsed, root, [certificate.toString()]);
  if (signed === undefined) return { ok: false, reason: 'bad-signature' };
  const providers = (entitiesOf(signed) ?? []).flatMap((entity): SignedProvider[] => {
    const [provider] = providersOf(entity) ?? [];
    return provider === undefined ? [] : [{ provider, xml: new (xmlDom().XMLSerializer)().serializeToString(entity) }];
  });
  if (providers.length === 0) return { ok: false, reason: 'no-provider' };
  return { ok: true, signer: fingerprintOf(certificate), providers };
}

/** SHA-256 in hexadecimal, without colons. */
export function fingerprintOf(certificate: X509Certificate): string {
  return certificate.fingerprint256.replaceAll(':', '').toLowerCase();
}

/** The certificate that the signature of the whole document brings along. */
function signerOf(root: Element): X509Certificate | undefined {
  const info = onlyChild(onlyChild(root, 'signature', 'Signature'), 'signature', 'KeyInfo');
  const [first] =
    info === undefined ? [] : allElements(info).filter((one) => isElement(one, 'signature', 'X509Certificate'));
  try {
    return new X509Certificate(Buffer.from(textOf(first) ?? '', 'base64'));
  } catch {
    return undefined;
  }
}
