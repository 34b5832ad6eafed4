import { createSign, verify } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

const sha256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
const accepted: Readonly<Record<string, string>> = {
  [sha256]: 'RSA-SHA256',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha384': 'RSA-SHA384',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512': 'RSA-SHA512',
};
const largest = 100_000;

export interface RedirectMessage {
  readonly kind: 'SAMLRequest' | 'SAMLResponse';
  readonly xml: string;
  readonly relayState: string | undefined;
  /** whether one of these certificates made the signature */
  isSignedBy(certificates: readonly string[]): boolean;
}

/** A message that came in an address, by the binding HTTP-Redirect; undefined when there is none in it. */
export function readRedirect(url: string): RedirectMessage | undefined {
  const [, query = ''] = url.split('?', 2);
  // What was signed is the text as it was sent: escaped in whatever way the sender does.
  const raw = new Map<string, string>(
    query.split('&').map((pair) => {
      const [name = '', value = ''] = pair.split('=', 2);
      return [name, value];
    }),
  );
  const kind = raw.has('SAMLRequest') ? 'SAMLRequest' : 'SAMLResponse';
  const xml = inflated(decoded(raw.get(kind)));
  if (xml === undefined) return undefined;
  const signed = [kind, 'RelayState', 'SigAlg'].filter((name) => raw.has(name));
  const text = signed.map((name) => `${name}=${raw.get(name) ?? ''}`).join('&');
  const algorithm = accepted[decoded(raw.get('SigAlg')) ?? ''];
  const signature = Buffer.from(decoded(raw.get('Signature')) ?? '', 'base64');
  return {
    kind,
    xml,
    relayState: decoded(raw.get('RelayState')),
    isSignedBy: (certificates) =>
      algorithm !== undefined &&
      certificates.some((certificate) => verify(algorithm, Buffer.from(text), certificate, signature)),
  };
}

/** The address that brings a message, signed. */
export function writeRedirect(
  location: string,
  message: { kind: RedirectMessage['kind']; xml: string; relayState?: string | undefined; privateKey: string },
): string {
  const { kind, xml, relayState, privateKey } = message;
  const values: readonly (readonly [string, string | undefined])[] = [
    [kind, deflateRawSync(Buffer.from(xml)).toString('base64')],
    ['RelayState', relayState],
    ['SigAlg', sha256],
  ];
  const text = values
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]))
    .join('&');
  const signature = createSign('RSA-SHA256').update(text).sign(privateKey, 'base64');
  return `${location}${location.includes('?') ? '&' : '?'}${text}&Signature=${encodeURIComponent(signature)}`;
}

function inflated(base64: string | undefined): string | undefined {
  if (base64 === undefined) return undefined;
  try {
    return inflateRawSync(Buffer.from(base64, 'base64'), { maxOutputLength: largest }).toString('utf8');
  } catch {
    return undefined;
  }
}

function decoded(raw: string | undefined): string | undefined {
  if (raw === undefined) return undefined;
  try {
    return decodeURIComponent(raw.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}
