import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ada, bodyOf, bookingApp, seatOf, shown, takeSeat } from '#test/booking-journey.ts';
import { buildAccount, buildOffice } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { rewritePerson } from '#test/rewrite-person.ts';
import { testBrowser } from '#test/slice-app.ts';
import { releaseExpired } from '../../seats/give-back.ts';
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

async function taken(slot: string | undefined): Promise<number | undefined> {
  const { rows } = await sql<{ taken: number }>`SELECT taken FROM slot WHERE id = ${slot ?? '0'}`.execute(
    deps.current.db,
  );
  return rows[0]?.taken;
}

describe('pressing a free time', () => {
  it('holds the seat for the browser and leads to its page, which asks to log in and tells until when', async () => {
    const office = await buildOffice(deps.current.db, { slots: 12 });
    const browser = await testBrowser(app, deps.current);
    const path = await takeSeat(browser, office);
    const answer = await browser.get(path);
    expect(answer.statusCode).toBe(200);
    expect(bodyOf(answer).querySelector('h1')?.text).toBe('Il posto è tuo: ora accedi');
    expect(bodyOf(answer).querySelector('.t-bar')?.text).toContain('Posto trattenuto fino alle 10:10 di Londra');
    const next = encodeURIComponent(path);
    expect(
      bodyOf(answer)
        .querySelectorAll('main a')
        .map((link) => link.getAttribute('href')),
    ).toEqual(expect.arrayContaining([`/login?next=${next}`, `/register?next=${next}`]));
  });

  it('pressed twice, or twice in the same instant before any answer, takes one seat', async () => {
    const office = await buildOffice(deps.current.db, { slots: 3, capacity: 20 });
    const browser = await testBrowser(app, deps.current);
    await browser.get('/form');
    const wish = seatOf(office);
    const [one, two] = await Promise.all([browser.post('/holds', wish), browser.post('/holds', wish)]);
    const three = await browser.post('/holds', wish);
    const pages = await Promise.all([one, two, three].map((answer) => browser.get(String(answer.headers.location))));
    const ends = [one, two, three].map((answer, index) => pages[index]?.headers.location ?? answer.headers.location);
    expect(new Set(ends).size).toBe(1);
    await releaseExpired(deps.current.db, deps.current.clock.now());
    expect(await taken(office.slots[0])).toBe(1);
  });

  it('once more elsewhere moves the hold and gives the first seat back', async () => {
    const office = await buildOffice(deps.current.db, { slots: 2 });
    const browser = await testBrowser(app, deps.current, await buildAccount(deps.current.db, 'twice@prova.example'));
    const first = await takeSeat(browser, office, 0);
    const second = await takeSeat(browser, office, 1);
    expect(second).not.toBe(first);
    const left = await browser.get(first);
    expect(left.statusCode).toBe(410);
    expect(left.body).toContain('Non trattieni più questo posto');
    expect(bodyOf(left).querySelector(`main a[href="${second}"]`)?.text).toBe('Vai al posto che trattieni ora');
  });

  it('that somebody else took meanwhile says so and offers the nearest times as buttons', async () => {
    const office = await buildOffice(deps.current.db, { slots: 4 });
    await takeSeat(
      await testBrowser(app, deps.current, await buildAccount(deps.current.db, 'quick@prova.example')),
      office,
      1,
    );
    const slow = await testBrowser(app, deps.current, await buildAccount(deps.current.db, 'slow@prova.example'));
    await slow.get('/form');
    const answer = await slow.post('/holds', seatOf(office, 1));
    expect(answer.statusCode).toBe(409);
    expect(bodyOf(answer).querySelector('h1')?.text).toBe('Questo posto è appena stato preso');
    expect(answer.body).toContain('le 09:20 di giovedì 14 gennaio');
    const offers = bodyOf(answer)
      .querySelectorAll('button[name=slot]')
      .map((button) => button.getAttribute('value'));
    expect(offers).toEqual([office.slots[0], office.slots[2], office.slots[3]]);

    const english = await slow.post('/holds', {
      ...seatOf(office),
      slot: '',
      wanted: office.slots[1] ?? '',
      refusal: 'taken',
      _lang: 'en',
    });
    expect(english.statusCode).toBe(200);
    expect(bodyOf(english).querySelector('h1')?.text).toBe('This seat has just been taken');

    const second = await slow.post('/holds', {
      ...seatOf(office),
      slot: offers[0] ?? '',
      wanted: office.slots[1] ?? '',
      refusal: 'taken',
    });
    expect(second.headers.location).toMatch(/^\/holds\/[0-9a-f-]{36}$/);
  });

  it('when nothing is left says that too, with ways on', async () => {
    const office = await buildOffice(deps.current.db);
    await takeSeat(
      await testBrowser(app, deps.current, await buildAccount(deps.current.db, 'only@prova.example')),
      office,
    );
    const late = await testBrowser(app, deps.current, await buildAccount(deps.current.db, 'late@prova.example'));
    await late.get('/form');
    const answer = await late.post('/holds', seatOf(office));
    expect(answer.statusCode).toBe(409);
    expect(answer.body).toContain('ora non ci sono altri posti liberi');
    expect(bodyOf(answer).querySelectorAll('button[name=slot]')).toEqual([]);
    expect(bodyOf(answer).querySelectorAll('.t-ways a').length).toBe(2);
  });

  it('before login, when a tenth of the day is held so, asks to log in and leads back to the times', async () => {
    const office = await buildOffice(deps.current.db, { slots: 3 });
    await takeSeat(await testBrowser(app, deps.current), office);
    const next = await testBrowser(app, deps.current);
    await next.get('/form');
    const answer = await next.post('/holds', seatOf(office, 1));
    expect(answer.statusCode).toBe(403);
    expect(bodyOf(answer).querySelector('h1')?.text).toBe('Per trattenere questo posto accedi prima');
    const times = `/offices/${office.officeCode}/passport/times?date=2027-01-14`;
    expect(bodyOf(answer).querySelector('main a[href^="/login"]')?.getAttribute('href')).toBe(
      `/login?next=${encodeURIComponent(times)}`,
    );
  });

  it.each([
    ['a day that opens later', { opensAt: '2026-12-24T00:00:00Z' }, 403, 'Questo giorno non è ancora aperto'],
    ['a time that is past', { from: '2026-11-22T09:00:00Z' }, 403, 'Questo orario non si può più prenotare'],
  ] as const)('of %s is refused on a page of its own', async (_what, wish, status, title) => {
    const office = await buildOffice(deps.current.db, wish);
    const browser = await testBrowser(app, deps.current);
    await browser.get('/form');
    const answer = await browser.post('/holds', seatOf(office));
    expect(answer.statusCode).toBe(status);
    expect(bodyOf(answer).querySelector('h1')?.text).toBe(title);
    expect(await taken(office.slots[0])).toBe(0);
  });

  it('for too many people, an unknown slot or another office’s is refused and takes nothing', async () => {
    const office = await buildOffice(deps.current.db, { partyMax: 2, capacity: 9 });
    const other = await buildOffice(deps.current.db, { capacity: 9 });
    const browser = await testBrowser(app, deps.current);
    await browser.get('/form');
    const many = await browser.post('/holds', seatOf(office, 0, 3));
    expect([many.statusCode, bodyOf(many).querySelector('h1')?.text]).toEqual([
      422,
      'Siete in troppi per un solo appuntamento',
    ]);
    expect((await browser.post('/holds', { ...seatOf(office), slot: '999999999' })).statusCode).toBe(409);
    expect((await browser.post('/holds', { ...seatOf(office), slot: other.slots[0] ?? '' })).statusCode).toBe(403);
    expect((await browser.post('/holds', { ...seatOf(office), slot: "1' OR '1'='1" })).statusCode).toBe(422);
    expect((await browser.post('/holds', { ...seatOf(office), party: '-1' })).statusCode).toBe(422);
    expect((await browser.post('/holds', { ...seatOf(office), office: '<b>' })).statusCode).toBe(404);
    expect(await taken(office.slots[0])).toBe(0);
    expect(await taken(other.slots[0])).toBe(0);
  });

  it('from a page that was open too long keeps the choice for one more press', async () => {
    const office = await buildOffice(deps.current.db);
    const browser = await testBrowser(app, deps.current);
    const answer = await browser.post('/holds', { ...seatOf(office), _csrf: 'stale' });
    expect(answer.statusCode).toBe(403);
    expect(bodyOf(answer).querySelector('button[name=slot]')?.getAttribute('value')).toBe(office.slots[0]);
    expect((await browser.post('/holds', seatOf(office))).statusCode).toBe(303);
  });

  it('by somebody who has such an appointment leads to it', async () => {
    const personKey = Buffer.from('the same person as in the booking');
    const account = await buildAccount(deps.current.db, 'again@prova.example', { personKey });
    const office = await buildOffice(deps.current.db, { capacity: 3, slots: 2 });
    const browser = await testBrowser(app, deps.current, account);
    const path = await takeSeat(browser, office);
    await browser.get(path);
    await browser.post(path, { ...ada, email: 'again@prova.example' });
    const booked = await browser.post(`${path}/book`, {});
    const { id: bookingId } = await deps.current.db
      .selectFrom('booking')
      .select('id')
      .where('account_id', '=', account)
      .executeTakeFirstOrThrow();
    await rewritePerson(deps.current.db, { bookingId, personKey });
    const answer = await browser.post('/holds', seatOf(office, 1));
    expect(answer.statusCode).toBe(409);
    expect(bodyOf(answer).querySelector('h1')?.text).toBe('Hai già un appuntamento per questo servizio');
    expect(bodyOf(answer).querySelector(`main a[href="${booked.headers.location}"]`)).not.toBeNull();
    expect(bodyOf(answer).querySelector('main button[name="slot"]')?.text).toBe('Prenoto per un’altra persona');
    const forAnother = await browser.post('/holds', { ...seatOf(office, 1), others: '1' });
    expect(forAnother.statusCode).toBe(303);
    const form = bodyOf(await browser.get(String(forAnother.headers.location)));
    expect(form.querySelector('input[name="people.0.givenName"]')?.getAttribute('value')).toBe('');
  });

  it('takes what was typed along when another seat is chosen', async () => {
    const office = await buildOffice(deps.current.db, { slots: 2 });
    const browser = await testBrowser(app, deps.current, await buildAccount(deps.current.db, 'along@prova.example'));
    const path = await takeSeat(browser, office);
    await browser.get(path);
    await browser.post(path, { ...ada, notes: 'Arrivo in sedia a rotelle', privacy: '' });
    const second = await takeSeat(browser, office, 1);
    expect(shown(await browser.get(second), 'notes')).toBe('Arrivo in sedia a rotelle');
  });
});

