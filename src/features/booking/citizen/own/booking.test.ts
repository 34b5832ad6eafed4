import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf, bookingApp } from '#test/booking-journey.ts';
import { buildBooking, type BuiltBooking } from '#test/build-booking.ts';
import { buildAccount } from '#test/build-office.ts';
import { testNow, useDeps } from '#test/deps.ts';
import { testBrowser, type TestBrowser } from '#test/slice-app.ts';

const deps = useDeps();
let app: FastifyInstance;
let people = 0;
beforeAll(async () => {
  app = await bookingApp(deps.current);
});
afterAll(() => app.close());

async function somebody(): Promise<{ account: number; browser: TestBrowser }> {
  deps.current.clock.set(testNow);
  people += 1;
  const account = await buildAccount(deps.current.db, `owner-${people}@prova.example`);
  const browser = await testBrowser(app, deps.current, account);
  await browser.get('/form');
  return { account, browser };
}

async function booked(
  wish: Partial<Parameters<typeof buildBooking>[1]> = {},
): Promise<{ booking: BuiltBooking; browser: TestBrowser; path: string }> {
  const { account, browser } = await somebody();
  const booking = await buildBooking(deps.current.db, { at: '2027-01-14T09:20', accountId: account, ...wish });
  return { booking, browser, path: `/bookings/${booking.code}` };
}

const main = (answer: Awaited<ReturnType<TestBrowser['get']>>): string =>
  bodyOf(answer).querySelector('main')?.text ?? '';

describe('the receipt', () => {
  it('shows day and hour on the office’s clock, the code, who comes, and how it can be confirmed and cancelled', async () => {
    const { browser, path, booking } = await booked();
    const answer = await browser.get(path);
    expect(answer.statusCode).toBe(200);
    for (const words of ['Giovedì 14 gennaio 2027', '09:20', 'ora di Londra', booking.code, 'Ada Prova', 'Prenotato']) {
      expect(main(answer)).toContain(words);
    }
    expect(main(answer)).toContain('Devi confermare tra lunedì 4 gennaio e lunedì 11 gennaio');
    expect(bodyOf(answer).querySelector(`a[href="${path}/event.ics"]`)).not.toBeNull();
    expect(bodyOf(answer).querySelector('button[data-print]')?.hasAttribute('hidden')).toBe(true);
    expect(bodyOf(answer).querySelector('.t-ticket img')?.getAttribute('src')).toMatch(/^data:image\/svg/);
  });

  it('is nobody else’s, and asks who is there', async () => {
    const { path } = await booked();
    const { browser: stranger } = await somebody();
    for (const page of ['', '/cancel', '/event.ics']) expect((await stranger.get(path + page)).statusCode).toBe(404);
    for (const page of ['/confirm', '/cancel']) expect((await stranger.post(path + page, {})).statusCode).toBe(404);
    const anybody = await testBrowser(app, deps.current);
    expect((await anybody.get(path)).headers.location).toBe(`/login?next=${encodeURIComponent(path)}`);
    expect((await anybody.get(`${path}/event.ics`)).statusCode).toBe(303);
  });

  it('is found by its code however it is typed', async () => {
    const { browser, path, booking } = await booked();
    const typed = `${booking.code.slice(0, 4).toLowerCase()} - ${booking.code.slice(4)}`;
    expect((await browser.get(`/bookings/find?code=${encodeURIComponent(typed)}`)).headers.location).toBe(path);
    expect((await browser.get(`/bookings/${booking.code.toLowerCase()}`)).headers.location).toBe(path);
    expect((await browser.get('/bookings/find?code=')).headers.location).toBe('/bookings');
    expect((await browser.get('/bookings/find?code=%3Cscript%3E')).headers.location).toBe('/bookings/SCRIPT');
    expect((await browser.get('/bookings/SCRIPT')).statusCode).toBe(404);
    expect((await browser.get('/bookings/%2E%2E')).statusCode).toBe(404);
  });

  it('has a calendar file in UTC', async () => {
    const { browser, path, booking } = await booked({ at: '2027-06-10T09:20' });
    const answer = await browser.get(`${path}/event.ics`);
    expect(answer.headers['content-type']).toContain('text/calendar');
    expect(answer.headers['content-disposition']).toContain(`turno-${booking.code}.ics`);
    expect(answer.body).toContain('DTSTART:20270610T082000Z');
    const text = answer.body.replaceAll('\r\n ', '');
    expect(text).toContain(`DESCRIPTION:Codice della prenotazione: ${booking.code}`);
    expect(text).toContain(`/bookings/${booking.code}`);
  });

  it('of an appointment that has been says so and asks for nothing', async () => {
    const { browser, path } = await booked({ at: '2026-11-20T10:00', confirmBy: 'nobody' });
    const answer = await browser.get(path);
    expect(main(answer)).toContain('Questo appuntamento è passato');
    expect(main(answer)).not.toContain('Che cosa succede dopo');
    expect(bodyOf(answer).querySelector(`a[href="${path}/cancel"]`)).toBeNull();
  });

  it('speaks English too', async () => {
    const { browser, path } = await booked();
    const english = await browser.get(path, { 'accept-language': 'en' });
    expect(main(english)).toContain('Thursday 14 January 2027');
    expect(main(english)).toContain('You need to confirm between');
  });
});

