import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { parse } from 'node-html-parser';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { transact } from '#platform/transaction.ts';
import { testNow, useDeps } from '#test/deps.ts';
import { type BuiltDraw, registrationTools } from '#test/registration-tools.ts';
import { stillRooms } from '#test/room-tools.ts';
import { sliceApp, testBrowser } from '#test/slice-app.ts';
import { addAssignmentApi } from '../../api/assignment.api.ts';
import { cancelDraw } from '../../registration-draw/cancel-draw.ts';
import { wishesHash } from '../../registration-draw/wishes-kept.ts';
import { addRegistrationPages } from './routes.ts';

const deps = useDeps();
const tools = registrationTools(deps);
let app: FastifyInstance;
let draw: BuiltDraw;

beforeAll(async () => {
  const rooms = stillRooms(deps.current);
  app = await sliceApp(deps.current, (server) => {
    addRegistrationPages(server, deps.current, rooms);
    addAssignmentApi(server, deps.current);
  });
});
afterAll(() => app.close());
beforeEach(async () => {
  deps.current.clock.set(Temporal.Instant.from(testNow));
  draw = await tools.officeWithDraw({ slots: 3, partyMax: 3 });
});

const here = (rest = '') => `/releases/${draw.code}/register${rest}`;
const words = (body: string) => (parse(body).querySelector('main')?.text ?? '').replace(/\s+/g, ' ');
const everyDay = ['1', '2', '3', '4', '5', '6', '7'];
const me = (name = 'Prova') => ({
  who: 'me',
  'people.0.givenName': 'Ada',
  'people.0.familyName': name,
  'people.0.birthDate': '05/05/1980',
  'people.0.birthPlace': 'Roma',
  'people.0.codiceFiscale': '',
  email: 'ada@prova.example',
  phone: '',
  privacy: 'yes',
});

async function registered(name: string, wishes: Record<string, string | string[]> = {}) {
  const accountId = await tools.newAccount();
  const browser = await testBrowser(app, deps.current, accountId);
  await browser.get(here());
  const sent = await browser.post(here(), { go: 'continue', party: '1', weekdays: everyDay, ...wishes });
  const people = String(sent.headers.location);
  expect((await browser.get(people)).statusCode).toBe(200);
  const done = await browser.post(people, me(name));
  // A day later they log in anew.
  const later = () => testBrowser(app, deps.current, accountId);
  return { browser, later, done, page: String(done.headers.location).replace(/\?.*/, '') };
}

