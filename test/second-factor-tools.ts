import type { FastifyInstance } from 'fastify';
import { parse } from 'node-html-parser';
import { TOTP } from 'otpauth';
import { sql } from 'kysely';
import { afterAll, beforeAll } from 'vitest';
import { addIdentityApi, addIdentityPages, hashPassword, requireOfficeTask } from '#features/identity/index.ts';
import { buildOffice } from './build-office.ts';
import type { TestDeps } from './deps.ts';
import { sliceApp, type TestBrowser, testBrowser } from './slice-app.ts';

export const password = 'una frase che ricordo';
export const site = 'http://turno.example';
/** Somebody who works, with a browser, an app and recovery codes: for tests of what is asked of their logins. */
export function secondFactorTools(deps: { readonly current: TestDeps }) {
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

  return { app: () => app, office: () => office, operator, newBrowser, logIn, codeOf, addApp, newsOf };
}
