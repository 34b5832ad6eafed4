import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { parse } from 'node-html-parser';
import { beforeAll, describe, expect, it } from 'vitest';
import { type BuiltBooking, buildBooking } from '#test/build-booking.ts';
import { buildAccount } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { sliceApp, testBrowser } from '#test/slice-app.ts';
import { linkPath } from '../booking-link.ts';
import { blockAccount } from '#features/identity/index.ts';
import { transact } from '#platform/transaction.ts';
import { createSeatEngine } from '#features/booking/index.ts';
import { addLinkPages } from './link.route.tsx';

const deps = useDeps();
let app: FastifyInstance;
beforeAll(async () => {
  app = await sliceApp(deps.current, (slice, all) => addLinkPages(slice, all, createSeatEngine(all.pool)));
  return () => app.close();
});

async function booked(more: Partial<Parameters<typeof buildBooking>[1]> = {}) {
  const booking = await buildBooking(deps.current.db, { at: '2027-01-14T09:20', ...more });
  const path = linkPath(deps.current.secrets, { code: booking.code, endsAt: booking.startsAt.add({ minutes: 20 }) });
  return { booking, path, browser: await testBrowser(app, deps.current) };
}

async function statusOf(booking: BuiltBooking): Promise<unknown> {
  const { rows } = await sql<{ status: string }>`SELECT status FROM booking WHERE id = ${booking.id}`.execute(
    deps.current.db,
  );
  return rows[0]?.status;
}

const inWindow = '2027-01-06T10:00:00Z';

describe('the page behind the link of an e-mail', () => {
  it('shows what, when and where without login, keeps to itself, and is kept by nobody', async () => {
    deps.current.clock.set(inWindow);
    const { booking, path, browser } = await booked({ bookedAt: '2026-11-20T09:00:00Z', name: 'Giulia Ferri' });
    const response = await browser.get(path);
    expect(response.statusCode).toBe(200);
    expect(response.body).toContain('Giovedì 14 gennaio 2027, ');
    expect(parse(response.body).querySelector('.t-lead time')?.text).toBe('alle 09:20 di Londra');
    expect(response.body).toContain(booking.code);
    expect(response.headers).toMatchObject({
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
      'cache-control': 'no-store',
    });
  });

  it('changes nothing when a mail scanner opens every address it finds', async () => {
    deps.current.clock.set(inWindow);
    const { booking, path, browser } = await booked();
    const page = await browser.get(path);
    const addresses = parse(page.body).querySelectorAll('a[href^="/l/"], form[action^="/l/"]');
    expect(addresses.length).toBeGreaterThan(1);
    for (const element of addresses) {
      const address = element.getAttribute('href') ?? element.getAttribute('action') ?? '';
      await browser.get(address);
      await app.inject({ method: 'HEAD', url: address });
      // A scanner that posts has no token of ours.
      await app.inject({ method: 'POST', url: address });
    }
    expect(await statusOf(booking)).toBe('booked');
  });

  it('confirms with its button, once, and says so afterwards', async () => {
    deps.current.clock.set(inWindow);
    const { booking, path, browser } = await booked();
    await browser.get(path);
    const answer = await browser.post(`${path}/confirm`, {});
    expect([answer.statusCode, answer.headers.location]).toEqual([303, path]);
    expect(await statusOf(booking)).toBe('confirmed');
    const again = await browser.post(`${path}/confirm`, {});
    expect(again.statusCode).toBe(303);
    const page = await browser.get(path);
    expect(page.body).toContain('L’appuntamento è confermato');
    expect(page.body).not.toContain(`${path}/confirm`);
  });

  it('asks once in words before it cancels, and then offers other dates', async () => {
    deps.current.clock.set(inWindow);
    const { booking, path, browser } = await booked();
    const question = await browser.get(`${path}/cancel`);
    expect(question.body).toContain('Vuoi annullare l’appuntamento?');
    expect(await statusOf(booking)).toBe('booked');
    expect((await browser.post(`${path}/cancel`, {})).statusCode).toBe(303);
    expect(await statusOf(booking)).toBe('cancelled');
    const page = await browser.get(path);
    expect(page.body).toContain('L’appuntamento è annullato');
    expect(page.body).toContain(`/offices/${booking.office.officeCode}/passport`);
    expect((await browser.get(`${path}/cancel`)).statusCode).toBe(303);
  });

  it('says before the window when one may confirm, and after it that it is too late', async () => {
    deps.current.clock.set('2026-12-01T10:00:00Z');
    const early = await booked();
    const page = await early.browser.get(early.path);
    expect(page.body).toContain('Non puoi ancora confermare');
    expect(page.body).not.toContain('/confirm"');
    await early.browser.post(`${early.path}/confirm`, {});
    expect(await statusOf(early.booking)).toBe('booked');
    deps.current.clock.set('2027-01-12T00:00:00Z');
    expect((await early.browser.get(early.path)).body).toContain('Il termine per confermare è passato');
    await early.browser.post(`${early.path}/confirm`, {});
    expect(await statusOf(early.booking)).toBe('booked');
  });

  it('does not cancel what the office has taken in charge', async () => {
    deps.current.clock.set(inWindow);
    const { booking, path, browser } = await booked();
    await browser.get(path);
    await sql`UPDATE booking SET taken_in_charge_at = ${inWindow} WHERE id = ${booking.id}`.execute(deps.current.db);
    expect((await browser.post(`${path}/cancel`, {})).statusCode).toBe(303);
    expect(await statusOf(booking)).toBe('booked');
    expect((await browser.get(path)).body).toContain('ha preso in carico');
  });

  it('confirms and cancels for somebody whose login is locked after too many wrong passwords', async () => {
    deps.current.clock.set(inWindow);
    const { db, secrets, clock } = deps.current;
    const email = 'locked@test.example';
    const accountId = await buildAccount(db, email);
    const key = secrets.hash('caller', `login ${email}`);
    const until = clock.now().add({ hours: 20 });
    await sql`INSERT INTO login_failure VALUES (${key}, '', 10, ${clock.now()}, ${until})`.execute(db);
    const { booking, path, browser } = await booked({ accountId });
    await browser.get(path);
    expect((await browser.post(`${path}/confirm`, {})).statusCode).toBe(303);
    expect(await statusOf(booking)).toBe('confirmed');
    await browser.get(`${path}/cancel`);
    expect((await browser.post(`${path}/cancel`, {})).statusCode).toBe(303);
    expect(await statusOf(booking)).toBe('cancelled');
  });

  it('confirms and cancels for somebody whose new bookings are blocked', async () => {
    deps.current.clock.set(inWindow);
    const { db, secrets, clock } = deps.current;
    const accountId = await buildAccount(db, 'blocked@test.example');
    const { booking, path, browser } = await booked({ accountId });
    const operatorId = await buildAccount(db, 'operator-of-block@test.example');
    const why = { kind: 'abuse', reason: 'Prova', lastDay: null, operatorId, now: clock.now() } as const;
    const blocked = await transact(db, (tx) => blockAccount(tx, secrets, { accountId, place: null, ...why }));
    expect(blocked.ok).toBe(true);
    await browser.get(path);
    expect((await browser.post(`${path}/confirm`, {})).statusCode).toBe(303);
    expect(await statusOf(booking)).toBe('confirmed');
    await browser.get(`${path}/cancel`);
    expect((await browser.post(`${path}/cancel`, {})).statusCode).toBe(303);
    expect(await statusOf(booking)).toBe('cancelled');
  });

  it('offers the office by touch and what to bring; of a cancelled one no receipt', async () => {
    deps.current.clock.set(inWindow);
    const { booking, path, browser } = await booked();
    await sql`UPDATE office SET phone = '+44 20 1234 5678', email = 'sede@test.example'
      WHERE id = ${booking.office.officeId}`.execute(deps.current.db);
    const links = async () =>
      parse((await browser.get(path)).body)
        .querySelectorAll('main a')
        .map((link) => link.getAttribute('href'));
    expect(await links()).toEqual(
      expect.arrayContaining([
        'tel:+442012345678',
        'mailto:sede@test.example',
        `${path}/event.ics`,
        `${path}/receipt.pdf`,
      ]),
    );
    const question = parse((await browser.get(`${path}/cancel`)).body);
    expect(question.querySelector(`a[href="${path}/move"]`)).not.toBeNull();
    await browser.post(`${path}/cancel`, {});
    expect(await links()).not.toContain(`${path}/receipt.pdf`);
  });

  it('says that a request to the office has been sent, and shows it', async () => {
    deps.current.clock.set(inWindow);
    const { path, browser } = await booked();
    await browser.get(`${path}/requests`);
    await browser.post(`${path}/requests`, { kind: 'change', text: 'Arrivo un’ora dopo?' });
    const page = parse((await browser.get(path)).body);
    expect(page.querySelector('main')?.text).toContain('Richiesta inviata alla sede');
    expect(page.querySelector('main')?.text).toContain('Arrivo un’ora dopo?');
  });

  it('sends the form back with a fresh token when the page was too old', async () => {
    deps.current.clock.set(inWindow);
    const { booking, path, browser } = await booked();
    await browser.get(path);
    const answer = await browser.post(`${path}/confirm`, { _csrf: 'old' });
    expect(answer.statusCode).toBe(403);
    expect(answer.body).toContain('non è cambiato nulla');
    expect(await statusOf(booking)).toBe('booked');
    expect((await browser.post(`${path}/confirm`, {})).statusCode).toBe(303);
  });
});

