import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectPath } from '#platform/root.ts';
import { transact } from '#platform/transaction.ts';
import { useDeps } from '#test/deps.ts';
import { sliceApp } from '#test/slice-app.ts';
import { dataSources } from './data-sources.ts';
import { addSitePages, saveSiteOwner, siteOwner } from './index.ts';
import { securityText } from './security-text.ts';

const deps = useDeps();
let app: FastifyInstance;
beforeAll(async () => {
  app = await sliceApp(deps.current, addSitePages);
  return () => app.close();
});

const owner = {
  name: 'Ente di prova',
  address: 'Via dell’Esempio 1',
  email: 'ente@turno.example',
  phone: null,
  dpo: 'dpo@turno.example',
  accessibilityEmail: null,
  securityContact: 'https://turno.example/sicurezza',
  sourceUrl: 'https://turno.example/turno.git',
};

const get = (url: string) => app.inject({ url, headers: { 'accept-language': 'it' } });

describe('who runs the site', () => {
  it('is said to be missing before anybody has written it, and no security.txt promises an answer', async () => {
    expect((await get('/legal')).body).toContain('non ha ancora scritto qui il suo nome');
    expect((await get('/.well-known/security.txt')).statusCode).toBe(404);
    expect((await get('/legal')).body).not.toContain('security.txt');
  });

  it('stands on the legal pages once written', async () => {
    const save = (seen: Temporal.Instant | null) =>
      transact(deps.current.db, (tx) =>
        saveSiteOwner(tx, { owner, accountId: null, seen, now: deps.current.clock.now() }),
      );
    expect(await save(null)).toEqual({ ok: true });
    expect((await get('/legal')).body).toContain('Ente di prova');
    expect((await get('/legal')).body).toContain('href="https://turno.example/turno.git"');
    expect((await get('/privacy')).body).toContain('dpo@turno.example');
    const statement = await get('/accessibility');
    expect(statement.body).toContain('Ente di prova si impegna');
    expect(statement.body).toContain('ente@turno.example');
    expect(await save(null)).toEqual({ ok: false, reason: 'changed-meanwhile' });
    expect(await save((await siteOwner(deps.current.db)).changedAt)).toEqual({ ok: true });
  });

  it('says whom to tell of a weakness', async () => {
    const response = await get('/.well-known/security.txt');
    expect(response.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(response.body).toContain('Contact: https://turno.example/sicurezza\n');
  });
});

describe('security.txt', () => {
  const now = Temporal.Instant.from('2026-11-22T10:00:00Z');
  const written = (fallback: string | undefined) =>
    securityText({ owner: { securityContact: null }, fallback, publicUrl: 'https://turno.example', now });

  it('has the fields of RFC 9116, and runs out within a year', () => {
    const lines = (written('sicurezza@turno.example') ?? '').split('\n');
    expect(lines[0]).toBe('Contact: mailto:sicurezza@turno.example');
    expect(lines[1]).toBe('Expires: 2027-05-21T00:00:00Z');
    expect(lines).toContain('Canonical: https://turno.example/.well-known/security.txt');
  });

  it('is not there without a contact', () => {
    expect(written(undefined)).toBeUndefined();
  });
});

describe('the sources of the data', () => {
  it('stand in the legal notes with the licences of data/SOURCES.md', async () => {
    const sources = await readFile(projectPath('data', 'SOURCES.md'), 'utf8');
    for (const { by, licence, link } of dataSources) {
      for (const name of by.split(', ')) {
        expect(sources, by).toContain(
          name
            .replace(/ \(.*\)$/, '')
            .split(' ')
            .at(-1)
            ?.replace('’', "'"),
        );
      }
      for (const one of licence.split(', ')) expect(sources, by).toContain(one);
      if (link?.includes('github.com')) expect(sources).toContain(link);
    }
  });

  it('miss no licence of the table of attributions', async () => {
    const sources = await readFile(projectPath('data', 'SOURCES.md'), 'utf8');
    const attributions = sources.split('## Attribution')[1]?.split('##')[0] ?? '';
    const licences = new Set(attributions.match(/CC BY [34]\.0( IT)?|CC0|\bMIT\b|\bISC\b|Unicode License v3/g));
    expect(licences.size).toBeGreaterThan(4);
    const named = dataSources.map(({ licence }) => licence).join(', ');
    for (const licence of licences) expect(named).toContain(licence);
  });
});

describe('publiccode.yml', () => {
  it('speaks of this version, and of a day', async () => {
    const [file, manifest] = await Promise.all(
      ['publiccode.yml', 'package.json'].map((name) => readFile(projectPath(name), 'utf8')),
    );
    const { version, license } = JSON.parse(manifest ?? '') as { version: string; license: string };
    expect(file).toContain(`softwareVersion: "${version}"`);
    expect(file).toContain(`license: ${license}`);
    expect(() => Temporal.PlainDate.from(/releaseDate: "(.*)"/.exec(file ?? '')?.[1] ?? '')).not.toThrow();
    for (const text of (file ?? '').matchAll(/shortDescription: >-\n +(.*)\n/g))
      expect(text[1]?.length).toBeLessThan(151);
  });
});
