import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** A passkey in software: what a security key would answer a browser (WebAuthn level 2, attestation "none"). */
export interface SoftwarePasskey {
  /** to `navigator.credentials.create` */
  create(options: string, origin: string): string;
  /** to `navigator.credentials.get` */
  get(options: string, origin: string): string;
}

export function softwarePasskey(): SoftwarePasskey {
  const id = randomBytes(16);
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  let counter = 0;
  return {
    create(options, origin) {
      const { challenge, rp } = JSON.parse(options) as { challenge: string; rp: { id: string } };
      const clientData = clientDataOf('webauthn.create', challenge, origin);
      const data = Buffer.concat([
        authenticatorData(rp.id, 0x45, counter),
        Buffer.alloc(16),
        Buffer.from([0, id.length]),
        id,
        coseKey(publicKey),
      ]);
      return answer(id, {
        clientDataJSON: clientData.toString('base64url'),
        attestationObject: attestation(data).toString('base64url'),
        transports: ['usb'],
      });
    },
    get(options, origin) {
      counter += 1;
      const { challenge, rpId } = JSON.parse(options) as { challenge: string; rpId: string };
      const clientData = clientDataOf('webauthn.get', challenge, origin);
      const data = authenticatorData(rpId, 0x05, counter);
      const signed = Buffer.concat([data, createHash('sha256').update(clientData).digest()]);
      return answer(id, {
        clientDataJSON: clientData.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: sign('sha256', signed, privateKey).toString('base64url'),
      });
    },
  };
}

function answer(id: Buffer, response: object): string {
  const name = id.toString('base64url');
  return JSON.stringify({ id: name, rawId: name, type: 'public-key', clientExtensionResults: {}, response });
}

function clientDataOf(type: string, challenge: string, origin: string): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}

function authenticatorData(site: string, flags: number, counter: number): Buffer {
  const count = Buffer.alloc(4);
  count.writeUInt32BE(counter);
  return Buffer.concat([createHash('sha256').update(site).digest(), Buffer.from([flags]), count]);
}

/** The public key in COSE (RFC 9053): a CBOR map of type, algorithm, curve and the two coordinates. */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]),
    Buffer.from(x, 'base64url'),
    Buffer.from([0x22, 0x58, 0x20]),
    Buffer.from(y, 'base64url'),
  ]);
}

/** `{ fmt: "none", attStmt: {}, authData }` in CBOR. */
function attestation(data: Buffer): Buffer {
  const text = (word: string) => Buffer.concat([Buffer.from([0x60 + word.length]), Buffer.from(word)]);
  const length = Buffer.from([0x59, data.length >> 8, data.length & 0xff]);
  return Buffer.concat([
    Buffer.from([0xa3]),
    text('fmt'),
    text('none'),
    text('attStmt'),
    Buffer.from([0xa0]),
    text('authData'),
    length,
    data,
  ]);
}
