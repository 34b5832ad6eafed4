import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSession } from '#features/identity/index.ts';
import { ada, bookingApp, errorsOf, seatOf, shown } from '#test/booking-journey.ts';
import { useDeps } from '#test/deps.ts';
import { useMunicipalities } from '#test/municipalities.ts';
import { sliceApp, testBrowser } from '#test/slice-app.ts';
import { createSeatEngine } from '../../seats/engine.ts';
import { addBookingsApi } from '../../api/bookings.api.ts';
import { addHoldsApi } from '../../api/holds.api.ts';

const deps = useDeps();
const places = useMunicipalities(deps);
let app: FastifyInstance;
let api: FastifyInstance;
beforeAll(async () => {
  app = await bookingApp(deps.current);
  api = await sliceApp(deps.current, (server, all) => {
    addHoldsApi(server, all, createSeatEngine(all.pool));
    addBookingsApi(server, all);
  });
});
afterAll(async () => {
  await app.close();
  await api.close();
});

/** Two of the five seats of each time are for residents; municipalities are found by their names. */
async function keepForResidents(): Promise<void> {
  const { db } = deps.current;
  const quotas = [{ who: 'resident', kind: 'reserved', seats: 2, per: 'slot', untilMinutes: null }];
  const { plannerId } = places.current.office;
  await sql`UPDATE planner SET quotas = ${JSON.stringify(quotas)}::jsonb WHERE id = ${plannerId}`.execute(db);
  await sql`
    INSERT INTO place_name (kind, code, within, name, words, joined, key, label, size)
    SELECT 'municipality', code, province_code, search, search, search, name, jsonb_build_object('it', name, 'en', name), 1
    FROM municipality ON CONFLICT DO NOTHING`.execute(db);
}

async function groups(): Promise<string[]> {
  const { rows } = await sql<{ group: string }>`
    SELECT quota_group AS "group" FROM booking WHERE planner_id = ${places.current.office.plannerId}`.execute(
    deps.current.db,
  );
  return rows.map(({ group }) => group);
}

it('a resident’s seat is not booked for another municipality; corrected, or at another time, it goes on', async () => {
  await keepForResidents();
  const browser = await testBrowser(app, deps.current, await places.tools.newAccount());
  const take = async (resident: string, slot = 0) => {
    await browser.get('/form');
    const answer = await browser.post('/holds', { ...seatOf(places.current.office, slot), resident });
    const path = answer.headers.location ?? '';
    await browser.get(path);
    return path;
  };
  const path = await take('yes');
  const refused = await browser.post(path, { ...ada, residence: 'Padova' });
  expect(refused.statusCode).toBe(422);
  expect(errorsOf(refused)['residence']).toContain('risiedere nel comune di questa sede');
  expect(shown(refused, 'residence')).toBe('Padova');
  // The button that books is no way around: it leads back to the field.
  expect((await browser.post(`${path}/book`, {})).headers.location).toBe(`${path}?check`);
  expect(errorsOf(await browser.get(`${path}?check`))['residence']).toBeDefined();
  expect(await groups()).toEqual([]);

  expect((await browser.post(path, { ...ada, residence: 'Roma' })).statusCode).toBe(303);
  const elsewhere = await take('no', 1);
  expect((await browser.post(elsewhere, { ...ada, residence: 'Padova' })).statusCode).toBe(303);
});

it('is a 422 over the API, at its field, and the seat stays held', async () => {
  await keepForResidents();
  const { db, secrets, clock } = deps.current;
  const session = await createSession(db, {
    accountId: await places.tools.newAccount(),
    secrets,
    now: clock.now(),
  });
  const headers = { authorization: `Bearer ${session.token}`, 'accept-language': 'en' };
  const post = (url: string, payload: object) => api.inject({ method: 'POST', url: `/api/v1${url}`, headers, payload });
  const { office } = places.current;
  const wish = { office: office.officeCode, service: 'passport', slot: office.slots[0], party: 1, resident: true };
  const hold = (await post('/holds', wish)).json<{ id: string }>().id;
  const person = { givenName: 'Ada', familyName: 'Prova', birthDate: '1980-05-05', relationship: 'self' };
  const book = (residence: string) =>
    post('/bookings', { hold, people: [person], clearance: { residence }, privacyAccepted: true });
  const refused = await book('G224');
  expect(refused.statusCode).toBe(422);
  expect(refused.json()).toMatchObject({
    type: expect.stringMatching(/not-resident$/) as string,
    errors: [{ field: 'clearance.residence', reason: 'not-resident' }],
  });
  expect((await book('H501')).statusCode).toBe(201);
  expect(await groups()).toEqual(['web:resident']);
});

it('is refused by the verb itself, whoever calls it', async () => {
  await keepForResidents();
  const accountId = await places.tools.newAccount();
  const holdId = await places.tools.heldId(places.current.office, { kind: 'account', accountId });
  const book = () => places.tools.booked(holdId, accountId, { residence: 'G224' });
  await sql`UPDATE hold SET quota_group = 'desk:resident' WHERE id = ${holdId}`.execute(deps.current.db);
  expect(await book()).toEqual({ ok: false, reason: 'not-resident' });
  // Who said nothing took no resident's seat.
  await sql`UPDATE hold SET quota_group = 'desk:unsaid' WHERE id = ${holdId}`.execute(deps.current.db);
  expect(await book()).toMatchObject({ ok: true });
});
