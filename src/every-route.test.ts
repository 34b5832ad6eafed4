import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSession, networkRoles, officeRoles, type RoleName } from '#features/identity/index.ts';
import { buildAccount, buildOffice, type BuiltOffice } from '#test/build-office.ts';
import { buildRole } from '#test/build-role.ts';
import { useDeps } from '#test/deps.ts';
import { createApp } from './app.ts';

/** Of the offices' area `src/who-may.test.ts` says who may open what; here it is asked of logins that are not sure. */
const isDesk = (path: string) =>
  /^\/(office|network)(\/|$)/.test(path) ||
  /^\/api\/v1\/offices\/:office\/(agenda|bookings|clearances|photos|reports\/|planners|closures)/.test(path);

/** Whose answer depends on roles by intent, each with its reason. */
const forWhoWorks = new Set([
  // second factors are of those who work
  '/profile/second-factor',
  '/profile/second-factor/app',
  '/profile/second-factor/codes',
  '/profile/second-factor/passkeys/new',
  '/profile/second-factor/remove/:factor',
  // people with roles are let go by their office first
  '/profile/close',
  // who logs in goes to the desk
  '/login',
]);

/** What anybody may open below `/profile`. */
const open = new Set(['/profile/closed']);

const deps = useDeps({ TURNO_LIMITS: 'off' });
const found: { method: string; url: string }[] = [];
let app: FastifyInstance;
let office: BuiltOffice;

beforeAll(async () => {
  app = await createApp(deps.current, {
    onRoute(route) {
      for (const method of [route.method].flat())
        if (method !== 'HEAD' && method !== 'OPTIONS') found.push({ method, url: route.url });
    },
  });
  await app.ready();
  office = await buildOffice(deps.current.db, { slots: 2, capacity: 5 });
});
afterAll(() => app.close());

type Ask = (method: string, url: string) => Promise<LightMyRequestResponse>;

/** Asks with a token: pages take it as they take the cookie. */
async function asking(
  accountId: number | undefined,
  change?: (hash: { id: string }) => Promise<unknown>,
): Promise<Ask> {
  const { db, clock, secrets } = deps.current;
  const headers: Record<string, string> = { accept: 'text/html' };
  if (accountId !== undefined) {
    const { token } = await createSession(db, { accountId, now: clock.now(), secrets });
    const { rows } = await sql<{ id: string }>`
      SELECT id FROM session WHERE account_id = ${accountId} ORDER BY id DESC LIMIT 1`.execute(db);
    if (rows[0]) await change?.(rows[0]);
    headers['authorization'] = `Bearer ${token}`;
  }
  return (method, url) =>
    app.inject({ method: method as 'GET', url: addressOf(url), headers, ...(method !== 'GET' && { payload: {} }) });
}

function addressOf(path: string): string {
  return path
    .replace(':office', office.officeCode)
    .replace(':code', 'K7QF29MX')
    .replace(':planner', String(office.plannerId))
    .replace(':service', 'passport')
    .replace(':day', '2027-01-14')
    .replace(/:\w+/g, '1')
    .replace('*', 'x');
}

const pages = () => found.filter(({ method, url }) => method === 'GET' && !isDesk(url));

describe('every route that is not the offices’ own', () => {
  it('asks for a login below /profile, and is never broken for nobody', { timeout: 120_000 }, async () => {
    const ask = await asking(undefined);
    const wrong: string[] = [];
    for (const { method, url } of found) {
      if (isDesk(url)) continue;
      const { statusCode, headers } = await ask(method, url);
      if (statusCode >= 500 && !url.startsWith('/readyz')) wrong.push(`${method} ${url}: ${statusCode}`);
      if (!url.startsWith('/profile') || open.has(url)) continue;
      // The address of a button leads back to its page, which asks in its turn.
      const leadsOn = statusCode === 303 && /^\/(login|profile)(\/|\?|$)/.test(String(headers.location));
      const asksLogin = statusCode === 401 || leadsOn;
      if (!asksLogin) wrong.push(`${method} ${url}: ${statusCode} without a login`);
    }
    expect(wrong).toEqual([]);
  });

  it('answers every role as it answers a citizen without any', { timeout: 240_000 }, async () => {
    const { db } = deps.current;
    const citizen = await asking(await buildAccount(db, 'cittadina@prova.example'));
    const roles: readonly RoleName[] = [...officeRoles, ...networkRoles];
    const others = new Map<RoleName, Ask>();
    for (const role of roles) {
      const isNetwork = networkRoles.some((one) => one === role);
      others.set(role, await asking(await buildRole(db, role, isNetwork ? null : office.officeId)));
    }
    const wrong: string[] = [];
    for (const { method, url } of pages()) {
      if (forWhoWorks.has(url) || url.startsWith('/api/v1/offices/:office/')) continue;
      const plain = (await citizen(method, url)).statusCode;
      for (const [role, ask] of others) {
        const { statusCode } = await ask(method, url);
        if (statusCode !== plain) wrong.push(`${url}: ${statusCode} for ${role}, ${plain} for a citizen`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('every route of the offices’ area', () => {
  const unsure: Record<string, (accountId: number) => Promise<Ask>> = {
    'a first password that somebody else has seen': async (accountId) => {
      await sql`UPDATE account SET must_change_password = true WHERE id = ${accountId}`.execute(deps.current.db);
      return asking(accountId);
    },
    'a second factor that was not proved': async (accountId) => {
      const { db, secrets, clock } = deps.current;
      await sql`INSERT INTO authenticator_app (account_id, secret_cipher, added_at)
        VALUES (${accountId}, ${secrets.encrypt('JBSWY3DPEHPK3PXP')}, ${clock.now()})`.execute(db);
      return asking(accountId);
    },
    'no second factor when the days to add one are over': async (accountId) => {
      const asked = deps.current.clock.now().subtract({ hours: 24 * 8 });
      await sql`INSERT INTO second_factor_asked VALUES (${accountId}, ${asked})`.execute(deps.current.db);
      return asking(accountId);
    },
    'no click for too long': async (accountId) =>
      asking(accountId, ({ id }) => {
        const seen = deps.current.clock.now().subtract({ minutes: 31 });
        return sql`UPDATE session SET seen_at = ${seen}, idle_minutes = 30 WHERE id = ${id}`.execute(deps.current.db);
      }),
  };

  it.each(Object.keys(unsure))('lets nobody in with %s', { timeout: 120_000 }, async (why) => {
    const { db } = deps.current;
    const accountId = await buildAccount(db, `${why.replaceAll(' ', '-')}@prova.example`);
    await sql`INSERT INTO account_role (account_id, role) VALUES (${accountId}, 'network-admin')`.execute(db);
    const ask = await unsure[why]?.(accountId);
    const wrong: string[] = [];
    for (const { method, url } of found) {
      if (!isDesk(url)) continue;
      const response = await ask?.(method, url);
      const status = response?.statusCode ?? 0;
      const isRefused =
        status === 401 ||
        (status === 403 && /password-change-required|second-factor/.test(response?.body ?? '')) ||
        (status === 303 && /^\/(login|profile\/(password|second-factor))/.test(String(response?.headers.location)));
      if (!isRefused) wrong.push(`${method} ${url}: ${status}`);
    }
    expect(wrong).toEqual([]);
  });
});
