import type { FastifyInstance } from 'fastify';
import { parse } from 'node-html-parser';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { transact } from '#platform/transaction.ts';
import { useDeps } from '#test/deps.ts';
import { sliceApp, type TestBrowser, testBrowser } from '#test/slice-app.ts';
import { issueProof } from '../issue-proof.ts';
import { hashPassword } from '../password/password.ts';
import { proofPath } from '../proofs.ts';
import { addIdentityPages } from './routes.ts';

const password = 'una frase che ricordo';

describe('logging in', () => {
  const deps = useDeps();
  let app: FastifyInstance;
  let browser: TestBrowser;
  let passwordHash = '';

  beforeAll(async () => {
    passwordHash = await hashPassword(password);
    app = await sliceApp(deps.current, (server) =>
      addIdentityPages(server, deps.current, { afterLogin: async () => undefined }),
    );
  });
  beforeEach(async () => {
    browser = await testBrowser(app, deps.current);
    await browser.get('/login');
  });
  afterAll(() => app.close());

  async function account(
    email: string,
    more: { email_verified_at?: null; must_change_password?: boolean; demo?: boolean } = {},
  ): Promise<number> {
    const now = deps.current.clock.now();
    const row = {
      email,
      password_hash: passwordHash,
      given_name: 'Marco',
      family_name: 'Bellandi',
      email_verified_at: now,
    };
    const made = await deps.current.db
      .insertInto('account')
      .values({ ...row, created_at: now, ...more })
      .returning('id')
      .executeTakeFirstOrThrow();
    return made.id;
  }
  /** As if so many strangers had failed already: waiting for each delay would only make the test slow. */
  async function failed(email: string, times: number): Promise<void> {
    const key = deps.current.secrets.hash('caller', `login ${email}`);
    await deps.current.pool.query('INSERT INTO login_failure VALUES ($1, $2, $3, $4, NULL)', [
      key,
      '',
      times,
      deps.current.clock.now(),
    ]);
  }
  const logIn = (email: string, typed = password, by = browser, next = '') =>
    by.post('/login', { email, password: typed, next });
  const errors = (body: string) =>
    parse(body)
      .querySelectorAll('.t-error-summary li')
      .map((line) => line.text.trim());

  it('leads to where one was going, and never away from the site', async () => {
    await account('uno@posta.example');
    expect((await logIn('Uno@Posta.example', password, browser, '/holds/1?x=2')).headers.location).toBe('/holds/1?x=2');
    for (const next of ['//evil.example', 'https://evil.example', '/\\evil.example', '']) {
      const other = await testBrowser(app, deps.current);
      await other.get('/login');
      expect((await logIn('uno@posta.example', password, other, next)).headers.location).toBe('/bookings');
    }
  });

  it('says the same for a wrong password and an unknown address, and keeps the address typed', async () => {
    await account('due@posta.example');
    const wrong = await logIn('due@posta.example', 'sbagliata sbagliata');
    const unknown = await logIn('nessuno@posta.example', 'sbagliata sbagliata');
    expect([wrong.statusCode, unknown.statusCode]).toEqual([422, 422]);
    expect(errors(wrong.body)).toEqual(errors(unknown.body));
    expect(parse(wrong.body).querySelector('[name=email]')?.getAttribute('value')).toBe('due@posta.example');
    expect(wrong.body).not.toContain('sbagliata sbagliata');
  });

  it('stops at the tenth wrong password, for a known address and an unknown one alike, and says until when', async () => {
    await account('tre@posta.example');
    for (const email of ['tre@posta.example', 'inventata@posta.example']) {
      await failed(email, 9);
      const tenth = await logIn(email, 'sbagliata sbagliata');
      expect(errors(tenth.body)[0]).toMatch(/fermo fino alle 11:00 \(ora italiana\) del 23 novembre 2026/);
      const locked = await logIn(email);
      expect(locked.statusCode).toBe(423);
      expect(locked.body).toContain('scegliendo una nuova password');
    }
    deps.current.clock.advance({ hours: 24 });
    expect((await logIn('tre@posta.example')).statusCode).toBe(303);
  });

  it('counts guesses sent at once before looking at them', async () => {
    await account('insieme@posta.example');
    await failed('insieme@posta.example', 8);
    const guesses = Array.from({ length: 8 }, (_, guess) =>
      logIn('insieme@posta.example', `sbagliata sbagliata ${guess}`),
    );
    const codes = (await Promise.all(guesses)).map((answer) => answer.statusCode);
    expect(codes.filter((code) => code === 422)).toHaveLength(2);
    expect(codes.filter((code) => code === 423)).toHaveLength(6);
  });

  it('ends with what the browser kept of who used it', async () => {
    await account('diciotto@posta.example');
    expect((await logIn('diciotto@posta.example')).statusCode).toBe(303);
    await browser.get('/profile');
    const out = await browser.post('/logout', {});
    const gone = out.cookies.filter(({ value }) => value === '').map(({ name }) => name);
    expect(gone).toEqual(expect.arrayContaining(['turno_session', 'turno_person']));
  });

  it('from a browser that has logged in before is not stopped by strangers', async () => {
    await account('quattro@posta.example');
    expect((await logIn('quattro@posta.example')).statusCode).toBe(303);
    await browser.get('/profile');
    await browser.post('/logout', {});
    await failed('quattro@posta.example', 9);
    const stranger = await testBrowser(app, deps.current);
    await stranger.get('/login');
    await logIn('quattro@posta.example', 'sbagliata sbagliata', stranger);
    expect((await logIn('quattro@posta.example', password, stranger)).statusCode).toBe(423);
    await browser.get('/login');
    expect((await logIn('quattro@posta.example')).statusCode).toBe(303);
  });

  it('is possible again at once after a new password by e-mail, which ends all other logins', async () => {
    const id = await account('cinque@posta.example');
    const elsewhere = await testBrowser(app, deps.current);
    await elsewhere.get('/login');
    await logIn('cinque@posta.example', password, elsewhere);
    expect((await elsewhere.get('/profile')).statusCode).toBe(200);
    await failed('cinque@posta.example', 9);
    await logIn('cinque@posta.example', 'sbagliata sbagliata');

    await browser.get('/forgotten-password');
    const known = await browser.post('/forgotten-password', { email: 'cinque@posta.example' });
    const unknown = await browser.post('/forgotten-password', { email: 'nessuno@posta.example' });
    expect(known.headers.location).toBe(unknown.headers.location);
    const { rows } = await deps.current.pool.query<{ proof: string }>(
      `SELECT payload->>'proofId' AS proof FROM outbox WHERE payload->>'kind' = 'reset-password'`,
    );
    expect(rows).toHaveLength(1);
    const link = proofPath(deps.current.secrets, 'reset-password', rows[0]?.proof ?? '');
    const opened = await browser.get(link);
    const token = parse(opened.body).querySelector('[name=token]')?.getAttribute('value') ?? '';
    expect((await browser.post('/reset-password', { token, password: 'password1234' })).statusCode).toBe(422);
    const changed = 'un’altra frase che ricordo';
    expect((await browser.post('/reset-password', { token, password: changed })).headers.location).toBe(
      '/login?notice=reset',
    );
    expect((await browser.post('/reset-password', { token, password: changed })).statusCode).toBe(410);
    expect((await browser.get(link)).statusCode).toBe(410);

    expect((await elsewhere.get('/profile')).statusCode).toBe(303);
    await browser.get('/login');
    expect((await logIn('cinque@posta.example')).statusCode).toBe(422);
    expect((await logIn('cinque@posta.example', changed)).statusCode).toBe(303);
    expect(id).toBeGreaterThan(0);
  });

  it('does not take a link for a new password after an hour, nor one for another purpose', async () => {
    await account('sei@posta.example');
    await browser.get('/forgotten-password');
    await browser.post('/forgotten-password', { email: 'sei@posta.example' });
    const { rows } = await deps.current.pool.query<{ id: string }>('SELECT max(id) AS id FROM email_proof');
    const proof = rows[0]?.id ?? '';
    expect((await browser.get(proofPath(deps.current.secrets, 'reset-password', proof))).statusCode).toBe(200);
    expect((await browser.get(proofPath(deps.current.secrets, 'verify-email', proof))).statusCode).toBe(410);
    deps.current.clock.advance({ minutes: 60 });
    expect((await browser.get(proofPath(deps.current.secrets, 'reset-password', proof))).statusCode).toBe(410);
  });

  it('with an address not yet proved leads to the code, which is sent again', async () => {
    await account('sette@posta.example', { email_verified_at: null });
    expect((await logIn('sette@posta.example', password, browser, '/bookings')).headers.location).toBe(
      '/verify-email?next=%2Fbookings',
    );
    expect((await browser.get('/verify-email?next=%2Fbookings')).body).toContain('sette@posta.example');
  });

  it('with a first password leads to choosing another', async () => {
    await account('otto@posta.example', { must_change_password: true });
    expect((await logIn('otto@posta.example', password, browser, '/office')).headers.location).toBe(
      '/profile/password?next=%2Foffice',
    );
    expect((await browser.get('/profile/password?next=%2Foffice')).body).toContain('prima password');
    const same = await browser.post('/profile/password', { current: password, password, next: '/office' });
    expect(same.statusCode).toBe(422);
    const wrong = await browser.post('/profile/password', {
      current: 'sbagliata sbagliata',
      password: 'una frase tutta mia',
    });
    expect(errors(wrong.body)).toEqual(['Questa non è la tua password di adesso.']);
    const done = await browser.post('/profile/password', {
      current: password,
      password: 'una frase tutta mia',
      next: '/office',
    });
    expect(done.headers.location).toBe('/office');
    expect((await browser.get('/profile')).statusCode).toBe(200);
  });

  it('ends with the button, everywhere on this device at once', async () => {
    await account('nove@posta.example');
    await logIn('nove@posta.example');
    expect((await browser.get('/profile')).statusCode).toBe(200);
    expect((await browser.post('/logout', { _csrf: 'another' })).headers.location).toBe('/profile');
    expect((await browser.get('/profile')).statusCode).toBe(200);
    expect((await browser.post('/logout', {})).headers.location).toBe('/login?notice=out');
    expect((await browser.get('/profile')).headers.location).toBe('/login?next=%2Fprofile');
  });

  it('is not for people of the demo set while the demo is off: they are strangers, without a new password too', async () => {
    const id = await account('undici@posta.example', { demo: true });
    const known = await logIn('undici@posta.example');
    const unknown = await logIn('inesistente@posta.example');
    expect([known.statusCode, unknown.statusCode]).toEqual([422, 422]);
    expect(errors(known.body)).toEqual(errors(unknown.body));

    const { db, pool, clock, secrets } = deps.current;
    await browser.get('/forgotten-password');
    await browser.post('/forgotten-password', { email: 'undici@posta.example' });
    const proofs = await pool.query('SELECT FROM email_proof WHERE account_id = $1', [id]);
    expect(proofs.rowCount).toBe(0);
    // A link from the time when the demo was on.
    const asked = { accountId: id, purpose: 'reset-password', now: clock.now() } as const;
    const issued = await transact(db, (tx) => issueProof(tx, asked));
    const link = proofPath(secrets, 'reset-password', issued.ok ? issued.proofId : '');
    expect((await browser.get(link)).statusCode).toBe(410);
  });
});
