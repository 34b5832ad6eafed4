import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useDeps } from '#test/deps.ts';
import { sliceApp } from '#test/slice-app.ts';
import { proofCode } from '../proofs.ts';
import { addIdentityApi } from './routes.ts';

const giulia = {
  email: 'giulia@posta.example',
  password: 'una frase che ricordo',
  givenName: 'Giulia',
  familyName: 'Ferri',
  birthDate: '1988-04-12',
  codiceFiscale: 'FRRGLI88D52H501Q',
  language: 'en',
};

interface Answer {
  type: string;
  title: string;
  token: string;
  expiresAt: string;
  until: string;
  csrf: string;
  errors: { field: string; reason: string; message: string }[];
}

describe('accounts over HTTP', () => {
  const deps = useDeps();
  let app: FastifyInstance;
  let afterLogins = 0;

  beforeAll(async () => {
    app = await sliceApp(deps.current, (server) =>
      addIdentityApi(server, deps.current, { afterLogin: async () => void (afterLogins += 1) }),
    );
  });
  afterAll(() => app.close());

  const post = (url: string, payload: object | string, headers: Record<string, string> = {}) =>
    app.inject({ method: 'POST', url: `/api/v1${url}`, payload, headers: { 'accept-language': 'it', ...headers } });
  const reason = (answer: { json<T>(): T }) => answer.json<Answer>().type.split('/').at(-1);

  async function codeOf(email: string): Promise<string> {
    const { rows } = await deps.current.pool.query<{ id: string }>(
      'SELECT max(p.id) AS id FROM email_proof p JOIN account a ON a.id = p.account_id WHERE a.email = $1',
      [email],
    );
    return proofCode(deps.current.secrets, rows[0]?.id ?? '');
  }

  it('open, are proved by the code, log in, say who one is, and log out', async () => {
    expect((await post('/accounts', giulia)).statusCode).toBe(202);
    const wrong = await post('/accounts/verify', { email: giulia.email, code: '12345x' });
    expect(wrong.json<Answer>().errors).toEqual([
      { field: 'code', reason: 'six-digits', message: 'Il codice ha sei cifre.' },
    ]);
    expect((await post('/accounts/verify', { email: giulia.email, code: await codeOf(giulia.email) })).statusCode).toBe(
      204,
    );

    const session = await post('/sessions', { email: 'Giulia@posta.example', password: giulia.password });
    expect(session.statusCode).toBe(201);
    expect(afterLogins).toBe(1);
    const { token, expiresAt } = session.json<Answer>();
    expect(Temporal.Instant.from(expiresAt).since(deps.current.clock.now()).total('hours')).toBe(12);
    const headers = { authorization: `Bearer ${token}` };
    const me = await app.inject({ url: '/api/v1/me', headers });
    expect(me.json()).toEqual({
      scheme: 'local',
      level: 1,
      proof: 'verified-email',
      email: giulia.email,
      emailVerified: true,
      givenName: 'Giulia',
      familyName: 'Ferri',
      birthDate: '1988-04-12',
      birthPlace: null,
      codiceFiscale: 'FRRGLI88D52H501Q',
      office: null,
      phone: null,
      language: 'en',
      roles: [],
      mustChangePassword: false,
    });
    expect((await app.inject({ method: 'DELETE', url: '/api/v1/sessions/current', headers })).statusCode).toBe(204);
    const gone = await app.inject({ url: '/api/v1/me', headers });
    expect([gone.statusCode, reason(gone)]).toEqual([401, 'not-logged-in']);
  });

  it('open once for one idempotency key', async () => {
    const mara = { ...giulia, email: 'mara@posta.example', codiceFiscale: undefined };
    const key = { 'idempotency-key': 'once' };
    const first = await post('/accounts', mara, key);
    const code = await codeOf(mara.email);
    const again = await post('/accounts', mara, key);
    expect([again.statusCode, again.body]).toEqual([202, first.body]);
    expect(await codeOf(mara.email)).toBe(code);
    const other = await post('/accounts', { ...mara, givenName: 'Marta' }, key);
    expect([other.statusCode, reason(other)]).toEqual([422, 'idempotency-key-reused']);
  });

  it('are proved, logged in and logged out once for one idempotency key', async () => {
    const nora = { ...giulia, email: 'nora@posta.example', codiceFiscale: undefined };
    await post('/accounts', nora);
    const proof = { email: nora.email, code: await codeOf(nora.email) };
    for (let time = 1; time <= 2; time += 1) {
      expect((await post('/accounts/verify', proof, { 'idempotency-key': 'prove' })).statusCode).toBe(204);
    }
    const login = { email: nora.email, password: nora.password };
    const key = { 'idempotency-key': 'log-in' };
    const first = await post('/sessions', login, key);
    expect([first.statusCode, (await post('/sessions', login, key)).body]).toEqual([201, first.body]);
    // The key gives nothing to whoever does not know the password.
    expect((await post('/sessions', { ...login, password: 'sbagliata' }, key)).statusCode).toBe(401);
    const other = await post('/sessions', { email: giulia.email, password: giulia.password }, key);
    expect([other.statusCode, reason(other)]).toEqual([422, 'idempotency-key-reused']);
    const authorization = `Bearer ${first.json<Answer>().token}`;
    const end = { method: 'DELETE', url: '/api/v1/sessions/current' } as const;
    const headers = { authorization, 'idempotency-key': 'log-out' };
    for (let time = 1; time <= 2; time += 1) expect((await app.inject({ ...end, headers })).statusCode).toBe(204);
    expect((await app.inject({ ...end, headers: { authorization } })).statusCode).toBe(401);
  });

  it('with the site’s cookie log out only with the token that /me gives', async () => {
    const { token } = (await post('/sessions', { email: giulia.email, password: giulia.password })).json<Answer>();
    const me = await app.inject({ url: '/api/v1/me', cookies: { turno_session: token } });
    const csrfCookie = me.cookies.find((cookie) => cookie.name === 'turno_csrf')?.value ?? '';
    const sent = {
      method: 'DELETE',
      url: '/api/v1/sessions/current',
      cookies: { turno_session: token, turno_csrf: csrfCookie },
    } as const;
    expect((await app.inject(sent)).statusCode).toBe(403);
    const headers = { 'x-csrf-token': me.json<Answer>().csrf };
    expect((await app.inject({ ...sent, headers })).statusCode).toBe(204);
  });

  it('say of every field what is wrong, in the caller’s language', async () => {
    const answer = await post('/accounts', {
      ...giulia,
      email: 'x',
      password: 'corta',
      givenName: 7,
      birthDate: '2027-13-01',
      office: 'nowhere',
    });
    expect(answer.statusCode).toBe(422);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    const { errors } = answer.json<Answer>();
    expect(errors.map((error) => `${error.field} ${error.reason}`)).toEqual([
      'givenName required',
      'birthDate date',
      'email email',
      'password password-too-short',
    ]);
    const english = await post('/accounts', { ...giulia, birthDate: '1988-04-13' }, { 'accept-language': 'en' });
    expect(english.json<Answer>().errors).toEqual([
      { field: 'codiceFiscale', reason: 'birth-date', message: 'The codice fiscale does not match the date of birth.' },
    ]);
    const nowhere = await post('/accounts', { ...giulia, office: 'nowhere' });
    expect(nowhere.json<Answer>().errors[0]?.reason).toBe('unknown-office');
  });

  it.each([
    'null',
    '[]',
    '"text"',
    '{"email":{"$gt":""},"password":[]}',
    '{"email":"a\\u0000b@c.example","password":"\\u0000"}',
    '{',
  ])('refuse the body %s with a problem', async (payload) => {
    for (const url of ['/accounts', '/sessions', '/accounts/verify']) {
      const answer = await post(url, payload, { 'content-type': 'application/json' });
      expect(answer.statusCode).toBeGreaterThanOrEqual(400);
      expect(answer.statusCode).toBeLessThan(500);
      expect(answer.headers['content-type']).toMatch(/problem\+json/);
    }
  });

  it('answer an address that has an account as any other', async () => {
    const known = await post('/accounts', { ...giulia, codiceFiscale: null });
    const unknown = await post('/accounts', { ...giulia, codiceFiscale: null, email: 'altra@posta.example' });
    expect([known.statusCode, known.body]).toEqual([unknown.statusCode, unknown.body]);
    const codes = [giulia.email, 'altra@posta.example', 'nessuno@posta.example'].map((email) =>
      post('/accounts/verify', { email, code: '999999' }),
    );
    const [a, b, c] = (await Promise.all(codes)).map((answer) => [answer.statusCode, answer.body]);
    expect(a).toEqual(b);
    expect(b).toEqual(c);
  });

  it('refuse a wrong password, and after ten of them every password until a stated time', async () => {
    const wrong = await post('/sessions', { email: giulia.email, password: 'sbagliata' });
    expect([wrong.statusCode, reason(wrong)]).toEqual([401, 'wrong-credentials']);
    await deps.current.pool.query('UPDATE login_failure SET failures = 9');
    expect((await post('/sessions', { email: giulia.email, password: 'sbagliata' })).statusCode).toBe(401);
    const locked = await post('/sessions', { email: giulia.email, password: giulia.password });
    expect([locked.statusCode, reason(locked)]).toEqual([423, 'account-locked']);
    const until = Temporal.Instant.from(locked.json<Answer>().until);
    const hours = until.since(deps.current.clock.now()).total('hours');
    expect(hours).toBeGreaterThan(0);
    expect(hours).toBeLessThanOrEqual(24);
  });

  it('tell who registers too often when to come back', async () => {
    const body = { ...giulia, email: 'spesso@posta.example', codiceFiscale: null };
    for (let time = 1; time <= 6; time += 1) expect((await post('/accounts', body)).statusCode).toBe(202);
    const seventh = await post('/accounts', body);
    expect([seventh.statusCode, reason(seventh)]).toEqual([429, 'too-many-requests']);
    expect(Number(seventh.headers['retry-after'])).toBeGreaterThan(0);
    expect(seventh.headers['ratelimit-limit']).toBe('6');
    expect((await post('/accounts', { ...body, email: 'altra2@posta.example' })).statusCode).toBe(202);
  });

  it('are described', async () => {
    const document = (await app.inject('/api/v1/openapi.json')).json<{ paths: Record<string, unknown> }>();
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining([
        '/api/v1/accounts',
        '/api/v1/accounts/verify',
        '/api/v1/sessions',
        '/api/v1/sessions/current',
        '/api/v1/me',
      ]),
    );
  });
});

describe('a set-up without limits', () => {
  const deps = useDeps({ TURNO_LIMITS: 'off' });

  it('never locks', async () => {
    const app = await sliceApp(deps.current, (server) =>
      addIdentityApi(server, deps.current, { afterLogin: async () => undefined }),
    );
    const payload = { email: 'chi@posta.example', password: 'sbagliata' };
    const answers = Array.from({ length: 15 }, () => app.inject({ method: 'POST', url: '/api/v1/sessions', payload }));
    expect(new Set((await Promise.all(answers)).map((answer) => answer.statusCode))).toEqual(new Set([401]));
    await app.close();
  });
});
