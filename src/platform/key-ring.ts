import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Config, ConfigError } from './config.ts';
import { derivedKey, type KeyRing, keyPurposes } from './secrets.ts';

type Places = Pick<Config, 'dataFolder'> & Partial<Pick<Config, 'secret' | 'secretsBefore' | 'hashKeys'>>;

const fileOf = ({ dataFolder }: Places) => join(dataFolder, 'secret.key');
const hashFileOf = ({ dataFolder }: Places) => join(dataFolder, 'hash.keys');

export function newMasterSecret(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * The secrets of this machine: TURNO_SECRET with TURNO_SECRETS_BEFORE, or a file in the data folder that is made once and
 * read only by us, one secret a line, the one in use first.
 */
export function loadKeyRing(config: Places): KeyRing {
  const [first, ...before] =
    config.secret === undefined ? readSecretFile(config) : [config.secret, ...(config.secretsBefore ?? [])];
  if (first === undefined) throw new ConfigError('secret.key in TURNO_DATA is empty: restore it from a backup.');
  return { masters: [first, ...before], hashKeys: loadHashKeys(config) };
}

/** The one in use. */
export function loadMasterSecret(config: Places): string {
  return loadKeyRing(config).masters[0];
}

function readSecretFile(config: Places): string[] {
  const file = fileOf(config);
  if (!existsSync(file)) {
    mkdirSync(config.dataFolder, { recursive: true });
    try {
      writeFileSync(file, newMasterSecret(), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    chmodSync(file, 0o600);
  }
  return readFileSync(file, 'utf8').split(/\s+/).filter(Boolean);
}

const keysShape = z.record(z.enum(keyPurposes), z.base64url().length(43));

/** Keys of hashes that were set apart from the master secret; undefined when they come from it. */
function loadHashKeys(config: Places): ReadonlyMap<string, Buffer> | undefined {
  const file = hashFileOf(config);
  const text = config.hashKeys ?? (existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined);
  if (text === undefined) return undefined;
  const keys = readHashKeys(text);
  if (keys === undefined)
    throw new ConfigError('TURNO_HASH_KEYS, or hash.keys in TURNO_DATA, is not what turno secrets wrote.');
  return keys;
}

export function readHashKeys(text: string): ReadonlyMap<string, Buffer> | undefined {
  try {
    const read = keysShape.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return read.success
      ? new Map(Object.entries(read.data).map(([purpose, key]) => [purpose, Buffer.from(key, 'base64url')]))
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The keys that a master secret gives for hashes, in one word. Nothing can be opened with them; and nothing signed that is
 * believed, once that secret is retired.
 */
export function hashKeysOf(master: string): string {
  const keys = keyPurposes.map((purpose) => [purpose, derivedKey(master, purpose).toString('base64url')]);
  return Buffer.from(JSON.stringify(Object.fromEntries(keys))).toString('base64url');
}

/** Writes the secrets of the file anew, at once. */
export function keepSecrets(config: Places, masters: readonly string[]): void {
  replace(fileOf(config), `${masters.join('\n')}\n`);
}

export function keepHashKeys(config: Places, keys: string): void {
  replace(hashFileOf(config), `${keys}\n`);
}

function replace(file: string, text: string): void {
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