describe('confirming', () => {
  it('before the window says when, and changes nothing', async () => {
    const { browser, path } = await booked();
    const answer = await browser.post(`${path}/confirm`, {});
    expect(answer.statusCode).toBe(409);
    expect(main(answer)).toContain('puoi farlo da lunedì 4 gennaio');
    expect(main(await browser.get(path))).toContain('Prenotato');
  });

  it('in the window is one button, pressed once or twice', async () => {
    const { browser, path } = await booked();
    deps.current.clock.set('2027-01-05T09:00:00Z');
    await relogin(browser, path);
    const open = await browser.get(path);
    expect(bodyOf(open).querySelector('.t-card-highlighted')?.text).toContain('Conferma entro lunedì 11 gennaio');
    expect((await browser.post(`${path}/confirm`, {})).headers.location).toBe(path);
    expect((await browser.post(`${path}/confirm`, {})).statusCode).toBe(303);
    const after = await browser.get(path);
    expect(main(after)).toContain('Appuntamento confermato');
    expect(main(after)).not.toContain('Conferma entro');
  });

  it('from an old page asks to press again', async () => {
    const { browser, path } = await booked();
    const answer = await browser.post(`${path}/confirm`, { _csrf: 'old' });
    expect(answer.statusCode).toBe(403);
    expect(main(answer)).toContain('non è cambiato nulla');
  });
});

describe('cancelling', () => {
  it('asks once in words, then gives the seat back', async () => {
    const { browser, path, booking } = await booked();
    const question = await browser.get(`${path}/cancel`);
    expect(bodyOf(question).querySelector('h1')?.text).toBe('Vuoi annullare l’appuntamento?');
    expect(main(await browser.get(path))).toContain('Prenotato');
    const done = await browser.post(`${path}/cancel`, {});
    expect([done.statusCode, done.headers.location]).toEqual([303, path]);
    expect(main(await browser.get(path))).toContain('Appuntamento annullato');
    expect((await browser.post(`${path}/cancel`, {})).statusCode).toBe(303);
    expect((await browser.get(`${path}/cancel`)).headers.location).toBe(path);
    const { rows } = await sql<{ taken: number }>`SELECT taken FROM slot WHERE id = ${booking.slotId}`.execute(
      deps.current.db,
    );
    expect(rows[0]?.taken).toBe(0);
  });

  it('is the office’s once it has taken the booking in charge: the page says why and how to ask', async () => {
    const { browser, path, booking } = await booked();
    await sql`UPDATE booking SET taken_in_charge_at = ${testNow} WHERE id = ${booking.id}`.execute(deps.current.db);
    const answer = await browser.get(path);
    expect(main(answer)).toContain('La sede ha preso in carico la tua richiesta');
    expect(main(answer)).toContain('devi chiedere alla sede');
    expect(bodyOf(answer).querySelector(`a[href="${path}/cancel"]`)).toBeNull();
    expect((await browser.post(`${path}/cancel`, {})).statusCode).toBe(409);
  });
});

/** Weeks later the session is over: the owner logs in again. */
async function relogin(browser: TestBrowser, path: string): Promise<void> {
  const { rows } = await sql<{
    id: number;
  }>`SELECT account_id AS id FROM booking WHERE code = ${path.slice('/bookings/'.length)}`.execute(deps.current.db);
  await browser.get(`/enter/${rows[0]?.id}`);
}
