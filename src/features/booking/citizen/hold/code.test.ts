import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ada, bodyOf, bookingApp, errorsOf, type Journey, startForm } from '#test/booking-journey.ts';
import { testNow, useDeps } from '#test/deps.ts';
import { drain } from '#test/drain.ts';
import { testBrowser } from '#test/slice-app.ts';

const deps = useDeps();
let app: FastifyInstance;
beforeAll(async () => {
  app = await bookingApp(deps.current);
});
afterAll(() => app.close());

/** On the summary of a service whose office asks for a code; the e-mail has arrived. */
async function onTheSummary(): Promise<Journey & { code: string }> {
  const journey = await startForm(app, deps.current);
  await sql`UPDATE offering SET one_time_code = true WHERE id = ${journey.office.offeringId}`.execute(deps.current.db);
  const givenName = `Ada ${'V'.repeat(journey.account)}`;
  await journey.browser.post(journey.path, { ...ada, 'people.0.givenName': givenName });
  return { ...journey, code: await arrived(journey.email) };
}

async function arrived(email: string): Promise<string> {
  const mail = (await drain(deps.current)).find(({ to }) => to === email);
  expect(mail?.text.split('\n')[0]).toBe(`Il tuo codice è ${mail?.subject.slice(0, 6) ?? ''}`);
  return /^(\d{6}) è il tuo codice/.exec(mail?.subject ?? '')?.[1] ?? '';
}

describe('the summary of a service that asks for a code', () => {
  it('has sent it, says where, until when and what becomes of the seat, and books with it', async () => {
    const { browser, path, code, email } = await onTheSummary();
    const answer = await browser.get(`${path}/summary`);
    const section = bodyOf(answer).querySelector('#code');
    for (const words of [email, '10:05', '5 tentativi', 'il posto resta tuo', '60 secondi'])
      expect(section?.text).toContain(words);
    const field = section?.querySelector('input[name=otp]');
    expect([field?.getAttribute('autocomplete'), field?.getAttribute('inputmode')]).toEqual([
      'one-time-code',
      'numeric',
    ]);
    const booked = await browser.post(`${path}/book`, { otp: code });
    expect(booked.headers.location).toMatch(/^\/bookings\/[0-9A-Z]{8}$/);
  });

  it('is not booked without, says at the field what is wrong and how many attempts are left', async () => {
    const { browser, path, code } = await onTheSummary();
    const without = await browser.post(`${path}/book`, {});
    expect([without.statusCode, errorsOf(without)['otp']]).toEqual([
      422,
      'Scrivi il codice di sei cifre che ti abbiamo mandato per e-mail.',
    ]);
    const wrong = await browser.post(`${path}/book`, { otp: code === '000000' ? '000001' : '000000' });
    expect([wrong.statusCode, errorsOf(wrong)['otp']]).toEqual([
      422,
      'Questo codice non è giusto: usa quello dell’ultima e-mail. Restano 4 tentativi.',
    ]);
    expect(bodyOf(wrong).querySelector('#code')?.text).toContain('4 tentativi');
    const { rows } = await sql`SELECT 1 FROM booking WHERE hold_id = ${path.slice(7)}`.execute(deps.current.db);
    expect(rows).toEqual([]);
    expect((await browser.post(`${path}/book`, { otp: code })).statusCode).toBe(303);
  });

  it('keeps a good code when the people are changed, and sends a new one by its button', async () => {
    const { browser, path, email } = await onTheSummary();
    deps.current.clock.advance({ seconds: 59 });
    await browser.post(path, { ...ada, 'people.0.givenName': 'Bea' });
    await browser.post(`${path}/code`, {});
    expect(await drain(deps.current)).toEqual([]);
    deps.current.clock.advance({ seconds: 1 });
    const asked = await browser.post(`${path}/code`, {});
    expect([asked.statusCode, asked.headers.location]).toEqual([303, `${path}/summary#code`]);
    expect(await arrived(email)).toMatch(/^\d{6}$/);
  });

  it('lets the seat be kept longer while one waits, and ends with it', async () => {
    const { browser, path, email } = await onTheSummary();
    await browser.post(`${path}/extend`, { back: 'summary' });
    expect(bodyOf(await browser.get(`${path}/summary`)).querySelector('.t-bar')?.text).toContain('10:15');
    deps.current.clock.advance({ minutes: 14 });
    await browser.post(`${path}/code`, {});
    const code = await arrived(email);
    deps.current.clock.advance({ minutes: 1, seconds: 1 });
    expect((await browser.post(`${path}/book`, { otp: code })).statusCode).toBe(410);
  });

  it('in another browser of the same person asks for a code of its own', async () => {
    const { path, code, account } = await onTheSummary();
    const elsewhere = await testBrowser(app, deps.current, account);
    const answer = await elsewhere.get(`${path}/summary`);
    expect(bodyOf(answer).querySelector('#code')?.text).toContain('Chiedilo con il pulsante');
    const refused = await elsewhere.post(`${path}/book`, { otp: code });
    expect([refused.statusCode, errorsOf(refused)['otp']?.slice(0, 28)]).toEqual([422, 'Questo codice non è giusto: ']);
  });

  it('writes in the language of the account', async () => {
    const journey = await startForm(app, deps.current);
    deps.current.clock.set(testNow);
    await sql`UPDATE offering SET one_time_code = true WHERE id = ${journey.office.offeringId}`.execute(
      deps.current.db,
    );
    await sql`UPDATE account SET language = 'en' WHERE id = ${journey.account}`.execute(deps.current.db);
    await journey.browser.post(journey.path, { ...ada });
    const [mail] = await drain(deps.current);
    expect(mail?.subject).toMatch(/^\d{6} is your code for booking$/);
    expect(mail?.html).toContain('<html lang="en">');
  });
});
