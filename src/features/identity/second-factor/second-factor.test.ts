import { parse } from 'node-html-parser';
import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { useDeps } from '#test/deps.ts';
import { password, secondFactorTools, site } from '#test/second-factor-tools.ts';
import { type TestBrowser, testBrowser } from '#test/slice-app.ts';

const deps = useDeps({ TURNO_URL: site });
const { addApp, app, codeOf, logIn, newBrowser, newsOf, office, operator } = secondFactorTools(deps);

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
    const weak = await testBrowser(app(), deps.current, who.id);
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
    await sql`INSERT INTO access_rule VALUES (${office().id}, true, 0, 30, 10, now(), NULL)`.execute(db);
    const asked = await operator();
    const browser = await newBrowser();
    await logIn(browser, asked.email);
    expect((await browser.get('/office/work')).headers.location).toMatch(/second-factor/);
    await sql`DELETE FROM access_rule`.execute(db);
  });
});

it('a citizen without roles has no page of second factors', async () => {
  const now = deps.current.clock.now();
  const { id } = await deps.current.db
    .insertInto('account')
    .values({ email: 'c@prova.example', given_name: 'C', family_name: 'P', email_verified_at: now, created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  const browser = await testBrowser(app(), deps.current, id);
  expect((await browser.get('/profile/second-factor')).statusCode).toBe(403);
});
