import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { parse } from 'node-html-parser';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addCitizenBookingPages, createSeatEngine } from '#features/booking/index.ts';
import {
  addArrivals,
  addIdentityPages,
  beginIntent,
  type Door,
  proofCode,
  proveAndLogIn,
  type ProvedLogin,
  readIntent,
  setLocalAccountRule,
} from '#features/identity/index.ts';
import { ada, shown, takeSeat } from '#test/booking-journey.ts';
import { buildBooking } from '#test/build-booking.ts';
import { buildAccount, buildOffice } from '#test/build-office.ts';
import { testNow, useDeps } from '#test/deps.ts';
import { buildRoom } from '#test/room-tools.ts';
import { sliceApp, testBrowser, type TestBrowser } from '#test/slice-app.ts';
import { afterLogin } from './after-login.ts';
import { joinAccounts } from './join-accounts.ts';

const deps = useDeps();
const door: Door = { scheme: 'spid', name: 'Gestore di prova', href: (intent) => `/auth/spid/login?intent=${intent}` };
let app: FastifyInstance;
let next: ProvedLogin;
let people = 0;

beforeAll(async () => {
  app = await sliceApp(deps.current, (server, own) => {
    const handover = { afterLogin: afterLogin(own), joinAccounts: joinAccounts(own) };
    addArrivals(server, own, handover);
    addIdentityPages(server, own, { ...handover, doors: () => [door] });
    addCitizenBookingPages(server, own, createSeatEngine(own.pool));
    server.get('/form', async (_request, reply) =>
      reply.type('text/html').send(`<input name="_csrf" value="${reply.csrfToken()}">`),
    );
    const end = proveAndLogIn(own, handover);
    // What a federation keeps when somebody leaves.
    server.get('/begin', (request) => beginIntent(own, request));
    server.post('/acs', (request, reply) =>
      end(request, reply, next, { intent: String((request.query as { intent?: string }).intent ?? '') }),
    );
  });
});
beforeEach(async () => {
  deps.current.clock.set(testNow);
  await sql`DELETE FROM local_account_rule`.execute(deps.current.db);
});
afterAll(() => app.close());

/** The code is looked at by nobody here: each person needs one of their own. */
function someone(more: Partial<ProvedLogin['person']> = {}): ProvedLogin {
  people += 1;
  const code = `PRVDAA80E45H5${String(people).padStart(2, '0')}X`;
  const person = { givenName: 'Ada', familyName: 'Prova', birthDate: null, email: null, phone: null, ...more };
  return { scheme: 'spid', provider: 'x', subject: code, level: 2, person: { codiceFiscale: code, ...person } };
}

/** The answer brings no cookies, as a POST from another site; the browser takes those it sets. */
async function comeBack(browser: TestBrowser, login: ProvedLogin, intent: string) {
  next = login;
  const answer = await app.inject({ method: 'POST', url: `/acs?intent=${encodeURIComponent(intent)}` });
  for (const { name, value } of answer.cookies) browser.take(name, value);
  return answer;
}

function intentIn(body: string): string {
  const begin = '/auth/spid/login?intent=';
  const links = parse(body)
    .querySelectorAll('a')
    .map((link) => link.getAttribute('href') ?? '');
  return links.find((href) => href.startsWith(begin))?.slice(begin.length) ?? 'none';
}

function linkIn(body: string, begin: string): string {
  const links = parse(body)
    .querySelectorAll('main a')
    .map((link) => link.getAttribute('href') ?? '');
  return links.find((href) => href.startsWith(begin)) ?? 'none';
}

const born = Temporal.PlainDate.from('1980-05-05');

/** A citizen with a password, whose profile says what every registration asks for. */
async function citizen(email: string): Promise<number> {
  const account = await buildAccount(deps.current.db, email);
  await sql`UPDATE account SET birth_date = ${born} WHERE id = ${account}`.execute(deps.current.db);
  return account;
}

async function surerOffice(level = 'digital-2') {
  const office = await buildOffice(deps.current.db, { capacity: 5, slots: 3 });
  await sql`UPDATE offering SET login_level = ${level} WHERE id = ${office.offeringId}`.execute(deps.current.db);
  return office;
}

