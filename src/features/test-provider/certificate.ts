import { createPublicKey, createSign, randomBytes } from 'node:crypto';

/** A value of ASN.1 as DER writes it: kind, length, content. */
function der(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  const size = body.length;
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
}

const sequence = (...content: readonly Uint8Array[]) => der(0x30, ...content);
/** The names of things, already as bytes: sha256WithRSAEncryption, and a name's commonName. */
const rsaWithSha256 = sequence(der(0x06, Buffer.from('2a864886f70d01010b', 'hex')), der(0x05));
const commonName = der(0x06, Buffer.from('550403', 'hex'));

/** A plain certificate (X.509 version 1) signed with its own key, as PEM: the federations' demands are for real providers. */
export function plainCertificate(
  name: string,
  { privateKey, from, until }: { privateKey: string; from: Temporal.Instant; until: Temporal.Instant },
): string {
  const subject = sequence(der(0x31, sequence(commonName, der(0x0c, Buffer.from(name)))));
  const serial = der(0x02, Buffer.from([0x40]), randomBytes(15));
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  const body = sequence(serial, rsaWithSha256, subject, sequence(time(from), time(until)), subject, publicKey);
  const signature = createSign('sha256').update(body).sign(privateKey);
  const bytes = sequence(body, rsaWithSha256, der(0x03, Buffer.from([0]), signature));
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

/** With four digits for the year. */
function time(at: Temporal.Instant): Buffer {
  return der(0x18, Buffer.from(at.toString({ smallestUnit: 'second' }).replaceAll(/[-:T]/g, '')));
}
