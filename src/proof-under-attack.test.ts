import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { FastifyInstance } from 'fastify';
import { parse } from 'node-html-parser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from './app.ts';
import { buildAccount, buildOffice } from '#test/build-office.ts';
import { buildRole } from '#test/build-role.ts';
import { testNow, useDeps } from '#test/deps.ts';
import { type TestBrowser, testBrowser } from '#test/slice-app.ts';

const deps = useDeps();
let app: FastifyInstance;
let browser: TestBrowser;

type Challenge = Parameters<typeof solveChallenge>[0]['challenge'];

beforeEach(async () => {
  deps.current.clock.set(testNow);
  await deps.current.pool.query('DELETE FROM proof_demand; DELETE FROM guarded_count');
});
afterEach(() => app.close());

async function start(underAttack: boolean): Promise<void> {
  if (underAttack)
    await deps.current.pool.query("INSERT INTO proof_demand (cause, began_at, until_at) VALUES ('signs', $1, $2)", [
      testNow,
      '2026-11-22T11:00:00Z',
    ]);
  app = await createApp(deps.current);
  browser = await testBrowser(app, deps.current);
}

async function solve(challenge: Challenge): Promise<string> {
  const solution = await solveChallenge({ challenge, deriveKey });
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
}

async function challengeFor(action: string): Promise<Challenge> {
  const answer = await app.inject(`/api/v1/proof?action=${action}`);
  return answer.json<{ challenge: Challenge }>().challenge;
}

const login = { email: 'nobody@prova.example', password: 'una frase qualunque' };

describe('in calm times', () => {
  it('nothing is asked and nothing is shown', async () => {
    await start(false);
    expect((await browser.get('/login')).body).not.toContain('data-proof');
    expect((await browser.post('/login', login)).statusCode).toBe(422);
    expect((await app.inject({ method: 'POST', url: '/api/v1/sessions', payload: login })).statusCode).toBe(401);
  });

  it('many refused logins in a minute switch it on, a rush of people does not', async () => {
    await start(false);
    const count = (kind: string, many: number) =>
      deps.current.pool.query('INSERT INTO guarded_count VALUES ($1, $2, $3)', [testNow, kind, many]);
    await count('hold', 2500);
    const look = () => app.inject({ url: '/login' });
    await look();
    await app.inject({ method: 'POST', url: '/api/v1/sessions', payload: login });
    expect((await deps.current.pool.query('SELECT FROM proof_demand')).rowCount).toBe(0);
    await count('refused-login', 500);
    await app.close();
    app = await createApp(deps.current);
    await app.inject({ method: 'POST', url: '/api/v1/sessions', payload: login });
    await new Promise((resolve) => setTimeout(resolve, 2100));
    await app.inject({ method: 'POST', url: '/api/v1/sessions', payload: login });
    await expect
      .poll(async () => (await deps.current.db.selectFrom('proof_demand').select('figures').execute()) as unknown[], {
        timeout: 5000,
      })
      .toEqual([{ figures: { 'refused-login': expect.any(Number) as number } }]);
  });
});

describe('under attack', () => {
  it('a program is given the challenge in the refusal, and passes once with its solution', async () => {
    await start(true);
    const send = (headers: Record<string, string> = {}) =>
      app.inject({ method: 'POST', url: '/api/v1/sessions', payload: login, headers });
    const refused = await send();
    expect(refused.statusCode).toBe(403);
    const body = refused.json<{ type: string; action: string; challenge: Challenge }>();
    expect(body).toMatchObject({ type: expect.stringMatching(/proof-required$/) as string, action: 'login' });
    const proof = await solve(body.challenge);
    expect((await send({ proof, 'idempotency-key': 'one' })).statusCode).toBe(401);
    expect((await send({ proof, 'idempotency-key': 'one' })).statusCode).toBe(401);
    expect((await send({ proof, 'idempotency-key': 'two' })).statusCode).toBe(403);
    expect((await send({ proof: await solve(await challengeFor('hold')) })).statusCode).toBe(403);
    const stale = await solve(await challengeFor('login'));
    deps.current.clock.advance({ minutes: 31 });
    expect((await send({ proof: stale })).statusCode).toBe(403);
    for (const rubbish of ['x', Buffer.from('{"challenge":{}}').toString('base64'), `${proof.slice(0, 40)}AAAA`])
      expect((await send({ proof: rubbish })).statusCode).toBe(403);
  });

  it('a form is kept while the browser works, and goes on as it was', async () => {
    await start(true);
    const shown = await browser.get('/login');
    expect(parse(shown.body).querySelector('.t-proof')?.text).toContain('Un breve controllo automatico');
    const asked = await browser.post('/login', login);
    expect(asked.statusCode).toBe(403);
    const page = parse(asked.body);
    expect(page.querySelector('h1')?.text).toBe('Un momento');
    expect(asked.body).not.toContain(login.password);
    const kept = page.querySelector('input[name=_kept]')?.getAttribute('value') ?? '';
    const done = await browser.post('/login', { _kept: kept, _proof: await solve(await challengeFor('login')) });
    expect(done.statusCode).toBe(422);
    expect(done.body).toContain(`value="${login.email}"`);
  });

  it('without scripts a wait of some seconds stands for it, once', async () => {
    await start(true);
    await browser.get('/login');
    const asked = parse((await browser.post('/login', login)).body);
    const hidden = (name: string) => asked.querySelector(`main input[name=${name}]`)?.getAttribute('value') ?? '';
    const again = { _kept: hidden('_kept'), _wait: hidden('_wait') };
    const early = await browser.post('/login', again);
    expect(early.statusCode).toBe(403);
    expect(parse(early.body).querySelector('.t-without-script')?.text).toContain('Mancava ancora');
    deps.current.clock.advance({ seconds: 9 });
    expect((await browser.post('/login', again)).statusCode).toBe(422);
    expect((await browser.post('/login', again)).statusCode).toBe(403);
    // On the page with the form the time runs while people type.
    const form = parse((await browser.get('/login')).body);
    const wait = form.querySelector('input[name=_wait][form=login]')?.getAttribute('value') ?? '';
    deps.current.clock.advance({ seconds: 9 });
    expect((await browser.post('/login', { ...login, _wait: wait })).statusCode).toBe(422);
  });

  it('a page of another site gets no proof done for it', async () => {
    await start(true);
    const answer = await app.inject({
      method: 'POST',
      url: '/login',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(login).toString(),
    });
    expect(answer.statusCode).toBe(403);
    expect(answer.body).not.toContain('_kept');
  });

  it('people whom an office knows, and operators, are asked nothing', async () => {
    await start(true);
    const office = await buildOffice(deps.current.db, {});
    const operator = await buildRole(deps.current.db, 'operator', office.officeId);
    const known = await buildAccount(deps.current.db, 'known@prova.example');
    await deps.current.pool.query(
      'INSERT INTO identification (account_id, how, identified_at, identified_by, office_id) VALUES ($1, $2, $3, $4, $5)',
      [known, 'passport', testNow, operator, office.officeId],
    );
    for (const accountId of [operator, known]) {
      const somebody = await testBrowser(app, deps.current, accountId);
      await somebody.get('/profile');
      const held = await somebody.post('/holds', { office: 'x', service: 'y', slot: '1', party: '1' });
      expect(held.body).not.toContain('Un momento');
    }
  });
});