describe('a service that asks for SPID or CIE', () => {
  it('lets a seat be held by whoever came with a password, and asks for more in the middle, losing nothing', async () => {
    const account = await citizen('sale-di-livello@prova.example');
    const browser = await testBrowser(app, deps.current, account);
    const path = await takeSeat(browser, await surerOffice());
    const typed = await browser.post(path, { ...ada, notes: 'Ho un cane guida' });
    expect(typed.statusCode).toBe(403);
    const stepUp = linkIn(typed.body, '/login/step-up');
    expect(stepUp).toBe(`/login/step-up?level=2&next=${encodeURIComponent(path)}`);
    const intent = intentIn((await browser.get(stepUp)).body);
    expect(readIntent(deps.current, intent)).toMatchObject({ purpose: 'step-up', level: 2, next: path });
    const back = await comeBack(browser, someone({ birthDate: born }), intent);
    expect(back.headers.location).toBe(path);
    const form = await browser.get(path);
    expect(form.statusCode).toBe(200);
    expect(shown(form, 'notes')).toBe('Ho un cane guida');
    expect((await browser.post(path, { ...ada, notes: 'Ho un cane guida' })).headers.location).toBe(`${path}/summary`);
    const booked = await browser.get(`${path}/summary`);
    expect(booked.statusCode).toBe(200);
    expect((await browser.post(`${path}/book`, {})).headers.location).toMatch(/^\/bookings\//);
  });

  it('does not take level 2 where level 3 is asked', async () => {
    const browser = await testBrowser(app, deps.current, await citizen('tre@prova.example'));
    const path = await takeSeat(browser, await surerOffice('digital-3'));
    const intent = intentIn((await browser.get(linkIn((await browser.get(path)).body, '/login/step-up'))).body);
    expect(readIntent(deps.current, intent).level).toBe(3);
    const login = someone({ birthDate: born });
    await comeBack(browser, login, intent);
    expect((await browser.get(path)).statusCode).toBe(403);
    const again = intentIn((await browser.get(linkIn((await browser.get(path)).body, '/login/step-up'))).body);
    await comeBack(browser, { ...login, level: 3 }, again);
    expect((await browser.get(path)).statusCode).toBe(200);
  });

  it('is booked by a newcomer without e-mail: the seat waits for the address, and is the account’s', async () => {
    const browser = await testBrowser(app, deps.current);
    const path = await takeSeat(browser, await surerOffice());
    const first = await browser.get(path);
    const login = linkIn(first.body, '/login');
    expect(login).toBe(`/login?level=2&next=${encodeURIComponent(path)}`);
    const doors = await browser.get(login);
    expect(parse(doors.body).querySelector('form#login')).toBeNull();
    await comeBack(browser, someone(), intentIn(doors.body));
    const asks = await browser.get(path);
    expect(asks.headers.location).toBe(`/verify-email?next=${encodeURIComponent(path)}`);
    const toAddress = (await browser.get(String(asks.headers.location))).headers.location ?? '';
    await browser.get(toAddress);
    await browser.post('/profile/email', { email: 'arrivo@posta.example', next: path });
    const { rows } = await deps.current.pool.query<{ id: string }>(
      `SELECT id FROM email_proof WHERE new_email = 'arrivo@posta.example'`,
    );
    const code = proofCode(deps.current.secrets, rows[0]?.id ?? '');
    expect((await browser.post('/profile/email/code', { code, next: path })).headers.location).toBe(path);
    expect((await browser.get(path)).statusCode).toBe(200);
    expect(
      (await browser.post(path, { ...ada, 'people.0.givenName': 'Anna', email: 'arrivo@posta.example' })).headers
        .location,
    ).toBe(`${path}/summary`);
    expect((await browser.post(`${path}/book`, {})).headers.location).toMatch(/^\/bookings\//);
  });
});

describe('two accounts of one person', () => {
  it('become one by the two proofs, with bookings and places in waiting rooms', async () => {
    const { db, pool } = deps.current;
    const local = await buildAccount(db, 'due@prova.example');
    const browser = await testBrowser(app, deps.current);
    const login = someone({ email: 'due-spid@prova.example' });
    await comeBack(browser, login, '');
    const { rows: made } = await pool.query<{ id: number }>(
      `SELECT id FROM account WHERE email = 'due-spid@prova.example'`,
    );
    const other = made[0]?.id ?? 0;
    const booking = await buildBooking(db, { at: '2027-04-10T10:00', accountId: other });
    const room = await buildRoom(deps.current);
    await sql`
      INSERT INTO ticket (room_id, number, offering_id, account_id, pseudonym, party, people_cipher, channel, language, device, joined_at)
      VALUES (${room.roomId}, 1, ${room.offeringId}, ${other}, ${'a'.repeat(32)}, 1, ''::bytea, 'web', 'it', 'none', ${testNow})`.execute(
      db,
    );
    await sql`
      INSERT INTO registration (room_id, number, account_id, wishes, offering_ids, quota_group, salt, wishes_hash, wants_waiting,
                                registered_at, changed_at)
      VALUES (${room.roomId}, 1, ${other}, '{}', ARRAY[${room.offeringId}::int], 'x', ${'b'.repeat(32)}, ${'c'.repeat(64)}, false,
              ${testNow}, ${testNow})`.execute(db);
    const own = await testBrowser(app, deps.current, local);
    await sql`UPDATE account SET password_hash = NULL WHERE id = ${local}`.execute(db);
    await own.get('/profile/doors');
    const leave = await own.post('/profile/doors/link', { scheme: 'spid' });
    expect((await comeBack(own, login, intentIn(leave.body))).headers.location).toBe('/profile/doors?notice=joined');
    const { rows } = await pool.query<{ account_id: number }>('SELECT account_id FROM booking WHERE code = $1', [
      booking.code,
    ]);
    expect(rows).toEqual([{ account_id: local }]);
    for (const table of ['ticket', 'registration']) {
      const passed = await pool.query(`SELECT account_id FROM ${table} WHERE room_id = $1`, [room.roomId]);
      expect(passed.rows).toEqual([{ account_id: local }]);
    }
    const doors = await pool.query('SELECT scheme FROM account_identity WHERE account_id = $1', [local]);
    expect(doors.rows).toEqual([{ scheme: 'spid' }]);
    const closed = await pool.query<{ closed: boolean }>(
      'SELECT closed_at IS NOT NULL AS closed FROM account WHERE id = $1',
      [other],
    );
    expect(closed.rows).toEqual([{ closed: true }]);
  });

  it('are not made one by somebody who opens another’s address', async () => {
    const { db, pool } = deps.current;
    const attacker = await testBrowser(app, deps.current, await buildAccount(db, 'altrui@prova.example'));
    await sql`UPDATE account SET password_hash = NULL WHERE email = 'altrui@prova.example'`.execute(db);
    await attacker.get('/profile/doors');
    const intent = intentIn((await attacker.post('/profile/doors/link', { scheme: 'spid' })).body);
    const victim = await testBrowser(app, deps.current);
    const kept = (await victim.get(`/begin?intent=${intent}`)).body;
    expect(readIntent(deps.current, kept)).toMatchObject({ purpose: 'login', accountId: null });
    await comeBack(victim, someone(), kept);
    const { rows } = await pool.query(`SELECT FROM account_identity i JOIN account a ON a.id = i.account_id
      WHERE a.email = 'altrui@prova.example'`);
    expect(rows).toEqual([]);
  });
});

describe('dates of law', () => {
  it('end booking at a consulate with a password: the seat is held while one goes over to SPID', async () => {
    const { db, clock } = deps.current;
    const account = await citizen('legge@prova.example');
    await db.transaction().execute((tx) =>
      setLocalAccountRule(tx, {
        rule: {
          lastOpeningDay: Temporal.PlainDate.from('2026-11-01'),
          lastUseDay: Temporal.PlainDate.from('2026-11-21'),
          warnDays: 30,
        },
        by: account,
        now: clock.now(),
      }),
    );
    const browser = await testBrowser(app, deps.current, account);
    const path = await takeSeat(browser, await buildOffice(db, { capacity: 5 }));
    const refused = await browser.get(path);
    expect(refused.statusCode).toBe(403);
    const stepUp = linkIn(refused.body, '/login/step-up');
    await comeBack(browser, someone({ birthDate: born }), intentIn((await browser.get(stepUp)).body));
    expect((await browser.get(path)).statusCode).toBe(200);
  });

  it('do not concern municipalities', async () => {
    const { db, clock } = deps.current;
    const account = await buildAccount(db, 'comune@prova.example');
    const over = Temporal.PlainDate.from('2026-11-21');
    await db.transaction().execute((tx) =>
      setLocalAccountRule(tx, {
        rule: { lastOpeningDay: over, lastUseDay: over, warnDays: 30 },
        by: account,
        now: clock.now(),
      }),
    );
    const browser = await testBrowser(app, deps.current, account);
    const path = await takeSeat(browser, await buildOffice(db, { capacity: 5, kind: 'municipal' }));
    expect((await browser.get(path)).statusCode).toBe(200);
  });
});
