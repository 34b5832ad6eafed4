import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addBookingsApi, addCitizenBookingPages, createSeatEngine } from '#features/booking/index.ts';
import { createSession } from '#features/identity/index.ts';
import { bodyOf } from '#test/booking-journey.ts';
import { buildBooking, type BuiltBooking } from '#test/build-booking.ts';
import { buildAccount } from '#test/build-office.ts';
import { testNow, useDeps } from '#test/deps.ts';
import { sliceApp, testBrowser, type TestBrowser } from '#test/slice-app.ts';
import { encryptMissing } from '../../examination/missing.ts';

const deps = useDeps();
let app: FastifyInstance;
let browser: TestBrowser;
let booking: BuiltBooking;
let path = '';
let people = 0;
beforeAll(async () => {
  app = await sliceApp(deps.current, (server, all) => {
    addCitizenBookingPages(server, all, createSeatEngine(deps.current.pool));
    addBookingsApi(server, all);
    server.get('/form', async (_request, reply) =>
      reply.type('text/html').send(`<input name="_csrf" value="${reply.csrfToken()}">`),
    );
    server.get<{ Params: { account: string } }>('/enter/:account', async (request, reply) => {
      const login = { accountId: Number(request.params.account), now: now(), secrets: all.secrets };
      const session = await createSession(all.db, login);
      return reply.setCookie('turno_session', session.token, { path: '/' }).send('in');
    });
  });
});
afterAll(() => app.close());

beforeEach(async () => {
  deps.current.clock.set(testNow);
  people += 1;
  const account = await buildAccount(deps.current.db, `examined-${people}@prova.example`);
  browser = await testBrowser(app, deps.current, account);
  await browser.get('/form');
  booking = await buildBooking(deps.current.db, { at: '2027-01-14T09:20', accountId: account });
  path = `/bookings/${booking.code}`;
});

const now = () => deps.current.clock.now();

async function words(address = path, headers = {}): Promise<string> {
  const answer = await browser.get(address, headers);
  return (bodyOf(answer).querySelector('main')?.text ?? '').replace(/\s+/g, ' ');
}

async function preCheck(state: string, dueAt: string | null): Promise<void> {
  const { db, secrets } = deps.current;
  const missing = { items: [{ it: 'Atto di nascita', en: 'Birth certificate' }], note: { it: 'Con apostille.' } };
  const cipher = state === 'to-regularise' ? encryptMissing(secrets, missing) : null;
  await sql`
    UPDATE booking SET pre_check = ${state}, pre_check_since = ${now()}, pre_check_due_at = ${dueAt}::timestamptz,
      pre_check_missing_cipher = ${cipher} WHERE id = ${booking.id}`.execute(db);
}

const api = async () => (await browser.get(`/api/v1${path}`)).json<Record<string, unknown>>();

describe('on the booking’s page, what the office looks at', () => {
  it('is sent by a day, and said to be sent once with a button; the history says so', async () => {
    await preCheck('to-send', '2026-12-02T00:00:00Z');
    expect(await words()).toContain('Manda i documenti entro martedì 1 dicembre');
    expect(await api()).toMatchObject({ preCheck: { outcome: null, missing: [], by: '2026-12-01' } });
    expect((await browser.post(`${path}/documents-sent`, {})).headers.location).toBe(path);
    expect(await words()).toContain('La sede sa che hai mandato tutto');
    expect((await browser.post(`${path}/documents-sent`, {})).statusCode).toBe(303);
    expect(await words()).toContain('ti scriviamo appena ha finito');
    expect((await words()).match(/Hai detto di avere mandato tutto/g)).toHaveLength(1);
    expect((await browser.get(`${path}/documents-sent`)).headers.location).toBe(path);
  });

  it('that is missing is told line by line, in the reader’s language, and stands past its day', async () => {
    await preCheck('to-regularise', '2026-12-02T00:00:00Z');
    const text = await words();
    for (const part of ['entro martedì 1 dicembre', 'Atto di nascita', 'Con apostille.', 'non si annulla da solo']) {
      expect(text).toContain(part);
    }
    expect(await words(path, { 'accept-language': 'en' })).toContain('Birth certificate');
    expect(await api()).toMatchObject({
      preCheck: { outcome: 'to-regularise', missing: ['Atto di nascita', 'Con apostille.'], by: '2026-12-01' },
    });
    await preCheck('to-regularise', now().toString());
    expect(await words()).toContain('Il termine per mandare i documenti è passato');
  });

  it('is nobody else’s to say', async () => {
    await preCheck('to-send', '2026-12-02T00:00:00Z');
    const stranger = await testBrowser(
      app,
      deps.current,
      await buildAccount(deps.current.db, `other-${people}@prova.example`),
    );
    await stranger.get('/form');
    expect((await stranger.post(`${path}/documents-sent`, {})).statusCode).toBe(404);
  });
});

