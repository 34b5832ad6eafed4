import { createSign, createVerify } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

const algorithms: Readonly<Record<string, string>> = {
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256': 'sha256',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha384': 'sha384',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512': 'sha512',
};

const ours = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';

export type MessageName = 'SAMLRequest' | 'SAMLResponse';

/** The address that carries a message, with our signature over the query as it is sent. */
export function redirectAddress(
  location: string,
  message: { name: MessageName; xml: string; relayState?: string | undefined; privateKey: string },
): string {
  const { name, xml, relayState, privateKey } = message;
  const query = [
    `${name}=${encodeURIComponent(deflateRawSync(xml).toString('base64'))}`,
    ...(relayState === undefined ? [] : [`RelayState=${encodeURIComponent(relayState)}`]),
    `SigAlg=${encodeURIComponent(ours)}`,
  ].join('&');
  const signature = createSign('sha256').update(query).sign(privateKey, 'base64');
  return `${location}${location.includes('?') ? '&' : '?'}${query}&Signature=${encodeURIComponent(signature)}`;
}

/** A message in a query, not yet trusted: undefined when there is none of that name, or it cannot be unpacked. */
export function redirectedMessage(query: string, name: MessageName): string | undefined {
  const packed = new URLSearchParams(query).get(name);
  if (packed === null) return undefined;
  try {
    // An honest message is some kilobytes; a small one that unpacks to gigabytes is not one.
    return inflateRawSync(Buffer.from(packed, 'base64'), { maxOutputLength: 1_000_000 }).toString('utf8');
  } catch {
    return undefined;
  }
}

/** Whether the query, as its letters came, is signed with one of the certificates; SHA-1 never is. */
export function isSignedQuery(query: string, name: MessageName, certificates: readonly string[]): boolean {
  const parts = new Map<string, string>();
  for (const part of query.split('&')) {
    const [key = ''] = part.split('=', 1);
    // A name that comes twice, once written in other letters, is read one way by us and another by whoever signed.
    if (parts.has(key) || /[%+]/.test(key)) return false;
    parts.set(key, part);
  }
  const parameters = new URLSearchParams(query);
  const digest = algorithms[parameters.get('SigAlg') ?? ''];
  const signature = parameters.get('Signature');
  if (digest === undefined || signature === null || !parts.has(name)) return false;
  const signed = [name, 'RelayState', 'SigAlg'].flatMap((key) => parts.get(key) ?? []).join('&');
  return certificates.some((certificate) => verifies(digest, signed, certificate, signature));
}

function verifies(digest: string, text: string, certificate: string, signature: string): boolean {
  try {
    return createVerify(digest).update(text).verify(certificate, signature, 'base64');
  } catch {
    return false;
  }
}
