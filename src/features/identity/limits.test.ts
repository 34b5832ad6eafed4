import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testNow, useDeps } from '#test/deps.ts';
import { sliceApp } from '#test/slice-app.ts';
import { createLimits } from './limits.ts';

const deps = useDeps();
let app: FastifyInstance;
let secondProcess: FastifyInstance;

beforeAll(async () => {
  const open = (): Promise<FastifyInstance> =>
    sliceApp(deps.current, (server, all) => {
      const limits = createLimits(all);
      for (const name of ['login', 'register', 'reset', 'prove', 'change'] as const) {
        server.post(`/${name}`, { preHandler: limits[name] }, (_request, reply) => reply.send('welcome'));
      }
    });
  app = await open();
  secondProcess = await open();
});
beforeEach(() => deps.current.clock.set(testNow));
afterAll(() => Promise.all([app.close(), secondProcess.close()]));

const newBrowser = () => ({ turno_csrf: randomBytes(12).toString('base64url') });

async function ask(
  what: string,
  from: { remoteAddress: string; cookies?: Record<string, string>; email?: string },
  by = app,
) {
  const { remoteAddress, cookies = {}, email } = from;
  const payload = email === undefined ? {} : { email };
  return by.inject({ method: 'POST', url: `/${what}`, remoteAddress, cookies, payload });
}

describe('three hundred people behind one address', () => {
  it('register, prove their address, log in and forget a password within an hour without any refusal', async () => {
    const refused: string[] = [];
    for (let person = 0; person < 300; person += 1) {
      const from = { remoteAddress: '203.0.113.7', cookies: newBrowser(), email: `person-${person}@prova.example` };
      for (const step of ['register', 'prove', 'prove', 'login', 'login', 'reset', 'change']) {
        if ((await ask(step, from)).statusCode !== 200) refused.push(`${person} ${step}`);
      }
      deps.current.clock.advance({ seconds: 12 });
    }
    expect(refused).toEqual([]);
  });

  it('at the same counter in ten minutes are not refused either', async () => {
    const crowd = Array.from({ length: 300 }, (_, person) => ({
      remoteAddress: '2001:db8:7:100::1',
      cookies: newBrowser(),
      email: `crowd-${person}@prova.example`,
    }));
    for (const step of ['register', 'prove', 'login']) {
      const answers = await Promise.all(crowd.map((from) => ask(step, from)));
      expect(new Set(answers.map((answer) => answer.statusCode))).toEqual(new Set([200]));
    }
  });
});

describe('a program', () => {
  it('with one browser’s cookie is slowed in all processes together, and told for how long; its neighbours are not', async () => {
    const bot = { remoteAddress: '198.51.100.9', cookies: newBrowser() };
    let last = 200;
    for (let time = 0; time <= 60; time += 1) {
      const by = time % 2 === 0 ? app : secondProcess;
      last = (await ask('login', { ...bot, email: `victim-${time}@prova.example` }, by)).statusCode;
    }
    expect(last).toBe(429);
    const refused = await ask('login', { ...bot, email: 'one-more@prova.example' });
    const seconds = Number(refused.headers['retry-after']);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(600);
    expect(refused.headers['ratelimit-limit']).toBe('60');
    expect(refused.headers['ratelimit-remaining']).toBe('0');
    expect(refused.headers['ratelimit-reset']).toBe(refused.headers['retry-after']);
    const neighbour = { ...bot, cookies: newBrowser(), email: 'neighbour@prova.example' };
    expect((await ask('login', neighbour)).statusCode).toBe(200);
    deps.current.clock.advance({ seconds });
    expect((await ask('login', { ...bot, email: 'later@prova.example' })).statusCode).toBe(200);
  });

  it('that takes a new cookie each time meets the wide bound of its address, and this machine never does', async () => {
    const { pool, secrets, clock } = deps.current;
    const seconds = Math.floor(clock.now().epochMilliseconds / 1000);
    const since = new Date((seconds - (seconds % 600)) * 1000);
    for (const network of ['198.51.100.10', '127.0.0.1']) {
      const key = secrets.hash('caller', `600 login ${network}`);
      await pool.query('INSERT INTO request_count VALUES ($1, $2, 3000)', [key, since]);
    }
    expect((await ask('login', { remoteAddress: '198.51.100.10' })).statusCode).toBe(429);
    expect((await ask('login', { remoteAddress: '198.51.100.11' })).statusCode).toBe(200);
    expect((await ask('login', { remoteAddress: '127.0.0.1' })).statusCode).toBe(200);
  });

  it('beyond its bound neither fills the table of counts nor uses up what is others’', async () => {
    const { pool } = deps.current;
    const bot = { remoteAddress: '198.51.100.12', cookies: newBrowser() };
    const rows = async () =>
      (await pool.query<{ n: number }>('SELECT count(*)::int AS n FROM request_count')).rows[0]?.n;
    for (let time = 0; time <= 60; time += 1) await ask('login', { ...bot, email: `other-${time}@prova.example` });
    const before = await rows();
    for (let time = 0; time < 70; time += 1) {
      const email = time === 0 ? 'nobody@prova.example' : 'owner@prova.example';
      expect((await ask('login', { ...bot, email })).statusCode).toBe(429);
    }
    expect(await rows()).toBe(before);
    const owner = { remoteAddress: '203.0.113.8', cookies: newBrowser(), email: 'owner@prova.example' };
    expect((await ask('login', owner)).statusCode).toBe(200);
  });
});
