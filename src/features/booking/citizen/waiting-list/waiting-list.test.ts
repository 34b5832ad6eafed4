import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { parse } from 'node-html-parser';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bookingApp } from '#test/booking-journey.ts';
import type { BuiltOffice } from '#test/build-office.ts';
import { testNow, useDeps } from '#test/deps.ts';
import { testBrowser } from '#test/slice-app.ts';
import { waitingTools } from '#test/waiting-tools.ts';
import { waitingLink } from '../../waiting-list/waiting-link.ts';

const deps = useDeps();
const tools = waitingTools(deps);
let app: FastifyInstance;
let office: BuiltOffice;

beforeAll(async () => {
  app = await bookingApp(deps.current);
});
afterAll(() => app.close());
beforeEach(async () => {
  deps.current.clock.set(Temporal.Instant.from(testNow));
  office = await tools.officeWithList();
});

const everyDay = ['1', '2', '3', '4', '5', '6', '7'];
const joinPath = () => `/offices/${office.officeCode}/passport/waiting-list`;
const words = (body: string) => parse(body).querySelector('main')?.text.replace(/\s+/g, ' ') ?? '';

async function offered() {
  const { bookingId } = await tools.newBooking(office);
  const who = await tools.waiting(office);
  await tools.cancel(bookingId);
  await tools.ask();
  const { db, secrets, clock } = deps.current;
  return {
    ...who,
    browser: await testBrowser(app, deps.current, who.accountId),
    stranger: await testBrowser(app, deps.current),
    link: waitingLink(secrets, { entryId: who.entryId, now: clock.now() }),
    offer:
      (await sql<{ id: string }>`SELECT id FROM waiting_offer WHERE entry_id = ${who.entryId}`.execute(db)).rows[0]
        ?.id ?? '',
  };
}

describe('joining a waiting list', () => {
  it('asks for the login last, and brings the wishes back', async () => {
    const nobody = await testBrowser(app, deps.current);
    expect((await nobody.get(joinPath())).statusCode).toBe(200);
    const sent = await nobody.post(joinPath(), {
      party: '1',
      weekdays: ['1', '4'],
      fromDay: '2027-01-10',
      toTime: '12:00',
    });
    expect(sent.statusCode).toBe(303);
    const next = new URL(`http://x${sent.headers.location}`).searchParams.get('next') ?? '';
    const browser = await testBrowser(app, deps.current, await tools.newAccount());
    const page = parse((await browser.get(next)).body);
    expect(page.querySelectorAll('input[name=weekdays][checked]').map((box) => box.getAttribute('value'))).toEqual([
      '1',
      '4',
    ]);
    expect(page.querySelector('input[name=fromDay]')?.getAttribute('value')).toBe('2027-01-10');
    expect(page.querySelector('input[name=toTime]')?.getAttribute('value')).toBe('12:00');
    expect(page.text).toContain('controlla e conferma');
  });

  it('shows the place, who is ahead and that nothing can be foretold yet', async () => {
    await tools.waiting(office);
    const browser = await testBrowser(app, deps.current, await tools.newAccount());
    await browser.get(joinPath());
    const sent = await browser.post(joinPath(), { weekdays: everyDay });
    expect(sent.headers.location).toMatch(/^\/waiting-list\/\d+\?joined=1$/);
    const text = words((await browser.get(sent.headers.location ?? '')).body);
    expect(text).toContain('Prima di te c’è una persona');
    expect(text).toContain('troppo pochi posti per fare una previsione');
    expect(words((await browser.get('/waiting-list')).body)).toContain('Sei in lista per un servizio');
    await browser.get(joinPath());
    expect((await browser.post(joinPath(), { weekdays: everyDay })).statusCode).toBe(409);
  });

  it.each([
    [{ weekdays: [] as string[] }, 'Scegli almeno un giorno'],
    [{ weekdays: everyDay, toDay: '2026-11-01' }, 'Questo giorno è già passato'],
    [{ weekdays: everyDay, fromTime: '11:00', toTime: '09:00' }, 'La seconda ora deve venire dopo'],
    [{ weekdays: everyDay, fromDay: 'domani' }, 'Scrivi una data'],
    [{ weekdays: everyDay, offices: 'cons-nowhere' }, 'non ha una lista d’attesa'],
    [{ weekdays: everyDay, party: '9' }, 'troppe persone'],
  ])('says what is wrong with %j', async (fields, message) => {
    const browser = await testBrowser(app, deps.current, await tools.newAccount());
    await browser.get(joinPath());
    const answer = await browser.post(joinPath(), fields);
    expect([answer.statusCode, words(answer.body)]).toEqual([422, expect.stringContaining(message)]);
  });

  it('is refused where there is no list, and where the office has closed it', async () => {
    const browser = await testBrowser(app, deps.current, await tools.newAccount());
    await sql`INSERT INTO waiting_list (offering_id, open) VALUES (${office.offeringId}, false)`.execute(
      deps.current.db,
    );
    await browser.get(joinPath());
    expect(words((await browser.get(joinPath())).body)).toContain('La lista d’attesa è chiusa');
    expect((await browser.post(joinPath(), { weekdays: everyDay })).statusCode).toBe(409);
  });
});

