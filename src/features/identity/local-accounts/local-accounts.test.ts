import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildAccount, buildOffice } from '#test/build-office.ts';
import { testNow, useDeps } from '#test/deps.ts';
import { sliceApp, testBrowser } from '#test/slice-app.ts';
import { addIdentityApi } from '../api/routes.ts';
import { addIdentityPages } from '../citizen/routes.ts';
import { requireVerified } from '../guards.ts';
import { hashPassword } from '../password/password.ts';
import { createSession } from '../session/session.ts';
import { mayOpenLocal, mayUseLocal, warningDue } from './local-account.rules.ts';
import { setLocalAccountRule } from './local-account-rule.query.ts';
import { warnOwners } from './warn-owners.job.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const rule = { lastOpeningDay: day('2026-12-31'), lastUseDay: day('2027-03-31'), warnDays: 90 };
const at = (text: string) => Temporal.Instant.from(text);

describe('the last days', () => {
  it('count whole, in Italy', () => {
    expect(mayOpenLocal(rule, at('2026-12-31T22:59:59Z'))).toBe(true);
    expect(mayOpenLocal(rule, at('2026-12-31T23:00:00Z'))).toBe(false);
    expect(mayUseLocal(rule, at('2027-03-31T21:59:59Z'))).toBe(true);
    expect(mayUseLocal(rule, at('2027-03-31T22:00:00Z'))).toBe(false);
  });

  it('are none where none is set', () => {
    const none = { lastOpeningDay: null, lastUseDay: null, warnDays: 90 };
    expect([mayOpenLocal(none, at(testNow)), mayUseLocal(none, at(testNow))]).toEqual([true, true]);
    expect(warningDue(none, at(testNow))).toBeUndefined();
  });

  it('are told ahead, then soon, then not any more', () => {
    expect(warningDue(rule, at('2026-12-30T12:00:00Z'))).toBeUndefined();
    expect(warningDue(rule, at('2026-12-31T12:00:00Z'))).toBe('ahead');
    expect(warningDue(rule, at('2027-03-16T12:00:00Z'))).toBe('ahead');
    expect(warningDue(rule, at('2027-03-17T12:00:00Z'))).toBe('soon');
    expect(warningDue(rule, at('2027-03-31T12:00:00Z'))).toBe('soon');
    expect(warningDue(rule, at('2027-04-01T12:00:00Z'))).toBeUndefined();
  });
});

