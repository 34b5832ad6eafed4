import type { FastifyInstance } from 'fastify';
import { parse } from 'node-html-parser';
import { TOTP } from 'otpauth';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildOffice } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { sliceApp, type TestBrowser, testBrowser } from '#test/slice-app.ts';
import { softwarePasskey } from '#test/software-passkey.ts';
import { addIdentityApi } from '../api/routes.ts';
import { addIdentityPages } from '../citizen/routes.ts';
import { requireOfficeTask } from '../guards.ts';
import { hashPassword } from '../password/password.ts';

const password = 'una frase che ricordo';
const site = 'http://turno.example';
const deps = useDeps({ TURNO_URL: site });
let app: FastifyInstance;
let office: { id: number; code: string };
let passwordHash = '';
let made = 0;

beforeAll(async () => {
  passwordHash = await hashPassword(password);
  const built = await buildOffice(deps.current.db);
  office = { id: built.officeId, code: built.officeCode };
  app = await sliceApp(deps.current, (server) => {
    const afterLogin = async () => undefined;
    addIdentityPages(server, deps.current, { afterLogin });
    addIdentityApi(server, deps.current, { afterLogin });
    server.get('/office/work', (request) => requireOfficeTask(request, office, 'see-agenda').email);
    server.get('/api/v1/work', (request) => ({ email: requireOfficeTask(request, office, 'see-agenda').email }));
  });
});
afterAll(() => app.close());

