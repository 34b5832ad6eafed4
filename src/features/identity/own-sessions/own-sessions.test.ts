import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import { parse } from 'node-html-parser';
import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readForm } from '#platform/http/form.ts';
import { buildOffice } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { sliceApp, type TestBrowser, testBrowser } from '#test/slice-app.ts';
import { addIdentityPages } from '../citizen/routes.ts';
import { addArrivals, markArrival } from '../doors/arrival.ts';
import { requireOfficeTask } from '../guards.ts';
import { hashPassword } from '../password/password.ts';
import { createSession } from '../session/session.ts';
import { setSessionCookie } from '../session/session-hook.ts';
import { describeSession } from './describe-session.ts';
import { deviceName } from './device-name.ts';

const password = 'una frase che ricordo';
const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';
const deps = useDeps();
let app: FastifyInstance;
let office: { id: number; code: string };
let passwordHash = '';
let made = 0;
const sent: string[] = [];

/** A page of the office with a form, as any other: it shows again what was sent with a language, and writes the rest down. */
function addForm(server: FastifyInstance): void {
  server.get('/office/:office/form', (request, reply) => {
    requireOfficeTask(request, office, 'see-agenda');
    return reply.type('text/html').send(`<form><input type="hidden" name="_csrf" value="${reply.csrfToken()}"></form>`);
  });
  server.post('/office/:office/form', (request, reply) => {
    requireOfficeTask(request, office, 'see-agenda');
    const form = readForm(request, z.object({ reason: z.string() }));
    if (form.ok) sent.push(form.value.reason);
    return reply.code(form.ok ? 303 : form.status).send(`shown again: ${String(form.values['reason'])}`);
  });
}

beforeAll(async () => {
  passwordHash = await hashPassword(password);
  const built = await buildOffice(deps.current.db);
  office = { id: built.officeId, code: built.officeCode };
  await sql`INSERT INTO access_rule VALUES (NULL, false, 7, 30, 10, ${deps.current.clock.now()}, NULL)`.execute(
    deps.current.db,
  );
  app = await sliceApp(deps.current, (server) => {
    addIdentityPages(server, deps.current, { afterLogin: async () => undefined });
    addArrivals(server, deps.current, { afterLogin: async () => undefined });
    server.post<{ Params: { account: string } }>('/come-back/:account', async (request, reply) => {
      const accountId = Number(request.params.account);
      const { db, secrets, clock } = deps.current;
      const session = await createSession(db, { accountId, now: clock.now(), secrets, scheme: 'spid', level: 2 });
      await describeSession(db, deps.current, { request, token: session.token, accountId });
      setSessionCookie(reply, deps.current, session);
      markArrival(reply, deps.current, { accountId, handOver: true });
      return reply.send();
    });
    addForm(server);
  });
});
afterAll(() => app.close());

async function person(role: 'operator' | null = 'operator'): Promise<{ id: number; email: string }> {
  made += 1;
  const email = `persona-${made}@sede.example`;
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
  if (role)
    await sql`INSERT INTO account_role (account_id, role, office_id) VALUES (${id}, ${role}, ${office.id})`.execute(
      deps.current.db,
    );
  return { id, email };
}

async function logIn(browser: TestBrowser, email: string, next = formPath()): Promise<LightMyRequestResponse> {
  await browser.get('/login');
  return browser.post('/login', { email, password, next });
}

const formPath = () => `/office/${office.code}/form`;

/** Sends the form as a browser does: from its own page. */
async function sendForm(browser: TestBrowser, fields: Record<string, string>, csrf: string) {
  const body = new URLSearchParams({ _csrf: csrf, ...fields });
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    referer: `http://localhost${formPath()}`,
    host: 'localhost',
  };
  return browser.send({ method: 'POST', url: formPath(), headers, payload: body.toString() });
}

