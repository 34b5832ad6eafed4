import { createHash, createPublicKey, createSign, randomBytes } from 'node:crypto';
import type { Organization } from '#platform/federation-settings.ts';
import { bits, der, integer, nothing, objectId, octets, printable, sequence, set, time, truth, utf8 } from './der.ts';

/** Whom a certificate is for: an organization of the public administration, under its name in a federation. */
export interface CertificateSubject {
  readonly entityId: string;
  readonly organization: Pick<Organization, 'name' | 'ipaCode' | 'locality'>;
}

const rsaWithSha256 = sequence(objectId('1.2.840.113549.1.1.11'), nothing());

/**
 * A certificate signed with its own key, with the subject and the policies that AgID asks of public service providers
 * (SPID, notice 29): the entity's address and the IPA code are part of the name.
 */
export function selfSigned(
  subject: CertificateSubject,
  { privateKey, from, until }: { privateKey: string; from: Temporal.Instant; until: Temporal.Instant },
): string {
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  const name = nameOf(subject);
  const body = sequence(
    der(0xa0, integer(Buffer.from([2]))),
    integer(serialNumber()),
    rsaWithSha256,
    name,
    sequence(time(from), time(until)),
    name,
    publicKey,
    der(0xa3, sequence(...extensions(publicKey))),
  );
  const signature = createSign('sha256').update(body).sign(privateKey);
  return pem(sequence(body, rsaWithSha256, bits(signature)));
}

function nameOf({ entityId, organization: { name, ipaCode, locality } }: CertificateSubject): Buffer {
  const parts: readonly (readonly [type: string, value: Buffer])[] = [
    ['2.5.4.3', utf8(name)],
    ['2.5.4.10', utf8(name)],
    ['2.5.4.83', utf8(entityId)],
    ['2.5.4.97', utf8(`PA:IT-${ipaCode}`)],
    ['2.5.4.6', printable('IT')],
    ['2.5.4.7', utf8(locality)],
  ];
  return sequence(...parts.map(([type, value]) => set(sequence(objectId(type), value))));
}

function extensions(publicKey: Buffer): Buffer[] {
  const keyId = createHash('sha1').update(publicKey).digest();
  // Digital signature and non-repudiation: the first two bits.
  const usage = bits(Buffer.from([0xc0]), 6);
  return [
    extension('2.5.29.19', sequence()),
    extension('2.5.29.15', usage, { critical: true }),
    extension('2.5.29.32', sequence(policy('1.3.76.16.6', 'agIDcert'), policy('1.3.76.16.4.2.1', 'cert_SP_Pub'))),
    extension('2.5.29.14', octets(keyId)),
  ];
}

function extension(id: string, value: Buffer, { critical = false } = {}): Buffer {
  return sequence(objectId(id), ...(critical ? [truth()] : []), octets(value));
}

function policy(id: string, notice: string): Buffer {
  const text = sequence(objectId('1.3.6.1.5.5.7.2.2'), sequence(utf8(notice)));
  return sequence(objectId(id), sequence(text));
}

function serialNumber(): Buffer {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return bytes;
}

function pem(bytes: Buffer): string {
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
