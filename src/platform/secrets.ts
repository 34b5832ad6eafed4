import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.ts';

/** What the master secret is used for. Each use has a key of its own. */
export type KeyPurpose =
  | 'person'
  | 'codice-fiscale'
  | 'session'
  | 'hold'
  | 'link'
  | 'proof'
  | 'one-time-code'
  | 'return-path'
  | 'certified-mail'
  | 'caller'
  | 'cookie'
  | 'invitation'
  | 'ticket'
  | 'proof-of-work'
  | 'signal'
  | 'receipt'
  | 'audit'
  | 'federation'
  | 'csrf';

export interface Secrets {
  /** AES-256-GCM; the answer holds version, nonce, text and tag. */
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

const version = 1;

/** The master secret: TURNO_SECRET, or a file in the data folder that is made once and read only by us. */
export function loadMasterSecret(config: Pick<Config, 'secret' | 'dataFolder'>): string {
  if (config.secret !== undefined) return config.secret;
  const file = join(config.dataFolder, 'secret.key');
  if (!existsSync(file)) {
    mkdirSync(config.dataFolder, { recursive: true });
    try {
      writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    chmodSync(file, 0o600);
  }
  return readFileSync(file, 'utf8').trim();
}

export function createSecrets(master: string): Secrets {
  const keys = new Map<string, Buffer>();
  const key = (purpose: string): Buffer => {
    const known = keys.get(purpose);
    if (known) return known;
    const made = Buffer.from(hkdfSync('sha256', master, 'turno', purpose, 32));
    keys.set(purpose, made);
    return made;
  };
  const hash = (purpose: KeyPurpose, text: string): Buffer => createHmac('sha256', key(purpose)).update(text).digest();
  const sign = (purpose: KeyPurpose, text: string): string =>
    `${Buffer.from(text).toString('base64url')}.${hash(purpose, text).subarray(0, 18).toString('base64url')}`;
  const seal = (bytes: Uint8Array, about: string): Buffer => {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key('encrypt-1'), nonce).setAAD(Buffer.from(about));
    return Buffer.concat([Buffer.from([version]), nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  };
  const open = (bytes: Uint8Array, about: string): Buffer => {
    const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (all[0] !== version || all.length < 29) throw new Error('nothing of ours');
    const decipher = createDecipheriv('aes-256-gcm', key('encrypt-1'), all.subarray(1, 13)).setAAD(Buffer.from(about));
    decipher.setAuthTag(all.subarray(-16));
    return Buffer.concat([decipher.update(all.subarray(13, -16)), decipher.final()]);
  };
  return {
    hash,
    seal,
    open,
    encrypt(text) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key('encrypt-1'), nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.from([version]), nonce, body, cipher.getAuthTag()]);
    },
    decrypt(bytes) {
      const all = Buffer.from(bytes);
      if (all[0] !== version || all.length < 29) throw new Error('not a text of ours');
      const decipher = createDecipheriv('aes-256-gcm', key('encrypt-1'), all.subarray(1, 13));
      decipher.setAuthTag(all.subarray(-16));
      return Buffer.concat([decipher.update(all.subarray(13, -16)), decipher.final()]).toString('utf8');
    },
    sign,
    verify(purpose, signed) {
      const [body = ''] = signed.split('.', 1);
      const text = Buffer.from(body, 'base64url').toString('utf8');
      // Decoding forgives odd characters, so that many spellings give one text: only ours is good.
      const expected = Buffer.from(sign(purpose, text));
      const given = Buffer.from(signed);
      return given.length === expected.length && timingSafeEqual(given, expected) ? text : undefined;
    },
  };
}
