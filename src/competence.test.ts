import { sql } from 'kysely';
import type { FastifyInstance } from 'fastify';
import { parse } from 'node-html-parser';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSession } from '#features/identity/index.ts';
import { transact } from '#platform/transaction.ts';
import { buildAccount, buildOffice, type BuiltOffice } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { type TestBrowser, testBrowser } from '#test/slice-app.ts';
import { createApp } from './app.ts';

const deps = useDeps();
let app: FastifyInstance;
let north: BuiltOffice;
let south: BuiltOffice;
let accounts = 0;

beforeAll(async () => {
  app = await createApp(deps.current);
  return () => app.close();
});

beforeEach(async () => {
  const { db } = deps.current;
  north = await buildOffice(db, { slots: 3, capacity: 9 });
  south = await buildOffice(db, { slots: 3, capacity: 9 });
  await sql`UPDATE offering SET served_only = true WHERE id = ${north.offeringId}`.execute(db);
  await sql`UPDATE office SET jurisdiction = '{"it": "Scozia", "en": "Scotland"}' WHERE id = ${north.officeId}`.execute(
    db,
  );
});

async function person(office: BuiltOffice | null): Promise<{ id: number; browser: TestBrowser; token: string }> {
  const { db, clock, secrets } = deps.current;
  accounts += 1;
  const id = await buildAccount(db, `person-${accounts}@prova.example`);
  await sql`UPDATE account SET office_id = ${office?.officeId ?? null} WHERE id = ${id}`.execute(db);
  const { token } = await transact(db, async (tx) => ({
    ok: true as const,
    ...(await createSession(tx, { accountId: id, secrets, now: clock.now() })),
  }));
  return { id, browser: await testBrowser(app, deps.current, id), token };
}

const times = (office: BuiltOffice) => `/offices/${office.officeCode}/passport/times?date=2027-01-14`;
const textOf = (body: string) => parse(body).querySelector('main')?.textContent.replace(/\s+/g, ' ') ?? '';
const linksOf = (body: string) =>
  parse(body)
    .querySelectorAll('main a')
    .map((link) => link.getAttribute('href') ?? '');

function take(browser: TestBrowser, office: BuiltOffice) {
  const slot = office.slots[0] ?? '';
  return browser.post('/holds', { office: office.officeCode, service: 'passport', slot, party: '1' });
}

describe('a service only for people the office serves', () => {
  it('says so to those who have not logged in, and lets them look at the times', async () => {
    const stranger = await testBrowser(app, deps.current);
    for (const url of [`/offices/${north.officeCode}/passport`, times(north)]) {
      const page = await stranger.get(url);
      expect(page.statusCode).toBe(200);
      expect(textOf(page.body)).toContain('Solo per chi è seguito da questa sede');
      expect(textOf(page.body)).toContain('Per chi abita qui: Scozia.');
    }
    expect((await stranger.get(times(north))).body).toContain('09:00');
    expect(textOf((await stranger.get(times(south))).body)).not.toContain('Solo per chi');
  });

  it('refuses others with the reason, the same service at their own office, and the way to change office', async () => {
    const { browser } = await person(south);
    const page = await browser.get(`/offices/${north.officeCode}/passport`);
    expect(textOf(page.body)).toContain('Questo servizio è solo per chi è seguito da questa sede');
    expect(linksOf(page.body)).toContain(`/offices/${south.officeCode}/passport`);
    await browser.get(times(north));
    const refused = await take(browser, north);
    expect(refused.statusCode).toBe(403);
    expect(linksOf(refused.body)).toContain(`/offices/${south.officeCode}/passport`);
    expect(linksOf(refused.body)).toContain(`/profile/office?next=${encodeURIComponent(times(north))}`);
    const { rows } = await sql`SELECT FROM hold WHERE offering_id = ${north.offeringId}`.execute(deps.current.db);
    expect(rows).toHaveLength(0);
  });

  it('is refused over the API with the rule by name', async () => {
    const { token } = await person(south);
    const body = { office: north.officeCode, service: 'passport', slot: north.slots[0], party: 1 };
    const headers = { authorization: `Bearer ${token}`, 'accept-language': 'en' };
    const refused = await app.inject({ method: 'POST', url: '/api/v1/holds', headers, payload: body });
    expect(refused.statusCode).toBe(403);
    expect(refused.json()).toMatchObject({ rule: 'served-elsewhere', status: 403 });
    expect(refused.json<{ type: string }>().type).toMatch(/not-eligible$/);
    const own = await person(north);
    const held = await app.inject({
      method: 'POST',
      url: '/api/v1/holds',
      headers: { authorization: `Bearer ${own.token}` },
      payload: body,
    });
    expect(held.statusCode).toBe(201);
  });

  it('tells who held a seat before login, who keeps it while choosing an office, and comes back to it', async () => {
    const { id, browser } = await person(null);
    const stranger = await testBrowser(app, deps.current);
    await stranger.get(times(north));
    const held = await take(stranger, north);
    expect(held.statusCode).toBe(303);
    const hold = held.headers.location ?? '';
    await sql`UPDATE hold SET account_id = ${id}, owner = ${`a:${id}`} WHERE id = ${hold.slice('/holds/'.length)}`.execute(
      deps.current.db,
    );
    const asked = await browser.get(hold);
    expect(asked.statusCode).toBe(403);
    expect(textOf(asked.body)).toContain('Prima scegli la tua sede');
    expect(textOf(asked.body)).toContain('Il posto resta tuo');
    const choose = `/profile/office?next=${encodeURIComponent(hold)}`;
    expect(linksOf(asked.body)).toContain(choose);
    const review = await browser.get(`${choose}&office=${north.officeCode}`);
    expect(textOf(review.body)).toContain('Che cosa cambia');
    const chosen = await browser.post('/profile/office', { office: north.officeCode, next: hold });
    expect(chosen.headers.location).toBe(hold);
    expect((await browser.get(hold)).statusCode).toBe(200);
  });

  it('lets in those of an office under it or above it, which serve the same people', async () => {
    const { db } = deps.current;
    await sql`UPDATE office SET parent_id = ${south.officeId}, site_kind = 'honorary' WHERE id = ${north.officeId}`.execute(
      db,
    );
    const { browser } = await person(south);
    await browser.get(times(north));
    expect((await take(browser, north)).statusCode).toBe(303);
  });
});

