import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { bookingTools } from '#test/booking-tools.ts';
import { bookingApp, seatOf, takeSeat } from '#test/booking-journey.ts';
import { buildAccount, buildOffice, type BuiltOffice } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { testBrowser, type TestBrowser } from '#test/slice-app.ts';
import { transact } from '#platform/transaction.ts';
import { adoptHolds } from '../../hold/hold-changes.ts';

const deps = useDeps();
const tools = bookingTools(deps);
let app: FastifyInstance;

beforeAll(async () => {
  app = await bookingApp(deps.current);
});

async function somebodyUnproved(email: string): Promise<{ account: number; browser: TestBrowser }> {
  const account = await buildAccount(deps.current.db, email);
  await sql`UPDATE account SET email_verified_at = NULL WHERE id = ${account}`.execute(deps.current.db);
  return { account, browser: await testBrowser(app, deps.current, account) };
}

/** Ten free seats: one of them before login. */
function smallDay(): Promise<BuiltOffice> {
  return buildOffice(deps.current.db, { capacity: 10 });
}

it('whose address is not proved holds from the tenth before login, and is sent to prove it when that is gone', async () => {
  const office = await smallDay();
  const first = await somebodyUnproved('unproved-1@prova.example');
  expect(await takeSeat(first.browser, office)).toMatch(/^\/holds\//);
  const second = await somebodyUnproved('unproved-2@prova.example');
  await second.browser.get('/form');
  const refused = await second.browser.post('/holds', seatOf(office));
  expect(refused.statusCode).toBe(303);
  expect(refused.headers.location).toMatch(/^\/verify-email\?next=/);
  const proved = await testBrowser(app, deps.current, await buildAccount(deps.current.db, 'proved@prova.example'));
  expect(await takeSeat(proved, office)).toMatch(/^\/holds\//);
});

it('a seat held before login goes on counting as one while the account it passed to has not proved its address', async () => {
  const { db, secrets, clock } = deps.current;
  const office = await smallDay();
  const { account } = await somebodyUnproved('unproved-3@prova.example');
  const browser = 'a-browser-before-its-login';
  expect((await tools.held(office, { kind: 'browser', browser })).ok).toBe(true);
  await transact(db, async (tx) => {
    await adoptHolds(tx, secrets, { browser, accountId: account, now: clock.now() });
    return { ok: true };
  });
  const another = await tools.held(office, { kind: 'browser', browser: 'another-browser-before-login' });
  expect(another).toMatchObject({ ok: false, reason: 'login-required' });
});
