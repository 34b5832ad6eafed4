import { randomUUID } from 'node:crypto';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import { parse } from 'node-html-parser';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSeatEngine } from '#features/booking/index.ts';
import { createSession, type RoleName } from '#features/identity/index.ts';
import { bookingTools } from '#test/booking-tools.ts';
import { buildAccount, buildOffice, type BuiltOffice } from '#test/build-office.ts';
import { buildRole } from '#test/build-role.ts';
import { useDeps } from '#test/deps.ts';
import { deskRoutes, everybody, type Who } from '#test/desk-routes.ts';
import { officeApi } from '#test/office-api-routes.ts';
import { officePages } from '#test/office-routes.ts';
import { sliceApp, testBrowser } from '#test/slice-app.ts';
import { addFrontDesk } from './index.ts';
import { messagesOfBooking } from '#features/notifications/index.ts';

/** What src/who-may.test.ts tries for every role: those of which the table of the desk says no more than that one. */
const ofSite = [
  ...Object.values(officePages).flatMap((pages) => pages.map((route) => below('/office/:office', route))),
  ...Object.values(officeApi).flatMap((calls) => calls.map((route) => below('/api/v1/offices/:office', route))),
];

function below(base: string, route: string): string {
  const [method = '', path = ''] = route.split(' ');
  return path.startsWith('/') ? route : `${method} ${base}/${path}`;
}

/** Every address of one booking, of either table. */
const ofBooking = [...new Set([...deskRoutes.map(({ method, path }) => `${method} ${path}`), ...ofSite])]
  .filter((route) => route.includes('/bookings/:code'))
  .map((route) => {
    const [method, path = ''] = route.split(' ');
    return { method: method === 'GET' ? ('GET' as const) : ('POST' as const), path };
  });

const deps = useDeps();
const tools = bookingTools(deps);
const found: string[] = [];
const somebody = { givenName: 'Zita', familyName: 'Segretissima', birthDate: '1980-05-05' };
let app: FastifyInstance;
let office: BuiltOffice;
let elsewhere: BuiltOffice;
let code: string;
let requestId: string;
let callers: Readonly<Record<Who, Caller>>;

/** Asks as one person: pages as a browser does, the API with a token. */
type Caller = (method: 'GET' | 'POST', url: string) => Promise<LightMyRequestResponse>;

async function callerOf(accountId?: number): Promise<Caller> {
  const browser = await testBrowser(app, deps.current, accountId);
  // Any page with a form gives the token that POSTs need.
  if (accountId !== undefined) await browser.get('/with-a-form');
  const token = accountId === undefined ? undefined : await newToken(accountId);
  return (method, url) => {
    if (!url.startsWith('/api/'))
      return method === 'GET'
        ? browser.get(url)
        : browser.post(url, { reason: 'Prova', service: 'passport', q: somebody.familyName });
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const payload = bodies.get(url.slice(url.lastIndexOf('/') + 1)) ?? newBooking();
    return app.inject({ method, url, headers, ...(method === 'POST' ? { payload } : {}) });
  };
}

/** What calls are sent that would not be understood with a booking, by the last word of their address. */
const bodies: ReadonlyMap<string, object> = new Map([
  ['cancel', { reason: 'Prova' }],
  ['decide', { photoId: randomUUID(), outcome: 'accepted' }],
  ['undo', { decision: '0' }],
]);

async function newToken(accountId: number): Promise<string> {
  const { db, clock, secrets } = deps.current;
  const made = await db.transaction().execute((tx) => createSession(tx, { accountId, now: clock.now(), secrets }));
  return made.token;
}

function newBooking() {
  return { service: 'passport', slot: office.slots[0], channel: 'partner-desk', people: [somebody] };
}

beforeAll(async () => {
  const { db, pool } = deps.current;
  app = await sliceApp(deps.current, (server, all) => {
    server.addHook('onRoute', (route) => {
      for (const method of [route.method].flat()) if (method !== 'HEAD') found.push(`${method} ${route.url}`);
    });
    addFrontDesk(server, all, createSeatEngine(pool), { messagesOf: messagesOfBooking });
    server.get('/with-a-form', (_request, reply) =>
      reply.type('text/html').send(`<input name="_csrf" value="${reply.csrfToken()}">`),
    );
  });
  office = await buildOffice(db, { slots: 3, capacity: 9 });
  elsewhere = await buildOffice(db, { slots: 3, capacity: 9 });
  const people = [tools.somebody({ familyName: somebody.familyName })];
  const booking = await tools.newBooking(office, { people });
  ({ code } = booking);
  requestId = await askedOf(booking.bookingId);
  // The page of its clearance is there only where one is needed; its own number is that of what was asked, above.
  await sql`
    INSERT INTO clearance (id, booking_id, office_id, answering_office_id, mode, state, created_at, changed_at)
    OVERRIDING SYSTEM VALUE
    VALUES (${requestId}, ${booking.bookingId}, ${office.officeId}, ${office.officeId}, 'required', 'to-ask', now(), now())`.execute(
    db,
  );
  const withRole = async (role: RoleName): Promise<Caller> =>
    callerOf(await buildRole(db, role, role === 'auditor' ? null : office.officeId));
  callers = {
    nobody: await callerOf(),
    citizen: await callerOf(await buildAccount(db, 'citizen@prova.example')),
    elsewhere: await callerOf(await buildRole(db, 'office-admin', elsewhere.officeId)),
    helper: await withRole('helper'),
    'planner-manager': await withRole('planner-manager'),
    auditor: await withRole('auditor'),
    operator: await withRole('operator'),
    officer: await withRole('officer'),
  };
});