describe('pressing a time kept for people with priority', () => {
  async function keptOffice(code: string) {
    const office = await buildOffice(deps.current.db, { slots: 3, code });
    await sql`UPDATE planner SET audience = 'priority', priority_grounds = '{age,disability}' WHERE id = ${office.plannerId}`.execute(
      deps.current.db,
    );
    return office;
  }

  it.each([[{}], [{ priority: '' }], [{ priority: 'urgency' }]])(
    'with no ground it is kept for (%j) leads back to its times, where the ground is asked',
    async (ground) => {
      const office = await keptOffice(`cons-${JSON.stringify(ground).length}`);
      const browser = await testBrowser(app, deps.current);
      await browser.get('/form');
      const answer = await browser.post('/holds', { ...seatOf(office), ...ground });
      expect([answer.statusCode, answer.headers.location]).toEqual([
        303,
        `/offices/${office.officeCode}/passport/times?date=2027-01-14&priority=1&ask=ground`,
      ]);
      expect(await taken(office.slots[0])).toBe(0);
    },
  );

  it('that was lost offers the nearest ones with the same ground', async () => {
    const office = await keptOffice('cons-lost');
    const quick = await testBrowser(app, deps.current, await buildAccount(deps.current.db, 'sooner@prova.example'));
    await quick.get('/form');
    expect((await quick.post('/holds', { ...seatOf(office), priority: 'age' })).statusCode).toBe(303);
    const browser = await testBrowser(app, deps.current);
    await browser.get('/form');
    const answer = await browser.post('/holds', { ...seatOf(office), priority: 'age' });
    expect(answer.statusCode).toBe(409);
    const form = bodyOf(answer).querySelector('form#near-times');
    expect(form?.querySelector('input[name=priority]')?.getAttribute('value')).toBe('age');
    expect(form?.querySelectorAll('button[name=slot]')).toHaveLength(2);
    const next = form?.querySelector('button[name=slot]')?.getAttribute('value') ?? '';
    const held = await browser.post('/holds', { ...seatOf(office), slot: next, priority: 'age' });
    expect(held.headers.location).toMatch(/^\/holds\//);
  });
});
