import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildOffice } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { sliceApp } from '#test/slice-app.ts';
import { addIdentityApi } from '../api/routes.ts';
import { requireOfficeTask } from '../guards.ts';
import { hashPassword } from '../password/password.ts';
import { hashCodes, newRecoveryCodes, replaceCodes } from './recovery-codes.ts';

const password = 'una frase che ricordo';
const deps = useDeps();
let app: FastifyInstance;
let office: { id: number; code: string };

beforeAll(async () => {
  const built = await buildOffice(deps.current.db);
  office = { id: built.officeId, code: built.officeCode };
  const { db, clock } = deps.current;
  await sql`INSERT INTO access_rule VALUES (NULL, true, 7, 30, 10, ${clock.now()}, NULL)`.execute(db);
  app = await sliceApp(deps.current, (server) => {
    addIdentityApi(server, deps.current, { afterLogin: async () => undefined });
    server.get('/api/v1/work', (request) => ({ email: requireOfficeTask(request, office, 'see-agenda').email }));
  });
});
afterAll(() => app.close());

async function operator(email: string): Promise<number> {
  const { db, clock } = deps.current;
  const row = {
    email,
    given_name: 'Nora',
    family_name: 'Prova',
    email_verified_at: clock.now(),
    created_at: clock.now(),
  };
  const values = { ...row, password_hash: await hashPassword(password) };
  const { id } = await db.insertInto('account').values(values).returning('id').executeTakeFirstOrThrow();
  await sql`INSERT INTO account_role (account_id, role, office_id) VALUES (${id}, 'operator', ${office.id})`.execute(
    db,
  );
  return id;
}

const logIn = (payload: object) => app.inject({ method: 'POST', url: '/api/v1/sessions', payload });

it('a second factor is asked for of who never opens a page: the days run from the first login over HTTP', async () => {
  const email = 'solo-api@sede.example';
  await operator(email);
  const work = async () => {
    const { token } = (await logIn({ email, password })).json<{ token: string }>();
    return app.inject({ url: '/api/v1/work', headers: { authorization: `Bearer ${token}` } });
  };
  expect((await work()).statusCode).toBe(200);
  deps.current.clock.advance({ hours: 7 * 24 + 1 });
  const late = await work();
  expect(late.statusCode).toBe(403);
  expect(late.body).toContain('second-factor-to-add');
});

it('a recovery code opens a session once, and its owner is told', async () => {
  const email = 'codice@sede.example';
  const id = await operator(email);
  const { db, secrets, clock } = deps.current;
  const [code = '', ...others] = newRecoveryCodes();
  const codes = await hashCodes([code, ...others]);
  await db.transaction().execute((tx) => replaceCodes(tx, { accountId: id, codes, now: clock.now() }));
  const factor = { account_id: id, secret_cipher: secrets.encrypt('JBSWY3DPEHPK3PXP'), added_at: clock.now() };
  await db.insertInto('authenticator_app').values(factor).execute();
  expect((await logIn({ email, password, code })).statusCode).toBe(201);
  expect((await logIn({ email, password, code })).statusCode).toBe(401);
  const { rows } = await sql`
    SELECT payload->>'change' AS change FROM outbox
    WHERE payload->>'kind' = 'second-factor-changed' AND payload->>'accountId' = ${String(id)}`.execute(db);
  expect(rows).toEqual([{ change: 'recovery-code-used' }]);
});
