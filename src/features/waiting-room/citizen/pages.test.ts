import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { parse } from 'node-html-parser';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testNow, useDeps } from '#test/deps.ts';
import { type BuiltRoom, buildRoom, joinAs, stillRooms, waitingAccounts, waitingPerson } from '#test/room-tools.ts';
import { sliceApp, type TestBrowser, testBrowser } from '#test/slice-app.ts';
import type { Rooms } from '../turns/rooms.ts';
import { addWaitingRoomPages } from './pages.ts';

const deps = useDeps();
let app: FastifyInstance;
let rooms: Rooms;
let people = 0;

beforeAll(async () => {
  rooms = stillRooms(deps.current);
  app = await sliceApp(deps.current, (server) =>
    addWaitingRoomPages(server, deps.current, {
      rooms,
      whoMayBook: async () => ({ news: null, refused: false }),
    }),
  );
});
beforeEach(() => deps.current.clock.set(testNow));
afterAll(() => app.close());

const soon = Temporal.Instant.from('2026-11-22T10:30:00Z');
const joinPage = (room: BuiltRoom) => `/waiting-room/${room.officeCode}/passport`;
const text = (html: string) =>
  (parse(html).querySelector('main')?.innerHTML ?? '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

/** Somebody nobody has met yet, with an account and a browser. */
async function somebody(): Promise<{ n: number; browser: TestBrowser; accountId: number }> {
  const n = people;
  people += 1;
  const [accountId = 0] = await waitingAccounts(deps.current, n, n + 1);
  return { n, accountId, browser: await testBrowser(app, deps.current, accountId) };
}

const ofPerson = (n: number) => {
  const { givenName, familyName, codiceFiscale } = waitingPerson(n);
  return {
    who: 'me',
    party: '1',
    'people.0.givenName': givenName,
    'people.0.familyName': familyName,
    'people.0.codiceFiscale': codiceFiscale,
  };
};

describe('joining', () => {
  it('asks nobody to log in before they know what it is, and leads back here', async () => {
    const room = await buildRoom(deps.current, { slots: 3, roomOpensAt: soon });
    await rooms.pulse();
    const answer = await (await testBrowser(app, deps.current)).get(`${joinPage(room)}?date=2027-01-14`);
    expect(answer.statusCode).toBe(200);
    expect(text(answer.body)).toContain('I posti si aprono oggi alle 10:30 di Londra');
    expect(text(answer.body)).toContain('Avevi scelto');
    const login = parse(answer.body).querySelector('main a.btn-primary')?.getAttribute('href');
    expect(login).toBe(`/login?next=${encodeURIComponent(`${joinPage(room)}?date=2027-01-14`)}`);
    expect(parse(answer.body).querySelector('main form')).toBeNull();
  });

  it('begins with the own person, takes what is asked of people and leads to the place, from any device the same', async () => {
    const room = await buildRoom(deps.current, { slots: 3, roomOpensAt: soon });
    await rooms.pulse();
    const { n, browser, accountId } = await somebody();
    const form = parse((await browser.get(joinPage(room))).body);
    expect(form.querySelector('[name="people.0.familyName"]')?.getAttribute('value')).toBe(waitingPerson(n).familyName);
    const joined = await browser.post(joinPage(room), { ...ofPerson(n), date: '2027-01-14' });
    expect(joined.statusCode).toBe(303);
    expect(joined.headers.location).toMatch(/^\/waiting-room\/tickets\/[\w-]+\.[\w-]+\?date=2027-01-14$/);
    await rooms.pulse();
    const other = await (await testBrowser(app, deps.current, accountId)).get(joinPage(room));
    expect(other.statusCode).toBe(303);
    expect(joined.headers.location?.startsWith(String(other.headers.location))).toBe(true);
  });

  it('tells each mistake beside its field, and keeps what was typed as people are added and taken out', async () => {
    const room = await buildRoom(deps.current, { slots: 3, roomOpensAt: soon });
    await rooms.pulse();
    const { n, browser } = await somebody();
    await browser.get(joinPage(room));
    const wrong = await browser.post(joinPage(room), { ...ofPerson(n), 'people.0.codiceFiscale': 'RSSMRA80A01H501X' });
    expect(wrong.statusCode).toBe(422);
    expect(parse(wrong.body).querySelector('#people-0-codiceFiscale')?.getAttribute('aria-invalid')).toBe('true');
    const without = await browser.post(joinPage(room), { ...ofPerson(n), 'people.0.codiceFiscale': '' });
    expect(without.statusCode).toBe(422);
    expect(parse(without.body).querySelector('#people-0-birthDate')?.getAttribute('aria-invalid')).toBe('true');
    const more = await browser.post(joinPage(room), { ...ofPerson(n), go: 'add' });
    expect(more.statusCode).toBe(200);
    expect(parse(more.body).querySelectorAll('[name$=".familyName"]')).toHaveLength(2);
    const twice = await browser.post(joinPage(room), {
      ...Object.fromEntries(Object.entries(ofPerson(n)).map(([name, value]) => [name.replace('.0.', '.1.'), value])),
      ...ofPerson(n),
      party: '2',
    });
    expect(twice.statusCode).toBe(422);
    expect(text(twice.body)).toContain('Questa persona c’è già');
  });

  it('says that somebody waits with this codice fiscale already, whoever asks', async () => {
    const room = await buildRoom(deps.current, { slots: 3, roomOpensAt: soon });
    await rooms.pulse();
    const [one, other] = [await somebody(), await somebody()];
    await one.browser.get(joinPage(room));
    expect((await one.browser.post(joinPage(room), ofPerson(one.n))).statusCode).toBe(303);
    await other.browser.get(joinPage(room));
    const refused = await other.browser.post(joinPage(room), { ...ofPerson(one.n), who: 'other' });
    expect(refused.statusCode).toBe(409);
    expect(text(refused.body)).toContain('Questa persona aspetta già');
  });

  it('where there is no queue leads to the seats, and before its time says when', async () => {
    const room = await buildRoom(deps.current, { slots: 3, joinsAt: soon, roomOpensAt: soon });
    const { browser } = await somebody();
    expect(text((await browser.get(joinPage(room))).body)).toContain('Adesso non si fa la fila');
    await rooms.pulse();
    const early = await browser.get(joinPage(room));
    expect(text(early.body)).toContain('È ancora presto');
    expect(parse(early.body).querySelector('main form')).toBeNull();
  });
});

describe('the page of a place', () => {
  it('before the order is known says when it is drawn and among how many; it asks again by itself', async () => {
    const room = await buildRoom(deps.current, { slots: 3, roomOpensAt: soon });
    await rooms.pulse();
    const ticket = await ticketOf(room);
    await rooms.pulse();
    const page = await app.inject({ url: `/waiting-room/tickets/${ticket}`, headers: { 'accept-language': 'it' } });
    expect(page.statusCode).toBe(200);
    expect(text(page.body)).toMatch(/L’ordine si decide oggi alle 10:30 di Londra/);
    expect(text(page.body)).toContain('Partecipano finora 1');
    expect(page.body).toMatch(/<noscript><meta http-equiv="refresh" content="\d+"\/?><\/noscript>/);
    expect(parse(page.body).querySelectorAll('h1')).toHaveLength(1);
    expect(page.headers['x-robots-tag']).toBe('noindex');
  });

  it('shows the place and how many are before, and asks the database nothing however many look', async () => {
    const room = await buildRoom(deps.current, { slots: 1 });
    await rooms.pulse();
    await ticketOf(room);
    const second = await ticketOf(room);
    await rooms.pulse();
    const url = `/waiting-room/tickets/${second}`;
    expect(text((await app.inject({ url, headers: { 'accept-language': 'en' } })).body)).toContain('Your place 2');
    await app.inject({ url, headers: { 'accept-language': 'it' } });
    let asked = 0;
    const count = () => void (asked += 1);
    deps.current.pool.on('acquire', count);
    for (let second = 0; second < 5; second += 1) {
      deps.current.clock.advance({ seconds: 1 });
      const page = await app.inject({ url, headers: { 'accept-language': 'it', cookie: 'turno_session=x' } });
      expect(text(page.body)).toMatch(/Il tuo posto 2 .*Prima di te 1/);
      expect(parse(page.body).querySelector('title')?.text).toMatch(/^2 in fila/);
    }
    deps.current.pool.off('acquire', count);
    expect(asked).toBe(0);
  });

  it('when the turn has come leads its holder, and nobody else, to the free times for as many as wait', async () => {
    const room = await buildRoom(deps.current, { slots: 3 });
    await rooms.pulse();
    const { n, accountId, browser } = await somebody();
    const ticket = await ticketOf(room, { n, accountId });
    await rooms.pulse();
    deps.current.clock.advance({ seconds: 1 });
    await rooms.pulse();
    const url = `/waiting-room/tickets/${ticket}`;
    const page = await browser.get(`${url}?date=2027-01-14`);
    expect(parse(page.body).querySelector('h1')?.text).toBe('È il tuo turno');
    expect(text(page.body)).toContain('Hai tempo fino alle 10:10 di Londra');
    expect(parse(page.body).querySelector('main a.btn-primary')?.getAttribute('href')).toBe(
      `${url}/choose?date=2027-01-14`,
    );
    const chosen = await browser.get(`${url}/choose?date=2027-01-14`);
    expect(chosen.headers.location).toBe(`/offices/${room.officeCode}/passport/times?date=2027-01-14`);
    expect((await (await somebody()).browser.get(`${url}/choose`)).headers.location).toBe(url);
    expect((await app.inject({ url: `${url}/choose` })).headers.location).toContain('/login?next=');
  });

  it('is left only by its holder, who is asked once and can join again at the end', async () => {
    const room = await buildRoom(deps.current, { slots: 3, roomOpensAt: soon });
    await rooms.pulse();
    const { n, accountId, browser } = await somebody();
    const ticket = await ticketOf(room, { n, accountId });
    await rooms.pulse();
    const url = `/waiting-room/tickets/${ticket}`;
    const stranger = (await somebody()).browser;
    expect(parse((await stranger.get(`${url}/leave`)).body).querySelector('main form')).toBeNull();
    await stranger.post(`${url}/leave`, {});
    await browser.get(`${url}/leave`);
    expect((await app.inject({ url })).body).toContain('data-stage="before"');
    expect((await browser.post(`${url}/leave`, {})).headers.location).toBe(url);
    const gone = await browser.get(url);
    expect(parse(gone.body).querySelector('h1')?.text).toBe('Hai lasciato la fila');
    expect(parse(gone.body).querySelector('main a.btn-primary')?.getAttribute('href')).toBe(joinPage(room));
  });

  it('is honest once no seat is left: what happened, and what can be done now', async () => {
    const room = await buildRoom(deps.current, { slots: 1 });
    await rooms.pulse();
    const ticket = await ticketOf(room);
    await sql`UPDATE room SET state = 'ended', ended_at = ${deps.current.clock.now()}, outcome = 'sold-out' WHERE id = ${room.roomId}`.execute(
      deps.current.db,
    );
    await sql`UPDATE ticket SET state = 'over', settled_at = ${deps.current.clock.now()} WHERE room_id = ${room.roomId}`.execute(
      deps.current.db,
    );
    await rooms.pulse();
    const page = await app.inject({ url: `/waiting-room/tickets/${ticket}`, headers: { 'accept-language': 'it' } });
    expect(parse(page.body).querySelector('h1')?.text).toBe('I posti sono finiti');
    expect(text(page.body)).toContain('La prossima apertura non è ancora fissata');
    expect(page.body).not.toContain('http-equiv="refresh"');
  });

  it('of a ticket that is not ours is no page', async () => {
    const page = await app.inject({ url: '/waiting-room/tickets/MS4xLjEuMQ.AAAAAAAAAAAAAAAAAAAAAAAA' });
    expect(page.statusCode).toBe(404);
    expect(page.body).toContain('/bookings');
  });
});

async function ticketOf(room: BuiltRoom, who?: { n: number; accountId: number }): Promise<string> {
  const { n, accountId } = who ?? (await somebody());
  const outcome = await joinAs(deps.current, rooms, { room, accountId, people: [n] });
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.ticket;
}
