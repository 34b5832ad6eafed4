import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSession } from '#features/identity/index.ts';
import { transact } from '#platform/transaction.ts';
import { bodyOf } from '#test/booking-journey.ts';
import { bookingTools } from '#test/booking-tools.ts';
import { buildOffice } from '#test/build-office.ts';
import { testNow, useDeps } from '#test/deps.ts';
import { testBrowser } from '#test/slice-app.ts';
import { createApp } from '../../../../app.ts';
import { takeInCharge } from '../../take-in-charge.ts';

const deps = useDeps();
const tools = bookingTools(deps);
let app: FastifyInstance;
beforeAll(async () => {
  app = await createApp(deps.current);
});
afterAll(() => app.close());

async function pair() {
  deps.current.clock.set(testNow);
  const office = await buildOffice(deps.current.db, { capacity: 4 });
  await sql`UPDATE offering SET party_modes = '{single,with-companions}' WHERE id = ${office.offeringId}`.execute(
    deps.current.db,
  );
  const companion = tools.somebody({ givenName: 'Bruno', relationship: 'spouse' });
  const booking = await tools.newBooking(office, { people: [tools.somebody(), companion] });
  const browser = await testBrowser(app, deps.current, booking.accountId);
  return { office, booking, browser, path: `/bookings/${booking.code}`, companion };
}

describe('coming with one person less', () => {
  it('begins beside the name of who does not come, asks in words, and says what was done', async () => {
    const { office, browser, path, companion } = await pair();
    const page = bodyOf(await browser.get(path));
    const links = page.querySelectorAll('a[href$="/remove"]').map((link) => link.getAttribute('href'));
    // Who booked comes: the service is not booked for others alone.
    expect(links).toEqual([`${path}/people/1/remove`]);
    const question = await browser.get(`${path}/people/1/remove`);
    expect(bodyOf(question).querySelector('h1')?.text).toBe(`Bruno ${companion.familyName} non viene più?`);
    const answer = await browser.post(`${path}/people/1/remove`, {});
    expect([answer.statusCode, answer.headers.location]).toEqual([303, path]);
    const after = bodyOf(await browser.get(path));
    expect(after.querySelector('.t-alert.t-tone-success')?.text).toContain('Una persona in meno');
    expect(after.querySelector('.t-ticket')?.text).not.toContain('Bruno');
    expect(after.querySelectorAll('a[href$="/remove"]')).toHaveLength(0);
    expect(await tools.freeSeats(office)).toEqual([3]);
    expect((await browser.post(`${path}/people/1/remove`, {})).headers.location).toBe(path);
    expect((await browser.get(`${path}/people/1/remove`)).headers.location).toBe(path);
    expect((await browser.get(`${path}/people/x/remove`)).headers.location).toBe(path);
  });

  it('says why it is too late, and is asked of the office instead', async () => {
    const { booking, browser, path } = await pair();
    await browser.get(`${path}/people/1/remove`);
    const { db, clock } = deps.current;
    const { bookingId, accountId } = booking;
    await transact(db, (tx) => takeInCharge(tx, { bookingId, operatorId: accountId, now: clock.now() }));
    const refused = await browser.post(`${path}/people/1/remove`, {});
    expect(refused.statusCode).toBe(409);
    expect(bodyOf(refused).querySelector('.t-alert')?.text).toContain('ha preso in carico');
    const page = bodyOf(await browser.get(path));
    expect(page.querySelectorAll('a[href$="/remove"]')).toHaveLength(0);
    expect(page.querySelector(`a[href="${path}/requests"]`)).not.toBeNull();
    expect(bodyOf(await browser.get(`${path}/requests`)).text).toContain('chi viene');
  });

  it('is nobody else’s to do', async () => {
    const { path } = await pair();
    const { browser: stranger } = await pair();
    await stranger.get('/bookings');
    expect((await stranger.get(`${path}/people/1/remove`)).statusCode).toBe(404);
    expect((await stranger.post(`${path}/people/1/remove`, {})).statusCode).toBe(404);
  });

  it('can be done over HTTP, where the others keep their positions', async () => {
    const { booking } = await pair();
    const { db, clock, secrets } = deps.current;
    const { accountId } = booking;
    const { token } = await createSession(db, { accountId, now: clock.now(), secrets });
    const remove = (position: string) =>
      app.inject({
        method: 'POST',
        url: `/api/v1/bookings/${booking.code}/people/${position}/remove`,
        headers: { authorization: `Bearer ${token}` },
      });
    const refused = await remove('0');
    expect([refused.statusCode, refused.json<{ type: string }>().type]).toEqual([
      409,
      expect.stringMatching(/applicant-stays$/),
    ]);
    const done = await remove('1');
    expect(done.statusCode).toBe(200);
    expect(done.json()).toMatchObject({ party: 1, people: [{ position: 0, relationship: 'self' }] });
    expect((await remove('1')).statusCode).toBe(404);
    expect((await remove('one')).statusCode).toBe(422);
    expect((await remove('0')).json<{ type: string }>().type).toMatch(/last-person$/);
  });
});