/** An operator with a password and nothing else. */
async function operator(): Promise<{ id: number; email: string }> {
  made += 1;
  const email = `operatore-${made}@sede.example`;
  const now = deps.current.clock.now();
  const { id } = await deps.current.db
    .insertInto('account')
    .values({
      email,
      password_hash: passwordHash,
      given_name: 'Nora',
      family_name: 'Prova',
      email_verified_at: now,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await sql`INSERT INTO account_role (account_id, role, office_id) VALUES (${id}, 'operator', ${office.id})`.execute(
    deps.current.db,
  );
  return { id, email };
}

async function newBrowser(): Promise<TestBrowser> {
  const browser = await testBrowser(app, deps.current);
  await browser.get('/login');
  return browser;
}

async function logIn(browser: TestBrowser, email: string): Promise<string> {
  return String((await browser.post('/login', { email, password, next: '/office/work' })).headers.location);
}

/** The code that the app shows now. */
function codeOf(secret: string): string {
  return new TOTP({ secret }).generate({ timestamp: deps.current.clock.now().epochMilliseconds });
}

/** Adds an app to the account that a browser is in; answers with its secret and the recovery codes. */
async function addApp(browser: TestBrowser): Promise<{ secret: string; codes: string[] }> {
  await browser.get('/profile/second-factor/app');
  await browser.post('/profile/second-factor/app', { step: 'start', current: password });
  const shown = parse((await browser.get('/profile/second-factor/app')).body);
  const secret = shown.querySelector('.t-code')?.text.replaceAll(' ', '') ?? '';
  const answer = await browser.post('/profile/second-factor/app', { step: 'confirm', code: codeOf(secret) });
  const codes = parse(answer.body).querySelectorAll('.t-recovery-codes .t-code');
  return { secret, codes: codes.map((code) => code.text) };
}

async function newsOf(accountId: number): Promise<string[]> {
  const { rows } = await sql<{ change: string }>`
    SELECT payload->>'change' AS change FROM outbox
    WHERE payload->>'kind' = 'second-factor-changed' AND payload->>'accountId' = ${String(accountId)} ORDER BY id`.execute(
    deps.current.db,
  );
  return rows.map(({ change }) => change);
}

describe('an app that shows codes', () => {
  let browser: TestBrowser;
  let who: { id: number; email: string };
  beforeEach(async () => {
    who = await operator();
    browser = await newBrowser();
    await logIn(browser, who.email);
  });

  it('is added with the password and its first code, and brings ten recovery codes, shown once', async () => {
    const { secret, codes } = await addApp(browser);
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(new Set(codes).size).toBe(10);
    expect((await browser.get('/profile/second-factor')).body).not.toContain(codes[0] ?? '');
    expect(await newsOf(who.id)).toEqual(['added']);
    // The login in which it was added has proved it.
    expect((await browser.get('/office/work')).body).toBe(who.email);
  });

  it('is not added without the password, nor with a wrong code', async () => {
    await browser.get('/profile/second-factor/app');
    const wrong = await browser.post('/profile/second-factor/app', { step: 'start', current: 'not the password' });
    expect(wrong.statusCode).toBe(422);
    await browser.post('/profile/second-factor/app', { step: 'start', current: password });
    const code = await browser.post('/profile/second-factor/app', { step: 'confirm', code: '000000' });
    expect(code.statusCode).toBe(422);
    expect(await newsOf(who.id)).toEqual([]);
  });

  it('is asked for at the next login, after the password and before anything else', async () => {
    const { secret } = await addApp(browser);
    deps.current.clock.advance({ minutes: 1 });
    const next = await newBrowser();
    expect(await logIn(next, who.email)).toBe('/login/second-factor?next=%2Foffice%2Fwork');
    expect(String((await next.get('/office/work')).headers.location)).toMatch(/^\/login\?/);
    await next.get('/login/second-factor?next=%2Foffice%2Fwork');
    const wrong = await next.post('/login/second-factor', { code: '123456', next: '/office/work' });
    expect(wrong.statusCode).toBe(422);
    const right = await next.post('/login/second-factor', { code: codeOf(secret), next: '/office/work' });
    expect(right.headers.location).toBe('/office/work');
    expect((await next.get('/office/work')).body).toBe(who.email);
  });

  it('shows codes that are good once', async () => {
    const { secret } = await addApp(browser);
    deps.current.clock.advance({ minutes: 1 });
    const code = codeOf(secret);
    const first = await newBrowser();
    await logIn(first, who.email);
    expect((await first.post('/login/second-factor', { code })).statusCode).toBe(303);
    const second = await newBrowser();
    await logIn(second, who.email);
    expect((await second.post('/login/second-factor', { code })).statusCode).toBe(422);
  });

  it('locks after ten wrong codes, and says until when', async () => {
    await addApp(browser);
    const stranger = await newBrowser();
    await logIn(stranger, who.email);
    for (let n = 0; n < 10; n += 1) await stranger.post('/login/second-factor', { code: '000000' });
    const locked = await stranger.post('/login/second-factor', { code: '000000' });
    expect(locked.statusCode).toBe(423);
    expect(parse(locked.body).structuredText).toContain('Troppi codici sbagliati');
  });

  it('gives way to a recovery code, once, and its owner is told', async () => {
    const { codes } = await addApp(browser);
    const [code = ''] = codes;
    const next = await newBrowser();
    await logIn(next, who.email);
    expect((await next.post('/login/second-factor', { code: code.toLowerCase() })).statusCode).toBe(303);
    expect(await newsOf(who.id)).toEqual(['added', 'recovery-code-used']);
    const again = await newBrowser();
    await logIn(again, who.email);
    expect((await again.post('/login/second-factor', { code })).statusCode).toBe(422);
  });

  it('is not passed over by a half login after ten minutes, nor after a new password', async () => {
    const { secret } = await addApp(browser);
    const late = await newBrowser();
    await logIn(late, who.email);
    deps.current.clock.advance({ minutes: 11 });
    const answer = await late.post('/login/second-factor', { code: codeOf(secret) });
    expect(answer.headers.location).toBe('/login');
  });

  it('ends the logins of before that had not asked for it', async () => {
    const other = await newBrowser();
    await logIn(other, who.email);
    await addApp(browser);
    expect(String((await other.get('/office/work')).headers.location)).toMatch(/^\/login/);
  });

  it('is asked for in a login that was weaker, before one works', async () => {
    const { secret } = await addApp(browser);
    deps.current.clock.advance({ minutes: 1 });
    const weak = await testBrowser(app, deps.current, who.id);
    expect((await weak.get('/office/work')).headers.location).toBe('/login/second-factor?next=%2Foffice%2Fwork');
    await weak.get('/login/second-factor?next=%2Foffice%2Fwork');
    await weak.post('/login/second-factor', { code: codeOf(secret), next: '/office/work' });
    expect((await weak.get('/office/work')).body).toBe(who.email);
  });

  it('is removed with the password where nobody asks for it', async () => {
    await sql`INSERT INTO access_rule VALUES (NULL, false, 7, 30, 10, now(), NULL)`.execute(deps.current.db);
    await addApp(browser);
    await browser.get('/profile/second-factor/remove/app');
    const gone = await browser.post('/profile/second-factor/remove/app', { current: password });
    expect(gone.headers.location).toBe('/profile/second-factor?done=doneRemoved');
    expect(await logIn(await newBrowser(), who.email)).toBe('/office/work');
    await sql`DELETE FROM access_rule`.execute(deps.current.db);
  });
});

describe('where a second factor is asked for', () => {
  it('it may wait seven days from the first login; then nothing goes on without it', async () => {
    const { email } = await operator();
    const first = await newBrowser();
    expect(await logIn(first, email)).toBe('/profile/second-factor?next=%2Foffice%2Fwork');
    expect(parse((await first.get('/profile/second-factor')).body).structuredText).toContain('Aggiungila entro il');
    expect((await first.get('/office/work')).body).toBe(email);
    deps.current.clock.advance({ hours: 7 * 24 + 1 });
    const late = await newBrowser();
    await logIn(late, email);
    expect((await late.get('/office/work')).headers.location).toBe('/profile/second-factor?next=%2Foffice%2Fwork');
    const { secret } = await addApp(late);
    expect(secret).not.toBe('');
    expect((await late.get('/office/work')).body).toBe(email);
    await late.get('/profile/second-factor/remove/app');
    const kept = await late.post('/profile/second-factor/remove/app', { current: password });
    expect(kept.headers.location).toBe('/profile/second-factor?done=asked-for');
  });

  it('an office may ask for it where the network does not', async () => {
    const { db } = deps.current;
    await sql`INSERT INTO access_rule VALUES (NULL, false, 7, 30, 10, now(), NULL)`.execute(db);
    const free = await operator();
    expect(await logIn(await newBrowser(), free.email)).toBe('/office/work');
    await sql`INSERT INTO access_rule VALUES (${office.id}, true, 0, 30, 10, now(), NULL)`.execute(db);
    const asked = await operator();
    const browser = await newBrowser();
    await logIn(browser, asked.email);
    expect((await browser.get('/office/work')).headers.location).toMatch(/second-factor/);
    await sql`DELETE FROM access_rule`.execute(db);
  });
});

describe('over HTTP', () => {
  it('a password alone says that a code is needed, and the code opens the session', async () => {
    const { email } = await operator();
    const browser = await newBrowser();
    await logIn(browser, email);
    const post = (payload: object) => app.inject({ method: 'POST', url: '/api/v1/sessions', payload });
    expect((await post({ email, password })).statusCode).toBe(201);
    const { secret } = await addApp(browser);
    deps.current.clock.advance({ minutes: 1 });
    const without = await post({ email, password });
    expect([without.statusCode, without.json().type]).toEqual([401, expect.stringMatching(/second-factor-required$/)]);
    const wrong = await post({ email, password, code: '000000' });
    expect([wrong.statusCode, wrong.json().type]).toEqual([401, expect.stringMatching(/wrong-code$/)]);
    const right = await post({ email, password, code: codeOf(secret) });
    expect(right.statusCode).toBe(201);
    const headers = { authorization: `Bearer ${right.json().token}` };
    expect((await app.inject({ url: '/api/v1/work', headers })).json()).toEqual({ email });
  });

  it('a weaker session of somebody with a second factor does not work', async () => {
    const { id, email } = await operator();
    const browser = await newBrowser();
    await logIn(browser, email);
    await addApp(browser);
    const weak = await testBrowser(app, deps.current, id);
    const answer = await weak.get('/api/v1/work');
    expect([answer.statusCode, answer.json().type]).toEqual([403, expect.stringMatching(/second-factor-required$/)]);
  });
});

describe('a passkey', () => {
  async function ask(browser: TestBrowser, url: string): Promise<{ options: string; asked: string }> {
    const document = parse((await browser.get(url)).body);
    const options = document.querySelector('[data-passkey]')?.getAttribute('data-options') ?? '';
    return { options, asked: document.querySelector('[name=asked]')?.getAttribute('value') ?? '' };
  }
  const newPath = '/profile/second-factor/passkeys/new';

  async function added() {
    const who = await operator();
    const browser = await newBrowser();
    await logIn(browser, who.email);
    const passkey = softwarePasskey();
    const { options, asked } = await ask(browser, newPath);
    const answer = passkey.create(options, site);
    const response = await browser.post(newPath, { name: 'chiavetta blu', current: password, asked, answer });
    return { who, browser, passkey, response, sent: { name: 'doppia', current: password, asked, answer } };
  }

  it('is added with the password, and asked for at the next login', async () => {
    const { who, passkey, response } = await added();
    expect(response.statusCode).toBe(200);
    expect(parse(response.body).querySelectorAll('.t-recovery-codes li')).toHaveLength(10);
    const next = await newBrowser();
    expect(await logIn(next, who.email)).toMatch(/^\/login\/second-factor/);
    const { options, asked } = await ask(next, '/login/second-factor');
    const proof = { asked, answer: passkey.get(options, site), next: '/office/work' };
    expect((await next.post('/login/second-factor', proof)).headers.location).toBe('/office/work');
    expect((await next.get('/office/work')).body).toBe(who.email);
  });

  it('answers one question once: the same answer is good for nothing later', async () => {
    const { who, browser, passkey, sent } = await added();
    expect((await browser.post(newPath, sent)).statusCode).toBe(422);
    const first = await newBrowser();
    await logIn(first, who.email);
    const { options, asked } = await ask(first, '/login/second-factor');
    const proof = { asked, answer: passkey.get(options, site) };
    expect((await first.post('/login/second-factor', proof)).statusCode).toBe(303);
    const second = await newBrowser();
    await logIn(second, who.email);
    expect((await second.post('/login/second-factor', proof)).statusCode).toBe(422);
  });

  it('of another site, another key or another account is refused', async () => {
    const { who, passkey } = await added();
    const other = await added();
    const browser = await newBrowser();
    await logIn(browser, who.email);
    const { options, asked } = await ask(browser, '/login/second-factor');
    const answers = [
      passkey.get(options, 'https://turno.example.evil.example'),
      other.passkey.get(options, site),
      softwarePasskey().get(options, site),
      'failed',
      '{"id":1}',
    ];
    for (const answer of answers) {
      const again = await ask(browser, '/login/second-factor');
      const refused = await browser.post('/login/second-factor', { asked: again.asked || asked, answer });
      expect(refused.statusCode, answer.slice(0, 40)).toBe(422);
    }
  });
});

it('a citizen without roles has no page of second factors', async () => {
  const now = deps.current.clock.now();
  const { id } = await deps.current.db
    .insertInto('account')
    .values({ email: 'c@prova.example', given_name: 'C', family_name: 'P', email_verified_at: now, created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  const browser = await testBrowser(app, deps.current, id);
  expect((await browser.get('/profile/second-factor')).statusCode).toBe(403);
});