describe('a service only for people who have been identified', () => {
  it('is refused to others with how to be, and open once an operator has seen a document', async () => {
    const { db, clock } = deps.current;
    await sql`UPDATE offering SET login_level = 'identified' WHERE id = ${south.offeringId}`.execute(db);
    const { id, browser } = await person(south);
    await browser.get(times(south));
    const refused = await take(browser, south);
    expect(refused.statusCode).toBe(403);
    expect(textOf(refused.body)).toContain('Per questo servizio devi prima farti identificare');
    const [way = ''] = linksOf(refused.body).filter((href) => href.startsWith('/profile/identification'));
    expect(textOf((await browser.get(way)).body)).toContain('Come farla verificare');
    await sql`INSERT INTO identification (account_id, how, identified_at, office_id)
              VALUES (${id}, 'passport', ${clock.now()}, ${south.officeId})`.execute(db);
    await browser.get(times(south));
    expect((await take(browser, south)).statusCode).toBe(303);
    expect(textOf((await browser.get('/profile')).body)).toContain('Verificata il 22 novembre 2026 (passaporto)');
  });
});

describe('changing office', () => {
  it('leaves appointments as they are, and says so before', async () => {
    const { browser, token } = await person(north);
    const headers = { authorization: `Bearer ${token}` };
    const wish = { office: north.officeCode, service: 'passport', slot: north.slots[0], party: 1 };
    const held = await app.inject({ method: 'POST', url: '/api/v1/holds', headers, payload: wish });
    const people = [{ givenName: 'Ada', familyName: 'Prova', birthDate: '1980-05-05', relationship: 'self' }];
    const payload = { hold: held.json<{ id: string }>().id, people, privacyAccepted: true };
    const booked = await app.inject({ method: 'POST', url: '/api/v1/bookings', headers, payload });
    expect(booked.statusCode).toBe(201);
    const review = textOf((await browser.get(`/profile/office?office=${south.officeCode}`)).body);
    expect(review).toContain('Restano come sono: stessa data, stessa sede, stesso codice.');
    expect(review).toContain('L’appuntamento resta valido');
    expect(review).toContain('puoi avere un solo appuntamento');
    const changed = await browser.post('/profile/office', { office: south.officeCode });
    expect(changed.headers.location).toBe('/profile?notice=officeChanged');
    expect((await browser.get(`/bookings/${booked.json<{ code: string }>().code}`)).statusCode).toBe(200);
    expect(textOf((await browser.get('/profile')).body)).toContain(south.officeCode);
  });

  it('is done twice in thirty days at most, the first choice not counted, and says from when again', async () => {
    const { browser } = await person(null);
    for (const office of [north, south, north]) {
      await browser.get(`/profile/office?office=${office.officeCode}`);
      expect((await browser.post('/profile/office', { office: office.officeCode })).statusCode).toBe(303);
    }
    const fourth = await browser.get(`/profile/office?office=${south.officeCode}`);
    expect(textOf(fourth.body)).toContain('Puoi cambiare di nuovo dal 22 dicembre 2026');
    expect((await browser.post('/profile/office', { office: south.officeCode })).statusCode).toBe(409);
  });

  it('proposes the offices of the country, with the parts each serves', async () => {
    const { db } = deps.current;
    await sql`DELETE FROM consular_territory`.execute(db);
    await sql`INSERT INTO consular_territory (office_id, country, name, part) VALUES
              (${north.officeId}, 'GB', '{"it": "Scozia", "en": "Scotland"}', true),
              (${south.officeId}, 'GB', '{"it": "Galles", "en": "Wales"}', true)`.execute(db);
    const { browser } = await person(null);
    const page = textOf((await browser.get('/profile/office?country=GB')).body);
    expect(page).toContain('Quale sede segue il posto dove vivi?');
    expect(page).toContain('Segue: Scozia');
    expect(page).toContain('Segue: Galles');
  });

  it('asks for an office that is there', async () => {
    const { browser } = await person(null);
    await browser.get('/profile/office');
    expect((await browser.post('/profile/office', { office: 'nowhere' })).statusCode).toBe(422);
    expect((await browser.get('/profile/office?office=%00&country=ZZZ')).statusCode).toBe(200);
  });
});
