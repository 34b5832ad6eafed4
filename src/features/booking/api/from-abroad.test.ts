import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSession, personKey } from '#features/identity/index.ts';
import { buildAccount, buildOffice, type BuiltOffice } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { createApp } from '../../../app.ts';

const deps = useDeps();
let app: FastifyInstance;
let office: BuiltOffice;
let accountId: number;
const lena = { givenName: 'Lena', familyName: 'Hoffmann' };

beforeAll(async () => {
  const { db, secrets, clock } = deps.current;
  app = await createApp(deps.current);
  office = await buildOffice(db, {
    code: 'comune-h501-prova',
    kind: 'municipal',
    service: 'cie',
    capacity: 9,
    slots: 4,
  });
  await sql`UPDATE offering SET codice_fiscale = 'required', birth_date = 'not-asked', reasons = '{}', party_max = 3
            WHERE id = ${office.offeringId}`.execute(db);
  accountId = await buildAccount(db, 'lena@posta.example');
  const now = clock.now();
  const who = personKey(secrets, { ...lena, birthDate: Temporal.PlainDate.from('1991-03-08') });
  await sql`UPDATE account SET given_name = 'Lena', family_name = 'Hoffmann', birth_date = '1991-03-08',
            codice_fiscale_key = NULL, codice_fiscale_cipher = NULL,
            person_key = ${who} WHERE id = ${accountId}`.execute(db);
  await sql`INSERT INTO account_identity (account_id, scheme, subject_key, provider, level, linked_at, used_at)
            VALUES (${accountId}, 'eidas', ${secrets.hash('person', 'eidas:DE/IT/1')}, 'https://eidas.example', 2, ${now}, ${now})`.execute(
    db,
  );
});
afterAll(() => app.close());

async function book(people: object[], slot = 0) {
  const { db, secrets, clock } = deps.current;
  const session = await createSession(db, { accountId, secrets, now: clock.now(), scheme: 'eidas', level: 2 });
  const headers = { authorization: `Bearer ${session.token}` };
  const wish = { office: office.officeCode, service: 'cie', slot: office.slots[slot], party: people.length };
  const held = await app.inject({ method: 'POST', url: '/api/v1/holds', headers, payload: wish });
  expect(held.statusCode).toBe(201);
  const { id } = held.json<{ id: string }>();
  const payload = { hold: id, people, privacyAccepted: true };
  const booked = await app.inject({ method: 'POST', url: '/api/v1/bookings', headers, payload });
  const { errors = [] } = booked.json<{ errors?: { field: string }[] }>();
  return { status: booked.statusCode, fields: errors.map(({ field }) => field), body: booked.json<object>() };
}

describe('somebody whom another country’s identity has proved, and who has no codice fiscale', () => {
  it('is asked for one only for the others they bring along', async () => {
    const son = { givenName: 'Emil', familyName: 'Hoffmann', relationship: 'child' };
    const refused = await book([lena, son]);
    expect([refused.status, refused.fields]).toEqual([422, ['people.1.codiceFiscale']]);
    const other = await book([{ givenName: 'Greta', familyName: 'Weber' }]);
    expect([other.status, other.fields]).toEqual([422, ['people.0.codiceFiscale']]);
    const notHer = await book([{ ...lena, birthDate: '1990-01-01' }]);
    expect([notHer.status, notHer.fields]).toEqual([422, ['people.0.codiceFiscale']]);
  });

  it('books like anybody else, told from others by the birth date that was proved, once for a service', async () => {
    const first = await book([lena]);
    expect([first.status, first.fields]).toEqual([201, []]);
    expect(first.body).toMatchObject({ people: [{ ...lena, birthDate: '1991-03-08' }] });
    // Of one service a person has one appointment: she is known again.
    const session = await createSession(deps.current.db, { ...deps.current, accountId, now: deps.current.clock.now() });
    const again = await app.inject({
      method: 'POST',
      url: '/api/v1/holds',
      headers: { authorization: `Bearer ${session.token}` },
      payload: { office: office.officeCode, service: 'cie', slot: office.slots[1], party: 1 },
    });
    expect([again.statusCode, again.body]).toEqual([409, expect.stringContaining('already-booked')]);
  });
});
