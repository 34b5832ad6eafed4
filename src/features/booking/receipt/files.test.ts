import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bookingApp } from '#test/booking-journey.ts';
import { buildBooking, type BuiltBooking } from '#test/build-booking.ts';
import { buildAccount } from '#test/build-office.ts';
import { buildRole } from '#test/build-role.ts';
import { useDeps } from '#test/deps.ts';
import { testBrowser } from '#test/slice-app.ts';

const deps = useDeps();
let app: FastifyInstance;
let account: number;
let booking: BuiltBooking;
beforeAll(async () => {
  app = await bookingApp(deps.current);
  account = await buildAccount(deps.current.db, 'owner@prova.example');
  booking = await buildBooking(deps.current.db, { at: '2027-01-14T09:20', accountId: account, language: 'en' });
});
afterAll(() => app.close());

describe('the files of a booking', () => {
  it('are the receipt in the booking’s language and the QR code, for its owner', async () => {
    const owner = await testBrowser(app, deps.current, account);
    const pdf = await owner.get(`/bookings/${booking.code}/receipt.pdf`);
    expect(pdf.statusCode).toBe(200);
    expect(pdf.headers['content-type']).toBe('application/pdf');
    expect(pdf.headers['cache-control']).toBe('no-store');
    expect(pdf.headers['content-disposition']).toContain(`turno-${booking.code}.pdf`);
    expect(pdf.rawPayload.toString('latin1')).toMatch(/\/Lang \(en-GB\)/);
    const qr = await owner.get(`/bookings/${booking.code}/qr.svg`);
    expect(qr.headers['content-type']).toContain('image/svg+xml');
    expect(qr.body).toContain('<svg');
  });

  it('are nobody else’s', async () => {
    const stranger = await testBrowser(app, deps.current, await buildAccount(deps.current.db, 'else@prova.example'));
    const anybody = await testBrowser(app, deps.current);
    for (const file of ['receipt.pdf', 'qr.svg']) {
      expect((await stranger.get(`/bookings/${booking.code}/${file}`)).statusCode).toBe(404);
      expect((await anybody.get(`/bookings/${booking.code}/${file}`)).statusCode).toBe(303);
      expect((await anybody.get(`/api/v1/bookings/${booking.code}/${file}`)).statusCode).toBe(401);
    }
  });

  it('lead an operator of the office who scans the QR code to the office’s page', async () => {
    const { officeId, officeCode } = booking.office;
    const operator = await testBrowser(app, deps.current, await buildRole(deps.current.db, 'operator', officeId));
    const answer = await operator.get(`/bookings/${booking.code}`);
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toBe(`/office/${officeCode}/bookings/${booking.code}`);
    const elsewhere = await buildBooking(deps.current.db, { at: '2027-01-15T09:20' });
    expect((await operator.get(`/bookings/${elsewhere.code}`)).statusCode).toBe(404);
  });
});
