import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ada, bodyOf, bookingApp, type Journey, startForm } from '#test/booking-journey.ts';
import { useDeps } from '#test/deps.ts';
import { seatFaults } from '../../seats/seat-faults.query.ts';

const deps = useDeps();
let app: FastifyInstance;
beforeAll(async () => {
  app = await bookingApp(deps.current);
});
afterAll(async () => {
  expect(await seatFaults(deps.current.db)).toEqual([]);
  await app.close();
});

/** People typed, one step from booking. Everybody has a name of their own: one person books once. */
async function onTheSummary(): Promise<Journey & { name: string }> {
  const journey = await startForm(app, deps.current);
  const name = `Ada ${'I'.repeat(journey.account)}`;
  await journey.browser.post(journey.path, { ...ada, 'people.0.givenName': name, notes: 'Con il passeggino' });
  return { ...journey, name };
}

describe('the summary', () => {
  it('tells what, where, when, who, what happens next, and books nothing by itself', async () => {
    const { browser, path, name } = await onTheSummary();
    const answer = await browser.get(`${path}/summary`);
    expect(answer.statusCode).toBe(200);
    const text = bodyOf(answer).querySelector('main')?.text ?? '';
    for (const words of [
      'Giovedì 14 gennaio 2027',
      'alle 09:00 di Londra',
      name,
      '5 maggio 1980',
      'Con il passeggino',
      'ada@prova.example',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).toContain('Devi confermare tra lunedì 4 gennaio e lunedì 11 gennaio');
    expect(bodyOf(answer).querySelectorAll('.t-summary-change a').length).toBeGreaterThan(2);
    const { rows } =
      await sql`SELECT 1 FROM booking b JOIN hold h ON h.id = b.hold_id WHERE h.id = ${path.slice(7)}`.execute(
        deps.current.db,
      );
    expect(rows).toEqual([]);
  });

  it('without people leads to their form, with what is wrong marked', async () => {
    const { browser, path } = await onTheSummary();
    await browser.post(path, { ...ada, 'people.0.familyName': '' });
    const answer = await browser.get(`${path}/summary`);
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `${path}?check`]);
    expect((await browser.get(`${path}?check`)).body).toContain('people-0-familyName-error');
    expect((await browser.post(`${path}/book`, {})).headers.location).toBe(`${path}?check`);
  });
});

describe('the last press', () => {
  it('books once, however often it is pressed, and going back leads to the receipt', async () => {
    const { browser, path, account } = await onTheSummary();
    await browser.get(`${path}/summary`);
    const [one, two] = await Promise.all([browser.post(`${path}/book`, {}), browser.post(`${path}/book`, {})]);
    const three = await browser.post(`${path}/book`, {});
    const places = [one, two, three].map((answer) => [answer.statusCode, answer.headers.location]);
    expect(places[0]?.[0]).toBe(303);
    expect(places[0]?.[1]).toMatch(/^\/bookings\/[0-9A-Z]{8}$/);
    expect(places[1]).toEqual(places[0]);
    expect(places[2]).toEqual(places[0]);
    for (const earlier of [path, `${path}/summary`, `${path}/book`]) {
      const answer = await browser.get(earlier);
      expect(answer.statusCode).toBe(303);
    }
    const { rows } = await sql`SELECT 1 FROM booking WHERE account_id = ${account}`.execute(deps.current.db);
    expect(rows.length).toBe(1);
  });

  it('keeps the people it is about: who, contact and notes', async () => {
    const { browser, path, name } = await onTheSummary();
    const booked = await browser.post(`${path}/book`, {});
    const text = bodyOf(await browser.get(String(booked.headers.location))).querySelector('main')?.text ?? '';
    for (const words of ['Prenotazione fatta', 'ada@prova.example', name, 'Con il passeggino'])
      expect(text).toContain(words);
  });

  it('too late says so, and what was typed goes along to another seat', async () => {
    const { browser, path } = await onTheSummary();
    deps.current.clock.advance({ minutes: 10, seconds: 1 });
    const answer = await browser.post(`${path}/book`, {});
    expect(answer.statusCode).toBe(410);
    expect(bodyOf(answer).querySelectorAll('button[name=slot]').length).toBeGreaterThan(0);
    expect(answer.body).toContain('Quello che hai scritto è conservato');
  });

  it('for somebody who has such an appointment says who, and what to do', async () => {
    const first = await onTheSummary();
    await first.browser.post(`${first.path}/book`, {});
    const second = await onTheSummary();
    await second.browser.post(second.path, { ...ada, 'people.0.givenName': first.name });
    const answer = await second.browser.post(`${second.path}/book`, {});
    expect(answer.statusCode).toBe(409);
    expect(bodyOf(answer).querySelector('[role=alert]')?.text).toContain(`${first.name} Prova ha già un appuntamento`);
    expect(bodyOf(answer).querySelector('.t-bar')?.text).toContain('Posto trattenuto');
    await second.browser.post(second.path, { ...ada, 'people.0.givenName': second.name });
    expect((await second.browser.post(`${second.path}/book`, {})).statusCode).toBe(303);
  });

  it('from an old page asks for one more press and books nothing', async () => {
    const { browser, path } = await onTheSummary();
    const answer = await browser.post(`${path}/book`, { _csrf: 'old' });
    expect(answer.statusCode).toBe(403);
    expect(answer.body).toContain('Con il passeggino');
    expect((await browser.post(`${path}/book`, {})).statusCode).toBe(303);
  });
});
