import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import { type CertificateSubject, selfSigned } from './certificate.ts';

/** A private key in PEM and the certificate that names its owner. */
export interface KeyPair {
  readonly privateKey: string;
  readonly certificate: string;
  readonly expiresAt: Temporal.Instant;
}

/** Days that a certificate of ours is good for. */
export const certificateDays = 730;

/** A new key of 3072 bits, as AgID advises, and its certificate. */
export async function makeKeys(
  subject: CertificateSubject,
  { now, days = certificateDays }: { now: Temporal.Instant; days?: number },
): Promise<KeyPair> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: 3072,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const from = now.round({ smallestUnit: 'second', roundingMode: 'floor' });
  const until = from.add({ hours: 24 * days });
  return { privateKey, certificate: selfSigned(subject, { privateKey, from, until }), expiresAt: until };
}
