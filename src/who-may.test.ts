import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { beforeAll, afterAll, describe, expect, it } from 'vitest';
import { createSession, type OfficeTask, type RoleName, tasksOf } from '#features/identity/index.ts';
import { buildAccount, buildOffice, type BuiltOffice } from '#test/build-office.ts';
import { buildRole } from '#test/build-role.ts';
import { useDeps } from '#test/deps.ts';
import { testBrowser } from '#test/slice-app.ts';
import { networkPages } from '#test/network-routes.ts';
import { officeApi } from '#test/office-api-routes.ts';
import { officePages, type Purpose } from '#test/office-routes.ts';
import { createApp } from './app.ts';

/** Calls below an office that are everybody's. */
const publicApi = ['days', 'slots', 'releases'].map((what) => `GET /api/v1/offices/:office/services/:service/${what}`);

const table: ReadonlyMap<string, Purpose> = new Map([
  ...below('/office/:office', officePages),
  ...networkPages.map((route): [string, Purpose] => [route, 'network']),
  ...below('/api/v1/offices/:office', officeApi),
]);

const everybody = ['nobody', 'citizen', 'elsewhere', ...(Object.keys(tasksOf) as RoleName[])] as const;
type Who = (typeof everybody)[number];

/** Whether somebody gets further than the door; what the page then says of the rest is other tests' matter. */
function mayEnter(who: Who, purpose: Purpose): boolean {
  if (who === 'nobody') return false;
  if (purpose === 'login') return who !== 'citizen' && who !== 'integration';
  if (who === 'citizen' || who === 'elsewhere') return false;
  if (purpose === 'network') return who === 'network-admin';
  if (purpose === 'work-here') return tasksOf[who].length > 0;
  if (purpose === 'receipt') return ['see-booking', 'book-for-citizen'].some((task) => may(who, task as OfficeTask));
  return may(who, purpose);
}

const deps = useDeps();
const found: string[] = [];
const callers = new Map<Who, (method: Method, url: string) => Promise<LightMyRequestResponse>>();
type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
let app: FastifyInstance;
let office: BuiltOffice;

beforeAll(async () => {
  const { db } = deps.current;
  app = await createApp(deps.current, {
    onRoute(route) {
      for (const method of [route.method].flat()) if (method !== 'HEAD') found.push(`${method} ${route.url}`);
    },
  });
  await app.ready();
  office = await buildOffice(db, { slots: 2, capacity: 5 });
  const elsewhere = await buildOffice(db);
  for (const who of everybody) callers.set(who, await callerOf(who, elsewhere.officeId));
});
afterAll(() => app.close());

describe('every address of the offices’ area', () => {
  it('stands in the table of who may do what', () => {
    const isOurs = (route: string) => /^\w+ \/(office|network|api\/v1\/offices\/:office)(\/|\.|$)/.test(route);
    const ours = found.filter((route) => isOurs(route) && !publicApi.includes(route));
    const apiItself = 'GET /api/v1/offices/:office';
    expect(ours.filter((route) => route !== apiItself).sort()).toEqual([...table.keys()].sort());
  });

  it.each(everybody)('answers %s as the table says', { timeout: 60_000 }, async (who) => {
    const wrong: string[] = [];
    for (const [route, purpose] of table) {
      const expected = mayEnter(who, purpose) ? 'in' : who === 'nobody' ? 'login' : 'refused';
      const [method, path] = route.split(' ') as [Method, string];
      const response = await callers.get(who)?.(method, addressOf(path));
      const seen = response ? atTheDoor(response) : 'nothing';
      if (seen !== expected) wrong.push(`${route} (${purpose}): ${seen} and not ${expected}`);
    }
    expect(wrong).toEqual([]);
  });
});

function below(base: string, pages: Partial<Record<Purpose, readonly string[]>>): [string, Purpose][] {
  return Object.entries(pages).flatMap(([purpose, routes]) =>
    routes.map((route): [string, Purpose] => {
      const [method = '', path = ''] = route.split(' ');
      return [path.startsWith('/') ? route : `${method} ${base}/${path}`, purpose as Purpose];
    }),
  );
}

function may(who: RoleName, task: OfficeTask): boolean {
  return tasksOf[who].includes(task);
}

/** Asks as one person: pages as a browser with their token, the API with a token of its own. */
async function callerOf(who: Who, elsewhere: number) {
  const { db, clock, secrets } = deps.current;
  const accountId = await accountOf(who, elsewhere);
  const browser = await testBrowser(app, deps.current, accountId);
  await browser.get('/login');
  await browser.get('/profile');
  const session =
    accountId && (await db.transaction().execute((tx) => createSession(tx, { accountId, now: clock.now(), secrets })));
  const headers = session ? { authorization: `Bearer ${session.token}` } : {};
  return (method: Method, url: string): Promise<LightMyRequestResponse> => {
    if (url.startsWith('/api/')) return app.inject({ method, url, headers, ...(method !== 'GET' && { payload: {} }) });
    return method === 'GET' ? browser.get(url) : browser.post(url, {});
  };
}

async function accountOf(who: Who, elsewhere: number): Promise<number | undefined> {
  const { db } = deps.current;
  if (who === 'nobody') return undefined;
  if (who === 'citizen') return buildAccount(db, 'citizen@prova.example');
  if (who === 'elsewhere') return buildRole(db, 'office-admin', elsewhere);
  const network: readonly Who[] = ['network-admin', 'auditor', 'integration'];
  return buildRole(db, who, network.includes(who) ? null : office.officeId);
}

function addressOf(path: string): string {
  return path
    .replace(':office', office.officeCode)
    .replace(':code', 'K7QF29MX')
    .replace(':planner', String(office.plannerId))
    .replace(':service', 'passport')
    .replace(':day', '2027-01-14')
    .replace(/:\w+/g, '1');
}

/** Let in, shown the login, or refused; whether there is such a booking is told only to those let in. */
function atTheDoor(response: LightMyRequestResponse): 'in' | 'login' | 'refused' {
  const { statusCode, headers, body } = response;
  if (statusCode === 401 || (statusCode === 303 && String(headers.location).startsWith('/login'))) return 'login';
  if (statusCode === 403 && !/wrong-csrf|aperta da troppo tempo/.test(body)) return 'refused';
  return 'in';
}
