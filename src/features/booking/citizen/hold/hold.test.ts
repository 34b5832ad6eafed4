import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ada, bodyOf, bookingApp, type Journey, shown, startForm, takeSeat } from '#test/booking-journey.ts';
import { buildAccount, buildOffice, type OfficeWish } from '#test/build-office.ts';
import { testNow, useDeps } from '#test/deps.ts';
import { testBrowser } from '#test/slice-app.ts';

const deps = useDeps();
let app: FastifyInstance;
beforeAll(async () => {
  app = await bookingApp(deps.current);
});
afterAll(() => app.close());

const onTheForm = (wish?: OfficeWish): Promise<Journey> => startForm(app, deps.current, wish);

describe('the time of a held seat', () => {
  it('is prolonged once, by five minutes', async () => {
    const { browser, path } = await onTheForm();
    await browser.post(`${path}/extend`, {});
    const answer = await browser.get(path);
    expect(bodyOf(answer).querySelector('.t-bar')?.text).toContain('10:15');
    expect(bodyOf(answer).querySelector('.t-bar')?.text).not.toContain('5 minuti in più');
    await browser.post(`${path}/extend`, {});
    expect(bodyOf(await browser.get(path)).querySelector('.t-bar')?.text).toContain('10:15');
  });

  it('when over is told, keeps what is typed just then, and offers the times nearby', async () => {
    const { browser, path } = await onTheForm();
    deps.current.clock.advance({ minutes: 11 });
    const late = await browser.post(path, { ...ada, notes: 'Scritto tardi' });
    expect(late.statusCode).toBe(410);
    expect(bodyOf(late).querySelector('h1')?.text).toBe('Il tempo per questo posto è finito');
    expect(late.body).toContain('Quello che hai scritto è conservato');
    const offer = bodyOf(late).querySelector('button[name=slot]')?.getAttribute('value') ?? '';
    const office = bodyOf(late).querySelector('input[name=office]')?.getAttribute('value') ?? '';
    const again = await browser.post('/holds', { office, service: 'passport', party: '1', slot: offer });
    expect(again.statusCode).toBe(303);
    expect(shown(await browser.get(String(again.headers.location)), 'notes')).toBe('Scritto tardi');
    expect((await browser.get(`${path}/summary`)).statusCode).toBe(410);
  });

  it('can be given up: the seat is free at once', async () => {
    const { browser, path } = await onTheForm({ capacity: 1 });
    const left = await browser.post(`${path}/leave`, {});
    expect(left.headers.location).toContain('/times?date=2027-01-14');
    const { rows } = await sql<{
      taken: number;
    }>`SELECT taken FROM slot WHERE id = (SELECT slot_id FROM hold WHERE id = ${path.slice(7)})`.execute(
      deps.current.db,
    );
    expect(rows[0]?.taken).toBe(0);
  });
});

describe('whose a hold is', () => {
  it('nobody else sees, prolongs, gives up or books it', async () => {
    const { path } = await onTheForm();
    const strangers = [
      await testBrowser(app, deps.current),
      await testBrowser(app, deps.current, await buildAccount(deps.current.db, 'stranger@prova.example')),
    ];
    for (const stranger of strangers) {
      await stranger.get('/form');
      expect((await stranger.get(path)).statusCode).toBe(404);
      expect((await stranger.get(`${path}/summary`)).statusCode).toBe(404);
      for (const action of ['', '/extend', '/leave', '/book'])
        expect((await stranger.post(`${path}${action}`, ada)).statusCode).toBe(404);
    }
  });

  it('a browser’s before login is the account’s after it', async () => {
    deps.current.clock.set(testNow);
    const office = await buildOffice(deps.current.db, { capacity: 20 });
    const browser = await testBrowser(app, deps.current);
    const path = await takeSeat(browser, office);
    const account = await buildAccount(deps.current.db, 'adopts@prova.example');
    await browser.get(`/enter/${account}`);
    expect(bodyOf(await browser.get(path)).querySelector('h1')?.text).toBe('Chi viene all’appuntamento?');
    await browser.post(path, { ...ada, email: 'adopts@prova.example' });
    const elsewhere = await testBrowser(app, deps.current, account);
    expect((await elsewhere.get(`${path}/summary`)).statusCode).toBe(200);
  });

  it('whose address is not proved yet goes on to prove it, and comes back', async () => {
    const account = await buildAccount(deps.current.db, 'unproved@prova.example');
    await sql`UPDATE account SET email_verified_at = NULL WHERE id = ${account}`.execute(deps.current.db);
    const browser = await testBrowser(app, deps.current, account);
    const path = await takeSeat(browser, await buildOffice(deps.current.db));
    const answer = await browser.get(path);
    expect([answer.statusCode, answer.headers.location]).toEqual([
      303,
      `/verify-email?next=${encodeURIComponent(path)}`,
    ]);
  });

  it.each(['/holds/1', '/holds/%00', "/holds/' OR 1=1 --", '/holds/00000000-0000-0000-0000-000000000000'])(
    '%s is no hold',
    async (path) => {
      const browser = await testBrowser(
        app,
        deps.current,
        await buildAccount(deps.current.db, `x-${path.length}@prova.example`),
      );
      expect((await browser.get(encodeURI(path))).statusCode).toBeGreaterThanOrEqual(400);
      expect((await browser.get(encodeURI(path))).statusCode).toBeLessThan(500);
    },
  );
});
