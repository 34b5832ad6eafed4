import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hashPassword } from '#features/identity/index.ts';
import { transact } from '#platform/transaction.ts';
import { buildAccount, buildOffice } from '#test/build-office.ts';
import { buildPhoto } from '#test/build-photo.ts';
import { bookingTools } from '#test/booking-tools.ts';
import { completableBooking } from '#test/completable-booking.ts';
import { testNow, useDeps } from '#test/deps.ts';
import { errorsOf } from '#test/registering.ts';
import { sliceApp, type TestBrowser, testBrowser } from '#test/slice-app.ts';
import { book } from '../../book.ts';
import { askOffice } from '../../requests/ask-office.ts';
import { seatFaults } from '../../seats/seat-faults.query.ts';
import { addCloseAccount } from './close-account.route.tsx';
import { addMyData } from './my-data.route.ts';

const deps = useDeps();
const tools = bookingTools(deps);
const password = 'una frase che ricordo';
let app: FastifyInstance;
let passwordHash = '';
let account = 0;
let email = '';
let browser: TestBrowser;
let made = 0;

beforeAll(async () => {
  passwordHash = await hashPassword(password);
  app = await sliceApp(deps.current, (server, all) => {
    addCloseAccount(server, all);
    addMyData(server, all);
  });
});
beforeEach(async () => {
  deps.current.clock.set(testNow);
  made += 1;
  email = `owner-${made}@prova.example`;
  account = await buildAccount(deps.current.db, email);
  await deps.current.pool.query('UPDATE account SET password_hash = $1 WHERE id = $2', [passwordHash, account]);
  browser = await testBrowser(app, deps.current, account);
  await browser.get('/profile/close');
});
afterAll(() => app.close());

async function booking(): Promise<string> {
  const { db, secrets } = deps.current;
  const office = await buildOffice(db);
  const holdId = await tools.heldId(office, { kind: 'account', accountId: account });
  const booked = await db.transaction().execute((tx) => book(tx, secrets, tools.request(holdId, account)));
  if (!booked.ok) throw new Error(booked.reason);
  return booked.code;
}

const rowOf = async () =>
  await deps.current.db.selectFrom('account').selectAll().where('id', '=', account).executeTakeFirstOrThrow();

describe('closing an account', () => {
  it('asks for the password, leaves nothing of the person, and ends every login', async () => {
    const elsewhere = await testBrowser(app, deps.current, account);
    const wrong = await browser.post('/profile/close', { password: 'sbagliata' });
    expect([wrong.statusCode, errorsOf(wrong)]).toEqual([422, ['Questa non è la tua password di adesso.']]);
    expect((await browser.post('/profile/close', { password })).headers.location).toBe('/profile/closed');
    expect((await browser.get('/profile/closed')).body).toContain('Il tuo accesso è chiuso');
    expect((await elsewhere.get('/profile/close')).headers.location).toContain('/login');
    const row = await rowOf();
    expect([row.given_name, row.family_name, row.birth_date, row.phone, row.password_hash]).toEqual([
      '',
      '',
      null,
      null,
      null,
    ]);
    expect(row.email).not.toContain('prova');
    // The address is free for another account.
    await buildAccount(deps.current.db, email);
  });

  it('takes the photos of past appointments with it, and what was said of them', async () => {
    const past = await completableBooking(deps.current);
    const others = await completableBooking(deps.current);
    for (const { id } of [past, others]) await buildPhoto(deps.current, { bookingId: id });
    await deps.current.pool.query("UPDATE booking SET account_id = $1, status = 'served', live = false WHERE id = $2", [
      account,
      past.id,
    ]);
    deps.current.clock.set('2026-12-15T10:00:00Z');
    const later = await testBrowser(app, deps.current, account);
    await later.get('/profile/close');
    expect((await later.post('/profile/close', { password })).headers.location).toBe('/profile/closed');
    const { rows } = await deps.current.pool.query<{ id: string }>('SELECT booking_id AS id FROM booking_photo');
    expect(rows.map(({ id }) => id)).toEqual([others.id]);
  });

  it('cancels what is booked, only where its owner says so, and gives the seats back', async () => {
    const code = await booking();
    expect((await browser.get('/profile/close')).body).toContain(code);
    const untold = await browser.post('/profile/close', { password });
    expect(errorsOf(untold)).toEqual(['Per chiudere l’accesso devi disdire gli appuntamenti che hai.']);
    expect((await browser.post('/profile/close', { password, cancel: 'yes' })).statusCode).toBe(303);
    const { rows } = await deps.current.pool.query<{ status: string }>('SELECT status FROM booking WHERE code = $1', [
      code,
    ]);
    expect(rows[0]?.status).toBe('cancelled');
    expect(await seatFaults(deps.current.db)).toEqual([]);
  });

  it('waits for an appointment that cannot be cancelled alone, and for the roles of somebody who works', async () => {
    const code = await booking();
    await deps.current.pool.query('UPDATE booking SET taken_in_charge_at = created_at WHERE code = $1', [code]);
    const stuck = await browser.post('/profile/close', { password, cancel: 'yes' });
    expect(stuck.body).toContain('non puoi più disdire da solo');
    expect((await rowOf()).closed_at).toBeNull();
    await deps.current.pool.query('UPDATE booking SET taken_in_charge_at = NULL WHERE code = $1', [code]);
    await deps.current.pool.query("INSERT INTO account_role VALUES ($1, 'network-admin', NULL)", [account]);
    const works = await testBrowser(app, deps.current, account);
    await works.get('/profile/close');
    expect((await works.post('/profile/close', { password, cancel: 'yes' })).statusCode).toBe(422);
    expect((await rowOf()).closed_at).toBeNull();
  });
});

it('the owner takes away all that is kept, and nobody else’s', async () => {
  const code = await booking();
  const { db, secrets, clock } = deps.current;
  const { id: bookingId } = await db
    .selectFrom('booking')
    .select('id')
    .where('code', '=', code)
    .executeTakeFirstOrThrow();
  const asked = {
    bookingId,
    kind: 'change',
    text: 'Il venerdì non posso',
    accountId: account,
    now: clock.now(),
  } as const;
  await transact(db, (tx) => askOffice(tx, secrets, asked));
  const answer = await browser.get('/profile/data');
  expect(answer.headers['content-disposition']).toContain('attachment');
  const data = answer.json<{
    account: { email: string };
    bookings: { code: string; requests: { text: string }[]; history: { kind: string }[] }[];
  }>();
  expect(data.account.email).toBe(email);
  expect(data.bookings.map((kept) => kept.code)).toEqual([code]);
  expect(data.bookings[0]?.history[0]?.kind).toBe('created');
  expect(data.bookings[0]?.requests.map(({ text }) => text)).toEqual(['Il venerdì non posso']);
  expect((await (await testBrowser(app, deps.current)).get('/profile/data')).headers.location).toContain('/login');
});
