import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildAccount, buildOffice } from '#test/build-office.ts';
import { bookingTools } from '#test/booking-tools.ts';
import { testNow, useDeps } from '#test/deps.ts';
import { errorsOf } from '#test/registering.ts';
import { sliceApp, type TestBrowser, testBrowser } from '#test/slice-app.ts';
import { book } from '../../book.ts';
import { addFindBooking } from './find-booking.route.tsx';

const deps = useDeps();
const tools = bookingTools(deps);
let app: FastifyInstance;
let browser: TestBrowser;
let code = '';
let account = 0;

beforeAll(async () => {
  app = await sliceApp(deps.current, (server, all) =>
    addFindBooking(server, all, { linkOf: (booking) => `/l/of-${booking.code}` }),
  );
});
beforeEach(async () => {
  const { db, secrets, clock } = deps.current;
  clock.set(testNow);
  const office = await buildOffice(db);
  account = await buildAccount(db, `${office.officeCode}@prova.example`);
  const owner = { kind: 'account', accountId: account } as const;
  const holdId = await tools.heldId(office, owner);
  const person = { ...tools.somebody(), givenName: office.officeCode, familyName: 'D’Angelo' };
  const booked = await db
    .transaction()
    .execute((tx) => book(tx, secrets, tools.request(holdId, account, { people: [person] })));
  if (!booked.ok) throw new Error(booked.reason);
  code = booked.code;
  browser = await testBrowser(app, deps.current);
  await browser.get('/find-booking');
});
afterAll(() => app.close());

const find = (known: Record<string, string>, by = browser) =>
  by.post('/find-booking', { code, familyName: '', birthDate: '', ...known });

describe('a booking’s code', () => {
  it('with the surname or the birth date of somebody who is coming opens the booking, however they are typed', async () => {
    const typed = `${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `;
    for (const known of [{ familyName: "d'angelo" }, { familyName: ' D ANGELO' }, { birthDate: '05/05/1980' }]) {
      expect((await find({ ...known, code: typed })).headers.location).toBe(`/l/of-${code}`);
    }
  });

  it('alone, or with another’s surname or date, opens nothing, and tells nothing of the code', async () => {
    const missing = await find({});
    expect([missing.statusCode, errorsOf(missing)]).toEqual([422, ['Scrivi il cognome, oppure la data di nascita.']]);
    const wrong = await find({ familyName: 'Bianchi' });
    const unknown = await find({ code: 'ZZZZ9999', familyName: 'Bianchi' });
    expect([wrong.statusCode, errorsOf(wrong)]).toEqual([422, errorsOf(unknown)]);
    expect((await find({ familyName: 'D’Angelo', birthDate: '06/05/1980' })).statusCode).toBe(422);
    expect(errorsOf(await find({ code: '<script>', familyName: 'x' }))[0]).toContain('otto lettere e cifre');
  });

  it('takes as long to be refused as to be found', async () => {
    for (const known of [
      { familyName: 'D’Angelo' },
      { familyName: 'Bianchi' },
      { code: 'ZZZZ9998', familyName: 'x' },
    ]) {
      const start = performance.now();
      await find(known);
      expect(performance.now() - start).toBeGreaterThanOrEqual(295);
    }
  });

  it('leads its owner, who is logged in, straight to it, and is written in the form for others', async () => {
    const owner = await testBrowser(app, deps.current, account);
    expect((await owner.get(`/find-booking?code=${code}`)).headers.location).toBe(`/bookings/${code}`);
    expect((await browser.get(`/find-booking?code=${code}`)).body).toContain(`value="${code}"`);
  });

  it('cannot be tried again and again: it says when to come back', async () => {
    for (let time = 0; time < 10; time += 1) {
      const one = await testBrowser(app, deps.current);
      await one.get('/find-booking');
      expect((await find({ familyName: `Prova ${time}x` }, one)).statusCode).toBe(422);
    }
    const eleventh = await find({ familyName: 'D’Angelo' });
    expect(eleventh.statusCode).toBe(429);
    expect(Number(eleventh.headers['retry-after'])).toBeGreaterThan(0);
    deps.current.clock.advance({ hours: 1 });
    expect((await find({ familyName: 'D’Angelo' })).statusCode).toBe(303);
  });
});
