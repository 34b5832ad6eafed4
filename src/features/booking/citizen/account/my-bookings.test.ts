import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf, bookingApp } from '#test/booking-journey.ts';
import { buildBooking } from '#test/build-booking.ts';
import { buildAccount } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { testBrowser } from '#test/slice-app.ts';

const deps = useDeps();
let app: FastifyInstance;
beforeAll(async () => {
  app = await bookingApp(deps.current);
});
afterAll(() => app.close());

const main = (answer: LightMyRequestResponse): string => bodyOf(answer).querySelector('main')?.text ?? '';

describe('my appointments', () => {
  it('begin with what needs doing, then what is coming, then the rest', async () => {
    const account = await buildAccount(deps.current.db, 'busy@prova.example');
    await buildBooking(deps.current.db, { at: '2027-02-20T10:00', accountId: account, name: 'Lia Dopo' });
    await buildBooking(deps.current.db, {
      at: '2026-11-30T10:00',
      accountId: account,
      bookedAt: '2026-10-01T09:00:00Z',
      name: 'Leo Subito',
    });
    await buildBooking(deps.current.db, {
      at: '2026-11-20T10:00',
      accountId: account,
      confirmBy: 'nobody',
      name: 'Pia Prima',
    });
    const answer = await (await testBrowser(app, deps.current, account)).get('/bookings');
    expect(
      bodyOf(answer)
        .querySelectorAll('main h2')
        .map((heading) => heading.text),
    ).toEqual(['Aspettano qualcosa da te', 'In programma', 'Passati e annullati']);
    expect(main(answer)).toMatch(
      /Conferma entro venerdì 27 novembre[\s\S]*Leo Subito|Leo Subito[\s\S]*Conferma entro venerdì 27 novembre/,
    );
    expect(main(answer).indexOf('Leo Subito')).toBeLessThan(main(answer).indexOf('Lia Dopo'));
    expect(bodyOf(answer).querySelectorAll('main form[action$="/confirm"]').length).toBe(1);
  });

  it('without any show the way to book', async () => {
    const browser = await testBrowser(app, deps.current, await buildAccount(deps.current.db, 'new@prova.example'));
    const answer = await browser.get('/bookings');
    expect(answer.statusCode).toBe(200);
    expect(main(answer)).toContain('Non hai ancora appuntamenti');
    expect(bodyOf(answer).querySelector('.t-empty a')?.getAttribute('href')).toBe('/');
  });

  it('ask who is there', async () => {
    const anybody = await testBrowser(app, deps.current);
    expect((await anybody.get('/bookings')).headers.location).toBe('/login?next=%2Fbookings');
  });
});