async function csrfOf(browser: TestBrowser): Promise<string> {
  return (
    parse((await browser.get(formPath())).body)
      .querySelector('[name=_csrf]')
      ?.getAttribute('value') ?? ''
  );
}

describe('the automatic logout', () => {
  it('comes after thirty minutes without a click, and not while somebody clicks', async () => {
    const { email } = await person();
    const browser = await testBrowser(app, deps.current);
    await logIn(browser, email);
    for (let n = 0; n < 3; n += 1) {
      deps.current.clock.advance({ minutes: 25 });
      expect((await browser.get(formPath())).statusCode).toBe(200);
    }
    deps.current.clock.advance({ minutes: 30 });
    const late = await browser.get(formPath());
    expect(late.headers.location).toBe(`/login?notice=idle&next=${encodeURIComponent(formPath())}`);
    expect(parse((await browser.get('/login?notice=idle')).body).structuredText).toContain('si è chiuso da solo');
  });

  it('is not put off by what a page asks by itself', async () => {
    const { email } = await person();
    const browser = await testBrowser(app, deps.current);
    await logIn(browser, email);
    deps.current.clock.advance({ minutes: 20 });
    await browser.get(formPath(), { 'sec-fetch-mode': 'navigate' });
    await browser.get(formPath(), { 'sec-fetch-mode': 'cors' });
    deps.current.clock.advance({ minutes: 15 });
    expect((await browser.get(formPath())).statusCode).toBe(303);
  });

  it('comes sooner at a computer where somebody else was before', async () => {
    const [one, other] = [await person(), await person()];
    const browser = await testBrowser(app, deps.current);
    await logIn(browser, one.email);
    await browser.get('/profile');
    await browser.post('/logout', {});
    await logIn(browser, other.email);
    deps.current.clock.advance({ minutes: 11 });
    expect((await browser.get(formPath())).statusCode).toBe(303);
  });

  it('comes as soon after a login at a provider, whose answer brings none of the computer’s cookies', async () => {
    const [one, other] = [await person(), await person()];
    const browser = await testBrowser(app, deps.current);
    await logIn(browser, one.email);
    await browser.get('/profile');
    await browser.post('/logout', {});
    const answer = await app.inject({ method: 'POST', url: `/come-back/${other.id}` });
    for (const { name, value } of answer.cookies) browser.take(name, value);
    expect((await browser.get(formPath())).statusCode).toBe(200);
    deps.current.clock.advance({ minutes: 11 });
    expect((await browser.get(formPath())).statusCode).toBe(303);
  });

  it('does not come upon citizens', async () => {
    const { email } = await person(null);
    const browser = await testBrowser(app, deps.current);
    await logIn(browser, email, '/profile');
    deps.current.clock.advance({ hours: 3 });
    expect((await browser.get('/profile')).statusCode).toBe(200);
  });

  it('keeps the form that comes too late, for its owner alone, and shows it again as it was', async () => {
    const { email } = await person();
    const browser = await testBrowser(app, deps.current);
    await logIn(browser, email);
    const csrf = await csrfOf(browser);
    deps.current.clock.advance({ minutes: 31 });
    const late = await sendForm(browser, { reason: 'motivo a metà', password: 'not to be kept' }, csrf);
    expect(late.headers.location).toBe(`/login?notice=idle&next=${encodeURIComponent(formPath())}`);
    expect(sent).toEqual([]);

    const stranger = await person();
    expect((await logIn(browser, stranger.email)).headers.location).toBe(formPath());
    await browser.get('/profile');
    await browser.post('/logout', {});

    const back = await logIn(browser, email);
    expect(back.headers.location).toBe(`/profile/kept-work?next=${encodeURIComponent(formPath())}`);
    const page = parse((await browser.get(String(back.headers.location))).body);
    const form = page.querySelector(`form[action="${formPath()}"]`);
    const fields = Object.fromEntries(
      (form?.querySelectorAll('input') ?? []).map((input) => [
        input.getAttribute('name') ?? '',
        input.getAttribute('value') ?? '',
      ]),
    );
    expect(fields).toMatchObject({ reason: 'motivo a metà', _lang: 'it' });
    expect(page.toString()).not.toContain('not to be kept');
    const shown = await browser.post(formPath(), fields);
    expect(shown.body).toBe('shown again: motivo a metà');
    expect(sent).toEqual([]);
    expect(parse((await browser.get('/profile/kept-work')).body).structuredText).toContain('Non c’è niente');
  });

  it('keeps nothing that another site sends', async () => {
    const { id, email } = await person();
    const browser = await testBrowser(app, deps.current);
    await logIn(browser, email);
    deps.current.clock.advance({ minutes: 31 });
    await sendForm(browser, { reason: 'planted' }, 'no-token-of-ours');
    const { rows } = await sql`SELECT FROM kept_work WHERE account_id = ${id}`.execute(deps.current.db);
    expect(rows).toEqual([]);
  });

  it('is told by the page a little ahead, with what was being typed; another window that was used puts it off', async () => {
    const { email } = await person();
    const browser = await testBrowser(app, deps.current);
    await logIn(browser, email);
    await browser.get('/profile/kept-work');
    expect((await browser.post('/profile/idle', {})).statusCode).toBe(200);
    deps.current.clock.advance({ minutes: 29 });
    const fields = { _path: formPath(), _title: 'Un modulo · Turno', reason: 'sto scriv' };
    expect((await browser.post('/profile/kept-work', fields)).statusCode).toBe(204);
    expect((await browser.post('/profile/kept-work', { ...fields, _path: '//evil.example' })).statusCode).toBe(422);
  });
});