describe('a seat that is offered', () => {
  it('is accepted from the e-mail, without login, with a page in between', async () => {
    const { stranger, link, offer, entryId } = await offered();
    const before = words((await stranger.get(link)).body);
    expect(before).toContain('Si è liberato un posto per te');
    expect(before).toContain('Rispondi entro martedì 24 novembre alle 10:00');
    expect(words((await stranger.get(`${link}/accept`)).body)).toContain('Ada Prova');
    expect(await tools.stateOf(entryId)).toBe('waiting');
    const answer = await stranger.post(`${link}/accept`, { offer });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, link]);
    expect(await tools.stateOf(entryId)).toBe('accepted');
    expect(words((await stranger.get(link)).body)).toContain('Hai accettato un posto');
  });

  it('is declined from the e-mail, and the place is kept', async () => {
    const { stranger, link, offer, entryId } = await offered();
    await stranger.get(link);
    const answer = await stranger.post(`${link}/decline`, { offer });
    expect(answer.headers.location).toBe(`${link}?news=declined`);
    expect(await tools.stateOf(entryId)).toBe('waiting');
    expect((await tools.offers(entryId)).map(({ state }) => state)).toEqual(['declined']);
  });

  it('leads to the form of people where more is to be asked, the seat being kept', async () => {
    await sql`UPDATE offering SET codice_fiscale = 'required' WHERE id = ${office.offeringId}`.execute(deps.current.db);
    // Ada, who accepted a seat above, has no appointment any more.
    await sql`UPDATE booking_person SET live = false`.execute(deps.current.db);
    const { browser, link, stranger, offer, entryId } = await offered();
    await stranger.get(`${link}/accept`);
    const asked = await stranger.post(`${link}/accept`, { offer });
    const way = parse(asked.body).querySelector('main a.btn-primary')?.getAttribute('href') ?? '';
    const holdPath = decodeURIComponent(way.split('next=')[1] ?? '');
    expect(holdPath).toMatch(/^\/holds\//);
    expect((await stranger.get(holdPath)).statusCode).toBe(404);
    expect(words((await browser.get(holdPath)).body)).toContain('Chi viene all’appuntamento?');
    const people = {
      who: 'me',
      'people.0.givenName': 'Ada',
      'people.0.familyName': 'Prova',
      'people.0.birthDate': '05/05/1980',
      'people.0.codiceFiscale': 'PRVDAA80E45H501V',
      email: 'ada@prova.example',
      privacy: 'yes',
    };
    const sent = await browser.post(holdPath, people);
    expect([sent.statusCode, sent.headers.location ?? words(sent.body).slice(0, 900)]).toEqual([
      303,
      `${holdPath}/summary`,
    ]);
    await browser.get(`${holdPath}/summary`);
    const booked = await browser.post(`${holdPath}/book`, {});
    expect(booked.headers.location).toMatch(/^\/bookings\//);
    expect(await tools.stateOf(entryId)).toBe('accepted');
  });

  it('is nobody else’s', async () => {
    const { entryId, offer, link } = await offered();
    const other = await testBrowser(app, deps.current, await tools.newAccount());
    expect((await other.get(`/waiting-list/${entryId}`)).statusCode).toBe(404);
    expect((await other.post(`/waiting-list/${entryId}/accept`, { offer })).statusCode).toBe(404);
    expect((await other.get(`${link.slice(0, -1)}x`)).statusCode).toBe(404);
  });

  it('that is over says so', async () => {
    const { stranger, link, offer } = await offered();
    await stranger.get(link);
    tools.later({ hours: 48 });
    const answer = await stranger.post(`${link}/accept`, { offer });
    expect(answer.headers.location).toBe(`${link}?news=gone`);
    expect(words((await stranger.get(`${link}?news=gone`)).body)).toContain('non è più tenuto per te');
  });
});

describe('an entry', () => {
  it('has its wishes changed, and is left after one question', async () => {
    const { entryId, accountId } = await tools.waiting(office);
    const browser = await testBrowser(app, deps.current, accountId);
    const path = `/waiting-list/${entryId}`;
    await browser.get(`${path}/wishes`);
    expect((await browser.post(`${path}/wishes`, { weekdays: ['2'], fromTime: '9:30' })).headers.location).toBe(
      `${path}?news=saved`,
    );
    expect(words((await browser.get(path)).body)).toContain('martedì · dalle 09:30');
    expect(words((await browser.get(`${path}/leave`)).body)).toContain('Perdi il tuo posto');
    expect(await tools.stateOf(entryId)).toBe('waiting');
    expect((await browser.post(`${path}/leave`, {})).headers.location).toBe(path);
    expect(await tools.stateOf(entryId)).toBe('left');
  });

  it('that sleeps is woken by one button', async () => {
    const { entryId, accountId } = await tools.waiting(office);
    await sql`UPDATE waiting_entry SET state = 'asleep', asleep_why = 'unanswered' WHERE id = ${entryId}`.execute(
      deps.current.db,
    );
    const browser = await testBrowser(app, deps.current, accountId);
    expect(words((await browser.get(`/waiting-list/${entryId}`)).body)).toContain(
      'resta tuo fino al martedì 22 dicembre 2026',
    );
    await browser.post(`/waiting-list/${entryId}/needed`, {});
    expect(await tools.stateOf(entryId)).toBe('waiting');
  });
});