describe('accounts with a password of those whom a consulate serves', () => {
  const deps = useDeps();
  let app: FastifyInstance;
  let officeId = 0;
  let officeCode = '';

  beforeAll(async () => {
    const office = await buildOffice(deps.current.db, {});
    officeId = office.officeId;
    officeCode = office.officeCode;
    app = await sliceApp(deps.current, (server) => {
      addIdentityPages(server, deps.current, { afterLogin: async () => undefined });
      addIdentityApi(server, deps.current, { afterLogin: async () => undefined });
      server.get('/mine', (request) => requireVerified(request).email);
      server.get('/api/v1/mine', (request) => requireVerified(request).email);
    });
  });
  beforeEach(async () => {
    deps.current.clock.set(testNow);
    await sql`DELETE FROM local_account_warning`.execute(deps.current.db);
    await sql`DELETE FROM local_account_rule`.execute(deps.current.db);
    await sql`DELETE FROM outbox`.execute(deps.current.db);
  });
  afterAll(() => app.close());

  async function citizen(email: string, more: { office?: number | null } = {}): Promise<number> {
    const id = await buildAccount(deps.current.db, email);
    await deps.current.db
      .updateTable('account')
      .set({
        office_id: more.office === undefined ? officeId : more.office,
        password_hash: await hashPassword('x'.repeat(12)),
      })
      .where('id', '=', id)
      .execute();
    return id;
  }
  async function end(lastOpening: string, lastUse: string) {
    const by = await buildAccount(deps.current.db, `admin-${lastUse}-${Math.random()}@prova.example`);
    await deps.current.db.transaction().execute((tx) =>
      setLocalAccountRule(tx, {
        rule: { lastOpeningDay: day(lastOpening), lastUseDay: day(lastUse), warnDays: 90 },
        by,
        now: deps.current.clock.now(),
      }),
    );
  }
  const letters = async () => {
    const { rows } = await deps.current.pool.query<{ payload: { kind: string; accountId: number; when: string } }>(
      `SELECT payload FROM outbox WHERE payload->>'kind' = 'password-ends' ORDER BY id`,
    );
    return rows.map(({ payload }) => [payload.accountId, payload.when]);
  };

  it('lead only to SPID and CIE once the last day is over; others are not concerned', async () => {
    const id = await citizen('finita@prova.example');
    const other = await citizen('altrove@prova.example', { office: null });
    await end('2026-11-01', '2026-11-21');
    const browser = await testBrowser(app, deps.current, id);
    expect((await browser.get('/mine')).headers.location).toBe('/profile/doors?next=%2Fmine');
    expect((await browser.get('/profile/doors')).body).toContain('Da ora accedi con SPID o CIE');
    const session = await createSession(deps.current.db, {
      accountId: id,
      now: deps.current.clock.now(),
      secrets: deps.current.secrets,
    });
    const api = await app.inject({ url: '/api/v1/mine', headers: { authorization: `Bearer ${session.token}` } });
    expect([api.statusCode, api.json<{ type: string }>().type]).toEqual([
      403,
      expect.stringContaining('password-ended'),
    ]);
    const free = await testBrowser(app, deps.current, other);
    expect((await free.get('/mine')).body).toBe('altrove@prova.example');
  });

  it('go on until then, and for whoever came by SPID', async () => {
    const id = await citizen('spid@prova.example');
    await end('2026-11-01', '2026-11-21');
    const { db, clock, secrets } = deps.current;
    const bySpid = await createSession(db, { accountId: id, now: clock.now(), secrets, scheme: 'spid', level: 2 });
    const api = await app.inject({ url: '/api/v1/mine', headers: { authorization: `Bearer ${bySpid.token}` } });
    expect(api.statusCode).toBe(200);
    await end('2026-11-01', '2026-11-22');
    const browser = await testBrowser(app, deps.current, id);
    expect((await browser.get('/mine')).statusCode).toBe(200);
  });

  it('cannot be opened any more after the last opening day', async () => {
    await end('2026-11-21', '2027-03-31');
    const body = {
      email: 'nuova@prova.example',
      password: 'una frase che ricordo',
      givenName: 'Ada',
      familyName: 'Prova',
      birthDate: '1980-05-05',
      language: 'it',
    };
    const refused = await app.inject({
      method: 'POST',
      url: '/api/v1/accounts',
      payload: { ...body, office: officeCode },
    });
    expect(refused.statusCode).toBe(422);
    expect(refused.json<{ errors: { field: string; reason: string }[] }>().errors).toMatchObject([
      { field: 'office', reason: 'local-account-closed' },
    ]);
    expect((await app.inject({ method: 'POST', url: '/api/v1/accounts', payload: body })).statusCode).toBe(202);
    const browser = await testBrowser(app, deps.current);
    await browser.get('/register');
    const page = await browser.post('/register', { ...body, birthDate: '05/05/1980', country: 'GB' });
    expect(page.statusCode).toBe(422);
    expect(page.body).toContain('Chi vive all’estero non si registra più');
  });

  it('are written to once ahead and once soon, while nothing but the password leads in', async () => {
    const id = await citizen('avvisata@prova.example');
    const linked = await citizen('collegata@prova.example');
    const others = await citizen('comune@prova.example', { office: null });
    await sql`
      INSERT INTO account_identity (account_id, scheme, subject_key, provider, level, linked_at, used_at)
      VALUES (${linked}, 'spid', ${Buffer.alloc(32, 7)}, 'x', 2, now(), now())`.execute(deps.current.db);
    await end('2026-12-31', '2027-03-31');
    deps.current.clock.set(at('2027-01-05T10:00:00Z'));
    await warnOwners(deps.current, {});
    await warnOwners(deps.current, {});
    const ahead = (await letters()).filter(([account]) => [id, linked, others].includes(Number(account)));
    expect(ahead).toEqual([[id, 'ahead']]);
    deps.current.clock.set(at('2027-03-20T10:00:00Z'));
    await warnOwners(deps.current, {});
    expect((await letters()).filter(([account]) => account === id)).toEqual([
      [id, 'ahead'],
      [id, 'soon'],
    ]);
  });
});
