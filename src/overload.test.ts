import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Level } from '#platform/http/overload/overload.rules.ts';
import { useDeps } from '#test/deps.ts';
import { createApp } from './app.ts';

const deps = useDeps({ TURNO_DEMO: 'on' });
let app: FastifyInstance;
let level: Level = 0;
beforeAll(async () => {
  app = await createApp(deps.current, { level: () => level });
  await app.ready();
});
afterAll(() => app.close());
beforeEach(() => {
  level = 0;
});

const html = { accept: 'text/html' };
const ask = (url: string, options: InjectOptions = {}) => app.inject({ url, headers: html, ...options });

describe('a site with more requests than it can answer', () => {
  it('puts off decoration first and goes on answering the rest', async () => {
    level = 1;
    expect((await ask('/offices/suggestions?q=rom')).statusCode).toBe(503);
    expect((await ask('/offices')).statusCode).toBe(200);
    expect((await ask('/login')).statusCode).toBe(200);
  });

  it('shows a page it made in the last seconds, and puts off what it would have to make', async () => {
    expect((await ask('/')).statusCode).toBe(200);
    level = 2;
    deps.current.clock.set(deps.current.clock.now().add({ seconds: 4 }));
    expect((await ask('/')).statusCode).toBe(200);
    // Older than that it is made anew, once for everybody, since somebody read it a moment ago.
    deps.current.clock.set(deps.current.clock.now().add({ seconds: 20 }));
    expect((await ask('/')).statusCode).toBe(200);
    expect((await ask('/offices')).statusCode).toBe(503);
    deps.current.clock.set(deps.current.clock.now().add({ seconds: 90 }));
    expect((await ask('/')).statusCode).toBe(503);
  });

  it('says so on a small page of its own, which tries again by itself', async () => {
    level = 2;
    for (const [language, words] of [
      ['it', 'Il sito è molto affollato'],
      ['en', 'The site is very busy'],
      ['de', 'Die Website ist sehr stark besucht'],
      ['fr', 'Le site est très fréquenté'],
      ['sl', 'Spletno mesto je zelo obremenjeno'],
      ['es', 'El sitio está muy concurrido'],
      ['pt', 'O site está muito concorrido'],
    ] as const) {
      const answer = await ask('/offices?q=roma&x=%22', { headers: { ...html, 'accept-language': language } });
      expect(answer.statusCode).toBe(503);
      expect(answer.body).toContain(words);
      expect(answer.body).toContain(`lang="${language}"`);
      expect(answer.body.length).toBeLessThan(2_000);
      const seconds = Number(answer.headers['retry-after']);
      expect(seconds).toBeGreaterThanOrEqual(5);
      expect(answer.body).toContain(`http-equiv="refresh" content="${seconds}"`);
      expect(answer.headers['cache-control']).toBe('no-store');
      expect(answer.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
    }
  });

  it('answers programs with a problem and the time to come back', async () => {
    level = 2;
    const answer = await ask('/api/v1/offices?q=roma', { headers: { accept: '*/*' } });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([
      503,
      'application/problem+json; charset=utf-8',
    ]);
    expect(answer.json()).toMatchObject({ type: expect.stringMatching(/\/overloaded$/) as string, status: 503 });
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('takes a session that is none for nobody', async () => {
    level = 2;
    const headers = { ...html, cookie: `turno_session=${'x'.repeat(43)}` };
    expect((await ask('/offices', { headers })).statusCode).toBe(503);
  });

  it('never puts off a hold, a booking, a confirmation, a place in line or an operator', async () => {
    level = 3;
    for (const [method, url] of [
      ['POST', '/api/v1/holds'],
      ['POST', '/api/v1/bookings'],
      ['POST', '/api/v1/bookings/AAAA-BBBB/confirm'],
      ['POST', '/holds'],
      ['GET', '/l/abc'],
      ['POST', '/l/abc/confirm'],
      ['GET', '/api/v1/queue/abc'],
      ['GET', '/waiting-room/tickets/abc'],
      ['GET', '/office'],
      ['GET', '/api/v1/offices/cons-london/agenda'],
      ['POST', '/api/v1/offices/cons-london/bookings'],
      ['GET', '/readyz'],
    ] as const) {
      expect((await ask(url, { method })).statusCode, `${method} ${url}`).not.toBe(503);
    }
  });

  it('counts what it put off', async () => {
    const { body } = await ask('/metrics');
    expect(body).toMatch(/turno_shed_total\{class="decoration"\} 1/);
    expect(body).toMatch(/turno_shed_total\{class="reading"\} \d\d/);
    expect(body).toMatch(/turno_overload_level 0/);
  });
});
