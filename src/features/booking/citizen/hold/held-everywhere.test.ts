import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bodyOf, takeSeat } from '#test/booking-journey.ts';
import { buildAccount, buildOffice, type BuiltOffice } from '#test/build-office.ts';
import { testNow, useDeps } from '#test/deps.ts';
import { type TestBrowser, testBrowser } from '#test/slice-app.ts';
import { createApp } from '../../../../app.ts';

const deps = useDeps();
let app: FastifyInstance;
let office: BuiltOffice;
let browser: TestBrowser;

beforeAll(async () => {
  app = await createApp(deps.current);
  app.get('/form', async (_request, reply) =>
    reply.type('text/html').send(`<input name="_csrf" value="${reply.csrfToken()}">`),
  );
});
beforeEach(async () => {
  deps.current.clock.set(testNow);
  office = await buildOffice(deps.current.db, { slots: 1, capacity: 1 });
  browser = await testBrowser(app, deps.current);
});
afterAll(() => app.close());

const steps = ['/login', '/register', '/verify-email'];
const pages = ['/', '/offices', ...steps, '/forgotten-password', '/help', '/privacy'];
const barOf = async (url: string, by = browser) => bodyOf(await by.get(url)).querySelector('.t-bar');

describe('a held seat', () => {
  it('is shown on every page of the citizen’s until it is over, with the way back where one has left the way', async () => {
    for (const url of pages) expect(await barOf(url)).toBeNull();
    const path = await takeSeat(browser, office);
    for (const url of [...pages, `/offices/${office.officeCode}`, '/no/such/page']) {
      const bar = await barOf(url);
      expect(bar?.text, url).toContain('Posto trattenuto fino alle 10:10 di Londra');
      expect(bar?.querySelector('a')?.getAttribute('href'), url).toBe(steps.includes(url) ? undefined : path);
    }
    const wrong = await browser.post('/login', { email: '', password: '' });
    expect(bodyOf(wrong).querySelector('.t-bar')?.text).toContain('10:10');
    expect(await barOf('/', await testBrowser(app, deps.current))).toBeNull();
    deps.current.clock.advance({ minutes: 10 });
    expect(await barOf('/')).toBeNull();
  });

  it('of an account is shown on its other devices, its profile too, and not at the office’s desk', async () => {
    const account = await buildAccount(deps.current.db, `held-${office.officeCode}@prova.example`);
    const telephone = await testBrowser(app, deps.current, account);
    const path = await takeSeat(telephone, office);
    const computer = await testBrowser(app, deps.current, account);
    for (const url of ['/', '/profile', '/bookings']) {
      expect((await barOf(url, computer))?.querySelector('a')?.getAttribute('href')).toBe(path);
    }
    expect(await barOf('/office', computer)).toBeNull();
  });

  it('is a free time for whoever holds it and for nobody else, even the last one of all', async () => {
    const { rows } = await sql<{ day: string }>`SELECT day::text FROM slot WHERE id = ${office.slots[0]}`.execute(
      deps.current.db,
    );
    const service = `/offices/${office.officeCode}/passport`;
    const times = `${service}/times?date=${rows[0]?.day}`;
    const path = await takeSeat(browser, office);
    const own = bodyOf(await browser.get(times)).querySelectorAll('button[name=slot]');
    expect(own.map((button) => button.getAttribute('value'))).toEqual([office.slots[0]]);
    expect((await browser.get(service)).body).toContain(times.replace('&', '&amp;'));
    const stranger = await testBrowser(app, deps.current);
    expect(bodyOf(await stranger.get(times)).querySelectorAll('button[name=slot]')).toEqual([]);
    expect((await stranger.get(service)).body).not.toContain(times);
    expect(await takeSeat(browser, office)).toBe(path);
  });
});