describe('the list of open logins', () => {
  it('tells browser and system, and ends each of them, and all others at once', async () => {
    const { email } = await person(null);
    const [here, there, elsewhere] = await Promise.all([0, 1, 2].map(() => testBrowser(app, deps.current)));
    if (!here || !there || !elsewhere) throw new Error('three browsers');
    for (const browser of [here, there, elsewhere]) await logIn(browser, email, '/profile');
    const page = parse((await here.get('/profile/sessions')).body);
    expect(page.querySelectorAll('tbody tr')).toHaveLength(3);
    const [end = ''] = page.querySelectorAll('form[action$="/end"]').map((form) => form.getAttribute('action') ?? '');
    expect((await here.post(end, {})).headers.location).toBe('/profile/sessions?done=ended');
    expect((await here.post(end, {})).headers.location).toBe('/profile/sessions?done=not-there');
    await here.post('/profile/sessions/end-others', {});
    expect((await here.get('/profile')).statusCode).toBe(200);
    for (const ended of [there, elsewhere]) expect((await ended.get('/profile')).statusCode).toBe(303);
  });

  it('ends nobody else’s', async () => {
    const [one, other] = [await person(null), await person(null)];
    const browser = await testBrowser(app, deps.current);
    await logIn(browser, one.email, '/profile');
    const theirs = await testBrowser(app, deps.current);
    await logIn(theirs, other.email, '/profile');
    const { rows } = await sql<{ id: string }>`SELECT id FROM session WHERE account_id = ${other.id}`.execute(
      deps.current.db,
    );
    await browser.get('/profile/sessions');
    const answer = await browser.post(`/profile/sessions/${rows[0]?.id ?? ''}/end`, {});
    expect(answer.headers.location).toBe('/profile/sessions?done=not-there');
    expect((await theirs.get('/profile')).statusCode).toBe(200);
  });

  it('says what a browser calls itself, in two words', () => {
    expect(deviceName(firefox)).toBe('Firefox · Windows');
    expect(
      deviceName(
        'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1',
      ),
    ).toBe('Safari · iPhone');
    expect(
      deviceName(
        'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
      ),
    ).toBe('Edge · Linux');
    expect(deviceName('curl/8.0')).toBeNull();
  });
});
