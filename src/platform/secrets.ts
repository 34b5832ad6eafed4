import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

/** What master secrets are used for. Each use has a key of its own. */
export const keyPurposes = [
  'person',
  'codice-fiscale',
  'session',
  'hold',
  'link',
  'proof',
  'one-time-code',
  'return-path',
  'certified-mail',
  'caller',
  'cookie',
  'invitation',
  'ticket',
  'proof-of-work',
  'signal',
  'receipt',
  'audit',
  'federation',
  'csrf',
] as const;
export type KeyPurpose = (typeof keyPurposes)[number];

export interface Secrets {
  /** AES-256-GCM; the answer holds version, name of the key, nonce, text and tag. */
  encrypt(text: string): Buffer;
  /** @throws when the bytes were changed or made with another key */
  decrypt(bytes: Uint8Array): string;
  /** The same for bytes, bound to what they belong to: they open only under the same name. */
  seal(bytes: Uint8Array, about: string): Buffer;
  /** @throws when the bytes were changed, made with another key, or belong to something else */
  open(bytes: Uint8Array, about: string): Buffer;
  /** Keyed hash (HMAC-SHA-256, 32 bytes): equal texts give equal hashes, nobody without the key can make one. */
  hash(purpose: KeyPurpose, text: string): Buffer;
  /** A text that carries its own proof: `<text>.<mac>`, both base64url. */
  sign(purpose: KeyPurpose, text: string): string;
  /** The text of a signed value, or undefined when it is not ours. */
  verify(purpose: KeyPurpose, signed: string): string | undefined;
}

/** Values of before keys had names, and those that begin with the name of theirs. */
const versions = { unnamed: 1, named: 2 } as const;
const nameLength = 4;

/** Everything secret that a process of Turno was given. */
export interface KeyRing {
  /** Master secrets: the first encrypts and signs, the others still open and verify what they made. */
  readonly masters: readonly [string, ...string[]];
  /** Keys of hashes, where they no longer come from the first master secret (`turno secrets`). */
  readonly hashKeys?: ReadonlyMap<string, Buffer> | undefined;
}

interface Master {
  readonly name: Buffer;
  key(purpose: string): Buffer;
}

function createMaster(secret: string): Master {
  const keys = new Map<string, Buffer>();
  const key = (purpose: string): Buffer => {
    const known = keys.get(purpose);
    if (known) return known;
    const made = derivedKey(secret, purpose);
    keys.set(purpose, made);
    return made;
  };
  return { name: key('name').subarray(0, nameLength), key };
}

/** The key that a master secret gives for one use. */
export function derivedKey(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'turno', purpose, 32));
}

/** How every value begins that is encrypted with the first of these secrets. */
export function cipherPrefix(master: string): Buffer {
  return Buffer.concat([Buffer.from([versions.named]), createMaster(master).name]);
}

export function createSecrets(ring: string | KeyRing): Secrets {
  const { masters: secrets, hashKeys } =
    typeof ring === 'string' ? { masters: [ring] as const, hashKeys: undefined } : ring;
  const current = createMaster(secrets[0]);
  const masters = [current, ...secrets.slice(1).map(createMaster)];
  const mac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
  const hash = (purpose: KeyPurpose, text: string): Buffer => mac(hashKeys?.get(purpose) ?? current.key(purpose), text);
  const signWith = (master: Master, purpose: KeyPurpose, text: string): string =>
    `${Buffer.from(text).toString('base64url')}.${mac(master.key(purpose), text).subarray(0, 18).toString('base64url')}`;
  const close = (bytes: Uint8Array, about?: string): Buffer => {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', current.key('encrypt-1'), nonce);
    if (about !== undefined) cipher.setAAD(Buffer.from(about));
    const head = [Buffer.from([versions.named]), current.name, nonce];
    return Buffer.concat([...head, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  };
  const open = (bytes: Uint8Array, about?: string): Buffer => {
    const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const isNamed = all[0] === versions.named;
    const from = isNamed ? 1 + nameLength : 1;
    if ((!isNamed && all[0] !== versions.unnamed) || all.length < from + 28) throw new Error('nothing of ours');
    const name = all.subarray(1, from);
    let failure: unknown = new Error('made with a key that is not here');
    for (const master of isNamed ? masters.filter((one) => one.name.equals(name)) : masters) {
      try {
        return openWith(master, all.subarray(from), about);
      } catch (error) {
        failure = error;
      }
    }
    throw failure;
  };
  return {
    hash,
    seal: close,
    open,
    encrypt: (text) => close(Buffer.from(text, 'utf8')),
    decrypt: (bytes) => open(bytes).toString('utf8'),
    sign: (purpose, text) => signWith(current, purpose, text),
    verify(purpose, signed) {
      const [body = ''] = signed.split('.', 1);
      const text = Buffer.from(body, 'base64url').toString('utf8');
      const given = Buffer.from(signed);
      // Decoding forgives odd characters, so that many spellings give one text: only ours is good.
      const isOurs = masters.some((master) => {
        const expected = Buffer.from(signWith(master, purpose, text));
        return given.length === expected.length && timingSafeEqual(given, expected);
      });
      return isOurs ? text : undefined;
    },
  };
}

/** What follows the name of the key: nonce, body, tag. */
function openWith(master: Master, sealed: Buffer, about: string | undefined): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', master.key('encrypt-1'), sealed.subarray(0, 12));
  if (about !== undefined) decipher.setAAD(Buffer.from(about));
  decipher.setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
}