describe('links that are no good', () => {
  it('expires a week after the appointment', async () => {
    const { path, browser } = await booked();
    deps.current.clock.set('2027-01-21T09:39:59Z');
    expect((await browser.get(path)).statusCode).toBe(200);
    deps.current.clock.set('2027-01-21T09:40:00Z');
    const gone = await browser.get(path);
    expect(gone.statusCode).toBe(410);
    expect(gone.body).toContain('Questo link è scaduto');
  });

  it('opens nothing that we have not signed', async () => {
    deps.current.clock.set(inWindow);
    const { booking, path, browser } = await booked();
    const [body = '', mac = ''] = path.slice('/l/'.length).split('.');
    const other = Buffer.from(JSON.stringify(['manage', booking.code, 9_999_999_999])).toString('base64url');
    const forged = [
      `${other}.${mac}`,
      `${body}.${mac.slice(0, -1)}${mac.endsWith('A') ? 'B' : 'A'}`,
      `${body}=.${mac}`,
      body,
      'x',
      `${body}.`,
      '%00',
      'a.b.c',
      '..%2F..',
    ];
    for (const token of forged) {
      expect([token, (await browser.get(`/l/${token}`)).statusCode]).toEqual([token, 404]);
      expect((await app.inject({ method: 'POST', url: `/l/${token}/cancel` })).statusCode).toBe(404);
    }
    // Signed by us, for something else.
    const session = deps.current.secrets.sign('proof', JSON.stringify(['manage', booking.code, 9_999_999_999]));
    expect((await browser.get(`/l/${session}`)).statusCode).toBe(404);
    expect(await statusOf(booking)).toBe('booked');
  });
});