describe('taken in charge', () => {
  it('says that the office takes care of it, or whom it names, and how to ask from the same page; the API says the same', async () => {
    const { db } = deps.current;
    const officer = await buildAccount(db, `anna-${people}@prova.example`);
    await sql`UPDATE booking SET taken_in_charge_at = ${now()}, taken_in_charge_by = ${officer} WHERE id = ${booking.id}`.execute(
      db,
    );
    await sql`INSERT INTO booking_event (booking_id, at, kind, actor, account_id) VALUES (${booking.id}, ${now()}, 'taken-in-charge', 'office', ${officer})`.execute(
      db,
    );
    expect(await words()).toContain(`Se ne occupa ${booking.office.officeCode}.`);
    expect(bodyOf(await browser.get(path)).querySelector(`a[href="${path}/requests"]`)).not.toBeNull();
    expect(await api()).toMatchObject({ takenInCharge: { by: booking.office.officeCode }, canCancel: false });
    const refused = await browser.send({ method: 'POST', url: `/api/v1${path}/cancel`, headers: await csrf() });
    expect([refused.statusCode, refused.json<{ type: string }>().type]).toEqual([
      409,
      expect.stringMatching(/taken-in-charge$/),
    ]);
    await sql`UPDATE office SET names_operator = true WHERE id = ${booking.office.officeId}`.execute(db);
    expect(await words()).toContain(`Se ne occupa Ada, ${booking.office.officeCode}.`);
    expect(await api()).toMatchObject({ takenInCharge: { by: 'Ada' } });
  });
});

describe('the municipality’s consent', () => {
  async function clearance(set: string): Promise<void> {
    const { db } = deps.current;
    await sql`DELETE FROM clearance WHERE booking_id = ${booking.id}`.execute(db);
    await sql`
      INSERT INTO clearance (booking_id, office_id, mode, state, created_at, changed_at, asked_on, due_on, answered_on)
      VALUES (${booking.id}, ${booking.office.officeId}, 'required', ${sql.raw(set)})`.execute(db);
    await sql`UPDATE booking SET status = 'awaiting-clearance' WHERE id = ${booking.id}`.execute(db);
  }

  it('is shown step by step', async () => {
    const at = `'${now().toString()}', '${now().toString()}'`;
    await clearance(`'to-ask', ${at}, NULL, NULL, NULL`);
    expect(await words()).toContain('La sede deve ancora chiederlo');
    await clearance(`'asked', ${at}, '2026-11-10', '2026-12-10', NULL`);
    const text = await words();
    expect(text).toContain('Chiesto il 10 novembre 2026');
    expect(text).toContain('Risposta attesa entro il 10 dicembre 2026');
    expect(await api()).toMatchObject({
      status: 'awaiting-clearance',
      clearance: { state: 'asked', dueOn: '2026-12-10' },
    });
    await clearance(`'asked', ${at}, '2026-10-10', '2026-11-10', NULL`);
    expect(await words()).toContain('il comune è in ritardo');
  });

  it('does not keep people from confirming in their window', async () => {
    await clearance(`'to-ask', '${now().toString()}', '${now().toString()}', NULL, NULL, NULL`);
    expect(await words()).not.toContain('Puoi confermare già adesso');
    deps.current.clock.set('2027-01-05T09:00:00Z');
    const { rows } = await sql<{ id: number }>`SELECT account_id AS id FROM booking WHERE id = ${booking.id}`.execute(
      deps.current.db,
    );
    await browser.get(`/enter/${rows[0]?.id}`);
    expect(await words()).toContain('Puoi confermare già adesso');
    expect((await browser.post(`${path}/confirm`, {})).headers.location).toBe(path);
    expect(await words()).toContain('Hai confermato: manca solo il nulla osta');
  });
});

/** The token that the API wants beside the session cookie. */
async function csrf(): Promise<Record<string, string>> {
  const form = bodyOf(await browser.get('/form'));
  return { 'x-csrf-token': form.querySelector('input[name=_csrf]')?.getAttribute('value') ?? '' };
}
