import { generateKeyPair } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Deps } from '#platform/deps.ts';
import { plainCertificate } from './certificate.ts';

/** What the provider signs with, both as PEM. */
export interface ProviderKey {
  readonly privateKey: string;
  readonly certificate: string;
}

const years = 20;

/** Where its key and its metadata are kept. */
export function testProviderFolder({ config }: Pick<Deps, 'config'>): string {
  return join(config.dataFolder, 'test-provider');
}

/** Its key: made once, at the first start, readable by nobody else. Several processes end up with the same one. */
export async function providerKey(deps: Pick<Deps, 'config' | 'clock'>): Promise<ProviderKey> {
  const folder = testProviderFolder(deps);
  const file = join(folder, 'signing.pem');
  if (!existsSync(file)) {
    const { privateKey, certificate } = await makeKey(deps.clock.now());
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, `${privateKey.trim()}\n${certificate.trim()}\n`, { mode: 0o600 });
    try {
      // A link is refused where another process was quicker: whoever is first has made the key of all.
      linkSync(draft, file);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    } finally {
      rmSync(draft);
    }
  }
  const [privateKey = '', certificate = ''] = readFileSync(file, 'utf8').split(/(?=-----BEGIN CERTIFICATE)/);
  return { privateKey, certificate };
}

/** A new key of 2048 bits with a certificate signed by itself. */
export async function makeKey(now: Temporal.Instant): Promise<ProviderKey> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const from = now.subtract({ hours: 24 });
  const until = now.add({ hours: 24 * 365 * years });
  return { privateKey, certificate: plainCertificate('AMBIENTE DI PROVA', { privateKey, from, until }) };
}