describe('registering', () => {
  it('says what there is, shows what the wishes would fit, and asks for the login only then', async () => {
    const nobody = await testBrowser(app, deps.current);
    const first = await nobody.get(here());
    expect(words(first.body)).toContain('3 posti, il 14 gennaio 2027');
    expect(words(first.body)).toContain('nessuno');
    const seen = await nobody.post(here(), { go: 'preview', party: '1', weekdays: everyDay, toTime: '09:30' });
    const preview = await nobody.get(String(seen.headers.location));
    expect(words(preview.body)).toContain('2 orari vanno bene per te, con 2 posti in tutto');
    const none = await nobody.post(here(), { go: 'preview', party: '1', weekdays: ['7'] });
    expect(words((await nobody.get(String(none.headers.location))).body)).toContain('Nessun posto va bene');
    const on = await nobody.post(here(), { go: 'continue', party: '1', weekdays: everyDay });
    const login = await nobody.get(String(on.headers.location));
    expect(login.headers.location).toContain('/login?next=');
  });

  it('tells what is wrong beside its field', async () => {
    const nobody = await testBrowser(app, deps.current);
    await nobody.get(here());
    const wrong = await nobody.post(here(), {
      go: 'continue',
      party: '9',
      weekdays: [],
      fromTime: '12:00',
      toTime: '09:00',
    });
    expect(wrong.statusCode).toBe(422);
    expect(words(wrong.body)).toContain('Scegli almeno un giorno della settimana');
    const { browser, done } = await registered('Sbagli', { party: '2' });
    expect(done.statusCode).toBe(422);
    expect(words(done.body)).toContain('Persona 2');
    expect((await browser.get(here('/people?party=x&weekdays=1'))).statusCode).toBe(303);
  });

  it('gives a ticket with its public name, whose wishes can be changed and taken back until the closing', async () => {
    const { browser, done, page } = await registered('Cambia');
    expect(done.statusCode).toBe(303);
    const own = words((await browser.get(`${page}?done=registered`)).body);
    expect(own).toContain('Sei iscritto');
    expect(own).toContain('Ada Cambia');
    const receipt = (await browser.get(`${page}/receipt.json`)).json<{
      number: number;
      wishes: Record<string, string>;
    }>();
    expect(Object.keys(receipt).toSorted()).toEqual([
      'commitment',
      'format',
      'joinedAt',
      'number',
      'pseudonym',
      'publicKey',
      'room',
      'signature',
      'weight',
      'wishes',
    ]);
    const { salt = '', text = '', hash } = receipt.wishes;
    expect(wishesHash(salt, text)).toBe(hash);
    await browser.get(`${page}/change`);
    await browser.post(`${page}/change`, { go: 'save', weekdays: ['1', '2'] });
    expect(words((await browser.get(page)).body)).toContain('lunedì, martedì');
    const stranger = await testBrowser(app, deps.current, await tools.newAccount());
    expect((await stranger.get(page)).statusCode).toBe(404);
    await browser.get(`${page}/withdraw`);
    await browser.post(`${page}/withdraw`, {});
    expect(words((await browser.get(page)).body)).toContain('Ti sei ritirato');
    expect(words((await browser.get(here())).body)).toContain('nessuno');
    const again = await browser.post(here('/people?party=1&weekdays=1'), me('Cambia'));
    expect(again.headers.location).toContain('done=registered');
  });

  it('is for each person once, whatever the account', async () => {
    await registered('Doppia');
    const { done } = await registered('Doppia');
    expect(done.statusCode).toBe(409);
    expect(words(done.body)).toContain('già iscritta');
  });

  it('is closed at the closing: nothing can be changed, and who comes later books what is left', async () => {
    const { later, page } = await registered('Tardi');
    deps.current.clock.set(Temporal.Instant.from(testNow).add({ hours: 24 }));
    const browser = await later();
    await browser.get('/releases/none/register');
    await browser.post(`${page}/change`, { go: 'save', weekdays: ['7'] });
    expect(words((await browser.get(page)).body)).toContain('qualsiasi giorno');
    expect(words((await browser.get(here())).body)).toContain('Le iscrizioni sono chiuse');
    const late = await testBrowser(app, deps.current, await tools.newAccount());
    await late.get(here('/people?party=1&weekdays=1'));
    await late.get(page);
    const sent = await late.post(here('/people?party=1&weekdays=1'), me('Dopo'));
    expect(sent.statusCode).toBeGreaterThanOrEqual(303);
    expect(String(sent.headers.location ?? '')).not.toContain('done=registered');
  });
});

it('the results name nobody, and what was fixed at closing fits them', async () => {
  const first = await registered('Prima');
  await registered('Seconda');
  deps.current.clock.set(Temporal.Instant.from(testNow).add({ hours: 24 }));
  await tools.assigned();
  await tools.drawn(draw);
  await tools.assigned();
  const stranger = await testBrowser(app, deps.current);
  const page = await stranger.get(`/releases/${draw.code}/results`);
  expect(words(page.body)).toContain('2 biglietti hanno un posto');
  expect(page.body).not.toContain('Prima');
  const data = (await stranger.get(`/api/v1/releases/${draw.code}/assignment`)).json<{
    wishesList: string;
    results: { number: number; pseudonym: string; wishesHash: string; outcome: string; slots: string[] }[];
    seatsOffered: { slot: string }[];
  }>();
  for (const { number, pseudonym, wishesHash: hash } of data.results)
    expect(data.wishesList).toContain(`${number} ${pseudonym} ${hash}\n`);
  expect(data.results.map(({ slots }) => slots[0])).toEqual(data.seatsOffered.slice(0, 2).map(({ slot }) => slot));
  expect(words((await (await first.later()).get(first.page)).body)).toContain('Hai un posto');
});

it('a draw that is called off tells everybody once, and draws nobody', async () => {
  const { browser, page } = await registered('Annulla');
  const operator = await tools.newAccount();
  const { db, clock } = deps.current;
  const request = {
    roomId: draw.roomId,
    officeId: draw.officeId,
    accountId: operator,
    reason: 'Sciopero',
    now: clock.now(),
  };
  const outcome = await transact(db, (tx) => cancelDraw(tx, request));
  expect(outcome).toEqual({ ok: true, told: 1 });
  await transact(db, (tx) => cancelDraw(tx, request));
  const { rows } = await sql<{ kind: string }>`
    SELECT payload ->> 'kind' AS kind FROM outbox WHERE payload -> 'registration' ->> 'roomId' = ${String(draw.roomId)} ORDER BY id`.execute(
    db,
  );
  expect(rows.map(({ kind }) => kind)).toEqual(['registration-received', 'registration-cancelled']);
  expect(words((await browser.get(here())).body)).toContain('Sciopero');
  expect((await browser.get(page)).statusCode).toBe(200);
});
