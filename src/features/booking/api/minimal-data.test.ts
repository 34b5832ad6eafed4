import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSession } from '#features/identity/index.ts';
import { buildAccount, buildOffice, type BuiltOffice } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { createApp } from '../../../app.ts';

const deps = useDeps();
let app: FastifyInstance;
let office: BuiltOffice;

beforeAll(async () => {
  const { db } = deps.current;
  app = await createApp(deps.current);
  office = await buildOffice(db, { code: 'comune-h501-prova', kind: 'municipal', service: 'cie', capacity: 9 });
  await sql`UPDATE offering SET codice_fiscale = 'required', birth_date = 'not-asked', reasons = '{first-issue,expiry}', reason_optional = true
            WHERE id = ${office.offeringId}`.execute(db);
  await sql`INSERT INTO municipality (code, istat, name, province_code, province, region, lat, lon, search)
            VALUES ('G224', '028060', 'Padova', 'PD', 'Padova', 'Veneto', 45.41, 11.88, 'padova')`.execute(db);
});
afterAll(() => app.close());

const ada = { givenName: 'Ada', familyName: 'Prova', codiceFiscale: 'PRVDAA80E45H501V' };

/** A seat held by nobody known, then a login, as a program does it for somebody. */
async function heldThenLoggedIn(email: string): Promise<{ hold: string; headers: Record<string, string> }> {
  const { db, secrets, clock } = deps.current;
  const wish = { office: office.officeCode, service: 'cie', slot: office.slots[0], party: 1 };
  const held = await app.inject({ method: 'POST', url: '/api/v1/holds', payload: wish });
  expect(held.statusCode).toBe(201);
  const { id, secret } = held.json<{ id: string; secret: string }>();
  const accountId = await buildAccount(db, email);
  const session = await createSession(db, { accountId, secrets, now: clock.now() });
  return { hold: id, headers: { authorization: `Bearer ${session.token}`, 'hold-secret': secret } };
}

describe('a booking over the API', () => {
  it('at a municipality needs name, surname and codice fiscale; the seat is held before anybody is known', async () => {
    const { hold, headers } = await heldThenLoggedIn('minimal@prova.example');
    const without = { hold, people: [{ givenName: 'Ada', familyName: 'Prova' }], privacyAccepted: true };
    const refused = await app.inject({ method: 'POST', url: '/api/v1/bookings', headers, payload: without });
    expect(refused.statusCode).toBe(422);
    expect(refused.json<{ errors: { field: string }[] }>().errors.map(({ field }) => field)).toEqual([
      'people.0.codiceFiscale',
    ]);
    const payload = { hold, people: [ada], privacyAccepted: true };
    const booked = await app.inject({ method: 'POST', url: '/api/v1/bookings', headers, payload });
    expect(booked.statusCode).toBe(201);
    expect(booked.json()).toMatchObject({ service: 'cie', people: [ada] });
  });

  it('asks for the municipality too where its consent is needed, and for nothing else', async () => {
    await sql`UPDATE offering SET clearance = 'required' WHERE id = ${office.offeringId}`.execute(deps.current.db);
    const { hold, headers } = await heldThenLoggedIn('elsewhere@prova.example');
    const bice = { ...ada, givenName: 'Bice', codiceFiscale: 'PRVBCI80E45H501F' };
    const payload = { hold, people: [bice], privacyAccepted: true };
    const refused = await app.inject({ method: 'POST', url: '/api/v1/bookings', headers, payload });
    expect(refused.json<{ errors: { field: string }[] }>().errors.map(({ field }) => field)).toContain(
      'clearance.residence',
    );
    const booked = await app.inject({
      method: 'POST',
      url: '/api/v1/bookings',
      headers,
      payload: { ...payload, clearance: { residence: 'G224' } },
    });
    expect([booked.statusCode, booked.json<{ status: string }>().status]).toEqual([201, 'awaiting-clearance']);
  });
});
