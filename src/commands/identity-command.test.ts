import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { useDeps } from '#test/deps.ts';
import { samlProvider } from '#test/saml-provider.ts';
import { identityAnswer } from './identity-command.ts';

const federation = samlProvider('https://registro.prova.example');
const stranger = samlProvider('https://registro.prova.example');
const [one, two] = [samlProvider('https://uno.prova.example'), samlProvider('https://due.prova.example')];
const signer = new X509Certificate(federation.certificate).fingerprint256;
const folder = mkdtempSync(join(tmpdir(), 'turno-identity-'));
const file = join(folder, 'uno.xml');

const deps = useDeps();
let server: Server;
let served = '';
let address = '';

async function run(...args: string[]): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of identityAnswer(deps.current, args)) lines.push(line);
  return lines;
}

beforeAll(async () => {
  writeFileSync(file, one.signedMetadata(federation));
  server = createServer((_request, response) => response.end(served));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/metadata`;
});
afterAll(async () => {
  await new Promise((done) => server.close(done));
  rmSync(folder, { recursive: true });
});
afterEach(() => {
  process.exitCode = 0;
});

describe('turno identity', () => {
  it('makes keys; later ones are published first, and used when one says so', async () => {
    expect((await run('keys'))[0]).toBe('Made, good until 2028-11-21: in use.');
    const before = (await run('metadata'))[0] ?? '';
    expect(before.match(/<md:KeyDescriptor/g)).toHaveLength(1);
    expect((await run('keys', '--days', '365'))[0]).toBe(
      'Made, good until 2027-11-22: published in the metadata, not used yet.',
    );
    await expect(run('keys')).rejects.toThrow('turno identity use-next first');
    expect(((await run('metadata'))[0] ?? '').match(/<md:KeyDescriptor/g)).toHaveLength(2);
    await run('use-next');
    await expect(run('use-next')).rejects.toThrow('no keys that follow');
    const after = (await run('metadata'))[0] ?? '';
    const certificateIn = (xml: string) => /<ds:X509Certificate>([^<]+)</.exec(xml)?.[1];
    expect(certificateIn(after)).not.toBe(certificateIn(before));
    const kept = await deps.current.db.selectFrom('federation_key').select('private_key_cipher').execute();
    expect(kept.some(({ private_key_cipher }) => private_key_cipher.includes('PRIVATE KEY'))).toBe(false);
  });

  it('takes providers only with the federation’s signature, which one has to have compared', async () => {
    const fingerprint = signer.replaceAll(':', '').toLowerCase();
    await expect(run('import', file)).rejects.toThrow(`--fingerprint ${fingerprint}`);
    expect(await run('providers')).toEqual(['There are no providers.']);
    await expect(run('import', file, '--fingerprint', 'abcd')).rejects.toThrow('Compare it');
    expect(await run('import', file, '--fingerprint', signer)).toEqual([`Imported: ${one.entityId}`]);
    const pem = join(folder, 'federation.pem');
    writeFileSync(pem, federation.certificate);
    expect(await run('import', file, '--certificate', pem)).toEqual([`Imported: ${one.entityId}`]);
    const [title, certificate] = await run('providers');
    expect(title).toBe(`Identità di prova · ${one.entityId}`);
    expect(certificate).toContain('certificate until 2030-01-01');
  });

  it.each([
    ['is not signed', () => two.metadata()],
    ['its signature is not good', () => two.signedMetadata(federation).replaceAll('due.prova', 'tre.prova')],
    ['it is not XML', () => 'metadata'],
    ['it declares a document type', () => `<!DOCTYPE a>${two.signedMetadata(federation)}`],
    ['it is no metadata', () => '<a/>'],
  ])('takes nothing of which %s', async (fault, text) => {
    const wrong = join(folder, 'wrong.xml');
    writeFileSync(wrong, text());
    await expect(run('import', wrong, '--fingerprint', signer)).rejects.toThrow(fault);
  });

  it('reads an address again, and believes it only while the same certificate signs', async () => {
    served = two.signedMetadata(federation);
    expect(await run('import', address, '--fingerprint', signer)).toEqual([`Imported: ${two.entityId}`]);
    expect(await run('refresh')).toEqual([`Read again: ${address}`]);
    served = two.signedMetadata(stranger);
    expect(await run('refresh')).toEqual([`Not taken, what was known stays: ${address} (other-signer)`]);
    expect(process.exitCode).toBe(1);
    // Another provider in its place: the former goes.
    const third = samlProvider('https://tre.prova.example');
    served = third.signedMetadata(federation);
    await run('refresh');
    const listed = (await run('providers')).join('\n');
    expect(listed).toContain(third.entityId);
    expect(listed).not.toContain(two.entityId);
    expect(await run('remove', third.entityId)).toEqual([`Taken out: ${third.entityId}`]);
    await expect(run('remove', third.entityId)).rejects.toThrow('was not imported');
    await expect(run('import', 'http://registro.prova.example/metadata')).rejects.toThrow('no https address');
  });

  it('says what is missing, and what will soon end', async () => {
    const { clock } = deps.current;
    const now = clock.now();
    expect((await run('check')).join('\n')).toContain('TURNO_ORGANIZATION_IPA');
    clock.set('2027-09-23T09:59:00Z');
    expect(await run('check')).toHaveLength(1);
    clock.set('2027-09-23T10:00:00Z');
    expect((await run('check'))[1]).toBe(
      'Our certificate of spid ends on 2027-11-22: run turno identity keys, and tell the federation of the metadata.',
    );
    clock.set('2029-12-02T00:00:00Z');
    expect((await run('check')).at(-1)).toBe(
      `The certificate of ${one.entityId} ends on 2030-01-01: import its metadata again.`,
    );
    clock.set('2030-01-01T00:00:00Z');
    expect((await run('check')).at(-1)).toContain('ended on 2030-01-01');
    clock.set(now);
  });

  it.each([
    [],
    ['keys', 'more'],
    ['import'],
    ['log', '2026-01-01'],
    ['log', 'today', 'tomorrow'],
    ['--wrong'],
    ['nothing'],
  ])('explains itself when it is asked %j', async (...args) => {
    await expect(run(...args)).rejects.toThrow('Usage: turno identity');
  });
});