/** Something that is asked of the office about a booking. */
async function askedOf(bookingId: string): Promise<string> {
  const { db, clock, secrets } = deps.current;
  const { id } = await db
    .insertInto('booking_request')
    .values({
      booking_id: bookingId,
      office_id: office.officeId,
      kind: 'change',
      text_cipher: secrets.encrypt(`Per ${somebody.familyName}`),
      state: 'open',
      answer_cipher: null,
      answered_by: null,
      created_at: clock.now(),
      answered_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

function addressOf(path: string, at: BuiltOffice): string {
  return path.replace(':office', at.officeCode).replace(':code', code).replace(':id', requestId).replace(/:\w+/g, '0');
}

/** What happened at the door: let in, shown the login, refused, or told that there is no such thing. */
function atTheDoor(response: LightMyRequestResponse): 'in' | 'login' | 'refused' | 'unknown' {
  const { statusCode, headers } = response;
  if (statusCode === 401 || headers.location?.startsWith('/login') === true) return 'login';
  if (statusCode === 403) return 'refused';
  return statusCode === 404 ? 'unknown' : 'in';
}

describe('every address of the desk', () => {
  it('is in the table of the desk, or in that of the whole site', () => {
    const above = ['GET /with-a-form', ...deskRoutes.map(({ method, path }) => `${method} ${path}`)];
    expect(above.filter((route) => !found.includes(route))).toEqual([]);
    const known = [...above, ...ofSite];
    expect(found.filter((route) => !known.includes(route))).toEqual([]);
  });

  it.each(deskRoutes)('lets in only those whose role allows it: $method $path', async ({ method, path, may }) => {
    for (const who of everybody) {
      const response = await callers[who](method, addressOf(path, office));
      const expected = who === 'nobody' ? 'login' : may.includes(who) ? 'in' : 'refused';
      expect([who, atTheDoor(response)]).toEqual([who, expected]);
      if (expected !== 'in') expect(response.body).not.toContain(somebody.familyName);
    }
  });

  it.each(ofBooking)(
    'does not know a booking of another office under one’s own: $method $path',
    async ({ method, path }) => {
      const before = await stateOf(code);
      const response = await callers.elsewhere(method, addressOf(path, elsewhere));
      expect(atTheDoor(response)).toBe('unknown');
      expect(response.body).not.toContain(somebody.familyName);
      expect(await stateOf(code)).toEqual(before);
    },
  );

  it('finds nothing of another office in the search', async () => {
    const own = await callers.operator('POST', `/office/${office.officeCode}/search`);
    expect(parse(own.body).querySelectorAll('table a')).not.toEqual([]);
    const response = await callers.elsewhere('POST', `/office/${elsewhere.officeCode}/search`);
    expect(parse(response.body).querySelectorAll('table a')).toEqual([]);
  });

  it.each(['nessuna', 'CONS-TEST', '%00', '..%2f..', "'; DROP TABLE booking; --"])(
    'knows no office called %s',
    async (name) => {
      for (const path of ['agenda', 'search', 'bookings/new', 'bookings/ABCD2345', 'bookings/ABCD2345/receipt']) {
        const response = await callers.operator('GET', `/office/${encodeURI(name)}/${path}`);
        expect(response.statusCode).toBe(404);
      }
    },
  );
});

async function stateOf(bookingCode: string): Promise<unknown> {
  const booking = await deps.current.db
    .selectFrom('booking')
    .selectAll()
    .where('code', '=', bookingCode)
    .executeTakeFirst();
  const events = await deps.current.db
    .selectFrom('booking_event')
    .selectAll()
    .where('booking_id', '=', booking?.id ?? '')
    .execute();
  const entries = await deps.current.db
    .selectFrom('audit_entry')
    .selectAll()
    .where('subject', '=', `booking:${booking?.id}`)
    .execute();
  return { booking, events: events.length, entries: entries.length };
}
