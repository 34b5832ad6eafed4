import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { useDeps } from '#test/deps.ts';
import { sliceApp } from '#test/slice-app.ts';
import { identityTasks } from '../cleanup.job.ts';
import { demoSessions } from './demo-sessions.ts';
import { requireOfficeTask, requireVerified, requireViewer } from '../guards.ts';
import { createSessionCache } from './session-cache.ts';
import { createSession } from './session.ts';

describe('a session', () => {
  const deps = useDeps({ TURNO_DEMO: 'on' });
  let app: FastifyInstance;
  const office = { id: 0, code: 'cons-testville' };

  beforeAll(async () => {
    await deps.current.pool.query(`INSERT INTO country (code, name) VALUES ('GB', '{"it": "Regno Unito"}')`);
    const { rows } = await deps.current.pool.query<{ id: number }>(
      `INSERT INTO office (code, kind, name, city, country, time_zone, languages, search, updated_at)
       VALUES ('cons-testville', 'consular', '{"it": "Prova"}', '{"it": "Prova"}', 'GB', 'Europe/London', '{it}', 'prova', $1)
       RETURNING id`,
      [deps.current.clock.now()],
    );
    office.id = rows[0]?.id ?? 0;
    app = await sliceApp(deps.current, (server) => {
      server.get('/me', (request) => requireViewer(request));
      server.get('/verified', (request) => requireVerified(request));
      server.get('/office/agenda', (request) => requireOfficeTask(request, office, 'see-agenda'));
      server.get('/api/v1/mine', (request) => requireVerified(request));
      server.post('/api/v1/mine', (request) => ({ by: request.viewer?.accountId ?? null }));
    });
  });
  afterAll(() => app.close());

  async function person(
    email: string,
    more: { verified?: boolean; role?: 'operator' } = {},
  ): Promise<{ id: number; token: string }> {
    const { db, clock, secrets } = deps.current;
    const { id } = await db
      .insertInto('account')
      .values({
        email,
        given_name: 'Giulia',
        family_name: 'Ferri',
        email_verified_at: more.verified === false ? null : clock.now(),
        created_at: clock.now(),
        demo: true,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    if (more.role)
      await db.insertInto('account_role').values({ account_id: id, role: more.role, office_id: office.id }).execute();
    const { token } = await createSession(db, { accountId: id, now: clock.now(), secrets });
    return { id, token };
  }
  const ask = (url: string, token?: string) =>
    app.inject({ url, headers: token === undefined ? {} : { authorization: `Bearer ${token}` } });

  it('says who makes a request, by token or by cookie', async () => {
    const { id, token } = await person('uno@prova.example');
    expect((await ask('/me', token)).json()).toMatchObject({ accountId: id, email: 'uno@prova.example', roles: [] });
    expect((await app.inject({ url: '/me', cookies: { turno_session: token } })).json()).toMatchObject({
      accountId: id,
    });
  });

  it('makes answers that no cache in between keeps', async () => {
    const { token } = await person('cache@prova.example');
    expect((await ask('/me', token)).headers['cache-control']).toBe('no-store');
  });

  it('ends after twelve hours', async () => {
    const { token } = await person('due@prova.example');
    deps.current.clock.advance({ hours: 11, minutes: 59 });
    expect((await ask('/me', token)).statusCode).toBe(200);
    deps.current.clock.advance({ minutes: 1 });
    expect((await ask('/me', token)).statusCode).toBe(303);
    await identityTasks['identity-cleanup']?.(deps.current, {});
    const left = await deps.current.pool.query('SELECT FROM session WHERE expires_at <= $1', [
      deps.current.clock.now(),
    ]);
    expect(left.rowCount).toBe(0);
  });

  it('of a thousand people at once is looked up in a few questions, and none is mistaken for another', async () => {
    const { pool, clock } = deps.current;
    await pool.query(
      `INSERT INTO account (email, email_verified_at, given_name, family_name, demo, created_at)
       SELECT 'citizen-' || n || '@demo.example', $1, 'Nome', 'Cognome', true, $1 FROM generate_series(1, 1000) n`,
      [clock.now()],
    );
    const tokens = await demoSessions(deps.current, 1_200);
    expect(tokens).toHaveLength(1_000);
    const query = vi.spyOn(pool, 'query');
    const answers = await Promise.all(tokens.map((token) => ask('/me', token)));
    const questions = query.mock.calls.length;
    query.mockRestore();
    expect(answers.map((answer) => answer.json<{ email: string }>().email)).toEqual(
      tokens.map((_, index) => `citizen-${index + 1}@demo.example`),
    );
    expect(questions).toBeLessThan(50);
  });

  it('of somebody of the demo set is nobody’s once the demo is off', async () => {
    const { id, token } = await person('demo@prova.example');
    const real = await person('vera@prova.example');
    await deps.current.db.updateTable('account').set({ demo: false }).where('id', '=', real.id).execute();
    const sessions = createSessionCache({ ...deps.current, config: { ...deps.current.config, demo: false } });
    expect(await sessions.find(token)).toBeNull();
    expect(await sessions.find(real.token)).toMatchObject({ accountId: real.id });
    expect((await ask('/me', token)).json()).toMatchObject({ accountId: id });
  });

  it('is nobody’s with a token made up, in any shape', async () => {
    for (const token of ['x', 'A'.repeat(43), 'A'.repeat(5_000), '%00']) {
      expect((await ask('/api/v1/mine', token)).statusCode).toBe(401);
      const page = await app.inject({ url: '/me', cookies: { turno_session: token } });
      expect(page.headers.location).toBe('/login?next=%2Fme');
    }
  });

  it('with an Authorization header that is not good does not fall back to the cookie', async () => {
    const { token } = await person('tre@prova.example');
    const headers = { authorization: 'Bearer nothing' };
    const sent = {
      method: 'POST',
      url: '/api/v1/mine',
      cookies: { turno_session: token },
      headers,
      payload: {},
    } as const;
    expect((await app.inject(sent)).json()).toEqual({ by: null });
  });

  it('in a cookie writes over the API only with a token of our pages', async () => {
    const { id, token } = await person('quattro@prova.example');
    const cookies = { turno_session: token };
    const without = await app.inject({ method: 'POST', url: '/api/v1/mine', cookies, payload: {} });
    expect(without.statusCode).toBe(403);
    expect(without.json<{ type: string }>().type).toMatch(/wrong-csrf$/);
    const bearer = { authorization: `Bearer ${token}` };
    expect((await app.inject({ method: 'POST', url: '/api/v1/mine', headers: bearer, payload: {} })).json()).toEqual({
      by: id,
    });
  });

  it('without a proved address may not do what needs one, and may at the next request once it is proved', async () => {
    const { id, token } = await person('cinque@prova.example', { verified: false });
    expect((await ask('/verified', token)).headers.location).toBe('/verify-email?next=%2Fverified');
    expect((await ask('/api/v1/mine', token)).json<{ type: string }>().type).toMatch(/email-not-verified$/);
    await deps.current.db
      .updateTable('account')
      .set({ email_verified_at: deps.current.clock.now() })
      .where('id', '=', id)
      .execute();
    expect((await ask('/verified', token)).statusCode).toBe(200);
  });

  it('of an operator opens the own office, until the role is taken away', async () => {
    const citizen = await person('sei@prova.example');
    const { id, token } = await person('sette@prova.example', { role: 'operator' });
    expect((await ask('/office/agenda', citizen.token)).statusCode).toBe(403);
    expect((await ask('/office/agenda', token)).json()).toMatchObject({
      roles: [{ role: 'operator', officeCode: 'cons-testville' }],
    });
    await deps.current.db.updateTable('account').set({ must_change_password: true }).where('id', '=', id).execute();
    expect((await ask('/office/agenda', token)).headers.location).toMatch(/^\/profile\/password/);
    await deps.current.db.deleteFrom('account_role').where('account_id', '=', id).execute();
    expect((await ask('/office/agenda', token)).statusCode).toBe(403);
  });
});
