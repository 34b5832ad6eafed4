import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServer } from '#platform/http/server.ts';
import { useDeps } from '#test/deps.ts';
import { findOffice } from '../office.query.ts';
import { addSite, switchSite } from '../sites/save-site.ts';
import { importReferenceData } from '../import-reference-data.ts';
import { addOfficesApi } from './routes.ts';

describe('the lists of the HTTP API', () => {
  const deps = useDeps();
  let app: FastifyInstance;

  beforeAll(async () => {
    const { current } = deps;
    await current.db.transaction().execute((tx) => importReferenceData(tx, { now: current.clock.now() }));
    app = await createServer(current, { problemPage: (_request, reply) => reply });
    addOfficesApi(app, current);
    await app.ready();
  });
  afterAll(() => app.close());

  interface Item {
    code: string;
    name: string;
    country: string;
    distanceKm: number | null;
  }
  async function get(url: string, language = 'it') {
    const reply = await app.inject({ url, headers: { 'accept-language': language } });
    const body = reply.json<{
      items: Item[];
      nextCursor: string | null;
      meant: string | null;
      type: string;
      errors: { field: string; reason: string }[];
    }>();
    return { ...body, status: reply.statusCode, media: reply.headers['content-type'] };
  }

  it('shows an office with what it has entered and nulls for what it has not', async () => {
    const { items } = await get('/api/v1/offices?q=londra&limit=1');
    expect(items).toEqual([
      expect.objectContaining({
        code: 'cons-london',
        kind: 'consular',
        name: "Consolato Generale d'Italia a Londra",
        city: 'Londra',
        address: null,
        timeZone: 'Europe/London',
        contacts: { email: null, phone: null, website: null },
        services: [],
        parent: null,
        site: null,
        sites: [],
        distanceKm: null,
      }),
    ]);
    expect((await get('/api/v1/offices?q=londra&limit=1', 'en')).items[0]?.name).toBe(
      'Consulate General of Italy in London',
    );
  });

  it('says which office stands under which, but for those switched off', async () => {
    const { current } = deps;
    const family = (q: string) => get(`/api/v1/offices?q=${q}&limit=1`).then(({ items }) => items[0]);
    await current.db.transaction().execute(async (tx) => {
      const parent = await findOffice(tx, 'cons-detroit');
      const now = current.clock.now();
      for (const code of ['cons-prova-uno', 'cons-prova-due']) {
        const name = { it: `Console onorario a ${code}`, en: code };
        const place = { country: 'US', timeZone: 'America/Detroit', languages: ['en'], address: null };
        const site = { siteKind: 'honorary', name, city: { it: code, en: code }, ...place } as const;
        const made = await addSite(tx, { parentId: parent?.id ?? 0, code, site, now });
        if (!made.ok) throw new Error(made.reason);
        if (code.endsWith('due')) await switchSite(tx, { siteId: made.id, active: false, now });
      }
    });
    expect(await family('cons-prova-uno')).toMatchObject({ parent: 'cons-detroit', site: 'honorary', sites: [] });
    expect(await family('detroit')).toMatchObject({ parent: null, site: null, sites: ['cons-prova-uno'] });
    // The rest of these tests counts what was imported.
    await current.db.deleteFrom('office').where('code', 'like', 'cons-prova-%').execute();
  });

  it('goes on from its cursor to the end', async () => {
    const seen: string[] = [];
    let next = '/api/v1/offices?kind=consular&limit=100';
    for (;;) {
      const { items, nextCursor } = await get(next);
      seen.push(...items.map((item) => item.code));
      if (nextCursor === null) break;
      next = `/api/v1/offices?kind=consular&limit=100&cursor=${nextCursor}`;
    }
    expect([seen.length, new Set(seen).size]).toEqual([210, 210]);
  });

  it('filters and gives distances', async () => {
    expect((await get('/api/v1/offices?country=ch&limit=200')).items.every((item) => item.country === 'CH')).toBe(true);
    expect((await get('/api/v1/offices?municipality=H501')).items.map((item) => item.code)).toEqual([
      'comune-h501-anagrafe',
    ]);
    const { items } = await get('/api/v1/offices?near=51.5,-0.12&limit=2');
    expect(items[0]).toMatchObject({ code: 'cons-london', distanceKm: 1 });
    expect((await get('/api/v1/offices?service=cie')).items).toEqual([]);
  });

  it.each([
    ['limit=0', 'limit'],
    ['limit=201', 'limit'],
    ['limit=x', 'limit'],
    ['kind=embassy', 'kind'],
    ['country=ITA', 'country'],
    ['municipality=roma', 'municipality'],
    ['near=here', 'near'],
    ['near=91,0', 'near'],
    ['near=1,2,3', 'near'],
    ['cursor=zzz', 'cursor'],
    ['service=%27%3B--', 'service'],
    [`q=${'a'.repeat(201)}`, 'q'],
    ['q=a&q=b', 'q'],
  ])('says which field of %s is wrong', async (query, field) => {
    const answer = await get(`/api/v1/offices?${query}`);
    expect(answer.status).toBe(422);
    expect(answer.media).toContain('application/problem+json');
    expect(answer.type).toMatch(/\/invalid-request$/);
    expect(answer.errors[0]?.field).toBe(field);
  });

  it('takes a name with typing errors for the nearest one, and says so', async () => {
    for (const q of ['Londn', 'Lodnra']) {
      const found = await get(`/api/v1/offices?q=${q}&limit=1`);
      expect([found.items[0]?.code, found.meant]).toEqual(['cons-london', expect.stringMatching(/^Lond(on|ra)$/)]);
    }
    expect(await get('/api/v1/offices?q=Londra&limit=1')).toMatchObject({ meant: null });
    // What is known and has nothing of this kind is not taken for something else.
    expect(await get('/api/v1/offices?q=Londra&kind=municipal')).toMatchObject({ items: [], meant: null });
  });

  it('finds nothing, and breaks nothing, whatever is written', async () => {
    for (const q of ["'; DROP TABLE office; --", '<script>', '\0', '%']) {
      expect(await get(`/api/v1/offices?q=${encodeURIComponent(q)}`)).toMatchObject({ status: 200, items: [] });
    }
  });

  it('lists the catalogue and municipalities by name', async () => {
    expect((await get('/api/v1/services')).items.slice(0, 2).map((item) => item.code)).toEqual(['cie', 'passport']);
    expect((await get('/api/v1/municipalities?q=forli')).items[0]).toMatchObject({ code: 'D704', name: 'Forlì' });
    expect((await get('/api/v1/municipalities')).status).toBe(422);
  });

  it('is described in the OpenAPI document', async () => {
    const { paths } = (await app.inject('/api/v1/openapi.json')).json<{ paths: object }>();
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining(['/api/v1/offices', '/api/v1/services', '/api/v1/municipalities']),
    );
  });
});
