import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addBookingsApi, addHoldsApi, createSeatEngine, hold } from '#features/booking/index.ts';
import { createSession, personKey } from '#features/identity/index.ts';
import { findOffering } from '#features/offices/index.ts';
import { addQueueApi, createGate, type Rooms } from '#features/waiting-room/index.ts';
import { useDeps } from '#test/deps.ts';
import { type BuiltRoom, buildRoom, stillRooms, waitingPerson } from '#test/room-tools.ts';
import { sliceApp } from '#test/slice-app.ts';

const deps = useDeps();
let app: FastifyInstance;
let rooms: Rooms;

beforeAll(async () => {
  rooms = stillRooms(deps.current);
  app = await sliceApp(deps.current, (server, all) => {
    addQueueApi(server, all, rooms);
    addHoldsApi(server, all, createSeatEngine(all.pool), createGate(rooms));
    addBookingsApi(server, all);
  });
});
afterAll(() => app.close());

/** Somebody with an account of their own, who calls the API. */
async function client(n: number) {
  const { db, secrets, clock } = deps.current;
  const person = waitingPerson(n);
  const { rows } = await sql<{ id: number }>`
    INSERT INTO account (email, email_verified_at, given_name, family_name, birth_date, codice_fiscale_cipher, codice_fiscale_key, person_key, created_at)
    VALUES (${`client-${n}@demo.example`}, '2026-11-01', ${person.givenName}, ${person.familyName}, ${person.birthDate},
            ${secrets.encrypt(person.codiceFiscale)}, ${secrets.hash('codice-fiscale', person.codiceFiscale)}, ${personKey(secrets, person)}, '2026-11-01')
    RETURNING id`.execute(db);
  const accountId = rows[0]?.id ?? 0;
  const { token } = await db.transaction().execute((tx) => createSession(tx, { accountId, now: clock.now(), secrets }));
  const headers = { authorization: `Bearer ${token}` };
  return async (method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) => {
    const response = await app.inject({ method, url: `/api/v1${url}`, headers, ...(payload && { payload }) });
    const body: Record<string, unknown> = response.body ? response.json() : {};
    return { status: response.statusCode, body };
  };
}

const placeOf = (room: BuiltRoom) => ({ office: room.officeCode, service: 'passport' });
const bodyOf = (n: number) => {
  const { givenName, familyName, birthDate, codiceFiscale } = waitingPerson(n);
  return { givenName, familyName, birthDate: birthDate.toString(), codiceFiscale };
};

it('who waits is admitted in order, holds, and books for exactly who waited', async () => {
  const { db, clock } = deps.current;
  const room = await buildRoom(deps.current, { slots: 2 });
  await rooms.pulse();
  const [first, second, third] = [await client(1), await client(2), await client(3)];
  const ask = placeOf(room);
  const wish = { ...ask, slot: room.slots[0] };

  const anonymous = await app.inject({ method: 'POST', url: '/api/v1/queue', payload: ask });
  expect(anonymous.statusCode).toBe(401);
  const joined = await first('POST', '/queue', ask);
  expect(joined).toMatchObject({ status: 201, body: { state: 'waiting', room: room.code, number: 1 } });
  const ticket = String(joined.body['ticket']);
  expect((await first('POST', '/queue', ask)).body['ticket']).toBe(ticket);
  expect(await second('POST', '/queue', { ...ask, people: [bodyOf(1)] })).toMatchObject({
    status: 409,
    body: { type: 'https://turno.example/problems/already-waiting' },
  });
  const others = await second('POST', '/queue', ask);
  await third('POST', '/queue', ask);

  // Not their turn yet, and nobody gets past without a ticket.
  expect(await first('POST', '/holds', { ...wish, ticket })).toMatchObject({ status: 403 });
  clock.advance({ seconds: 1 });
  await rooms.pulse();
  expect((await first('GET', `/queue/${ticket}`)).body).toMatchObject({ state: 'admitted', ahead: 0, outcome: null });
  for (const more of [{}, { earliest: true, slot: undefined }, { ticket }])
    expect(await third('POST', '/holds', { ...wish, ...more })).toMatchObject({
      status: more.earliest ? 409 : more.ticket ? 422 : 403,
    });
  expect(await first('POST', '/holds', { ...wish, ticket, party: 2 })).toMatchObject({
    status: 422,
    body: { type: 'https://turno.example/problems/not-the-ticket-holder' },
  });

  const held = await first('POST', '/holds', { ...wish, ticket });
  expect(held.status).toBe(201);
  const book = { hold: held.body['id'], privacyAccepted: true };
  expect(await first('POST', '/bookings', { ...book, people: [bodyOf(7)] })).toMatchObject({
    status: 422,
    body: { type: 'https://turno.example/problems/not-the-ticket-holder', errors: [{ field: 'people' }] },
  });
  expect(await first('POST', '/bookings', { ...book, people: [bodyOf(1)] })).toMatchObject({ status: 201 });

  // By the account alone, as the pages do it; the earliest seat there is.
  const earliest = await second('POST', '/holds', { ...ask, earliest: true });
  expect(earliest).toMatchObject({ status: 201, body: { slot: room.slots[1] } });
  expect(await second('POST', '/bookings', { ...book, hold: earliest.body['id'], people: [bodyOf(2)] })).toMatchObject({
    status: 201,
  });
  clock.advance({ seconds: 1 });
  await rooms.pulse();
  expect((await first('GET', `/queue/${ticket}`)).body).toMatchObject({ state: 'ended', outcome: 'booked' });
  expect((await second('GET', `/queue/${String(others.body['ticket'])}`)).body).toMatchObject({ outcome: 'booked' });
  const left = await third('POST', '/queue', ask);
  // The room is over: nobody need wait for what is not there.
  expect(left).toMatchObject({ status: 201, body: { state: 'admitted', room: null, position: 0 } });
  expect((await third('GET', `/queue/${String(left.body['ticket'])}`)).body).toMatchObject({ state: 'admitted' });
  const { rows } = await sql<{ state: string; booked: boolean }>`
    SELECT state, booking_id IS NOT NULL AS booked FROM ticket WHERE room_id = ${room.roomId} ORDER BY number`.execute(
    db,
  );
  expect(rows.slice(0, 2)).toEqual([
    { state: 'booked', booked: true },
    { state: 'booked', booked: true },
  ]);
});

it('the desk never waits behind the public', async () => {
  const { db, pool, clock } = deps.current;
  const room = await buildRoom(deps.current, { slots: 1 });
  await rooms.pulse();
  const offering = await findOffering(db, room.officeId, 'passport');
  if (!offering) throw new Error('no offering');
  const outcome = await hold(
    { engine: createSeatEngine(pool), db },
    {
      id: crypto.randomUUID(),
      office: { id: room.officeId, timeZone: 'Europe/London' },
      offering,
      where: { slot: room.slots[0] ?? '' },
      party: 1,
      ownerKey: 'o:1:form',
      accountId: null,
      rescheduleOf: null,
      now: clock.now(),
    },
  );
  expect(outcome.ok).toBe(true);
});

it('who leaves may join again at the end; wrong people are told field by field', async () => {
  const room = await buildRoom(deps.current, { slots: 1 });
  await rooms.pulse();
  const [one, other] = [await client(21), await client(22)];
  const ask = placeOf(room);
  const { body } = await one('POST', '/queue', ask);
  await other('POST', '/queue', ask);
  expect(await other('DELETE', `/queue/${String(body['ticket'])}`)).toMatchObject({ status: 409 });
  expect(await one('DELETE', `/queue/${String(body['ticket'])}`)).toMatchObject({ status: 204 });
  expect(await one('POST', '/queue', ask)).toMatchObject({ status: 201, body: { number: 3 } });
  expect(
    await one('POST', '/queue', { ...ask, people: [{ ...bodyOf(23), codiceFiscale: 'RSSMRA80A01H501X' }] }),
  ).toMatchObject({
    status: 422,
    body: { errors: [{ field: 'people.0.codiceFiscale' }] },
  });
  for (const odd of ['nothing', 'cGFzcy4x.aaaa', '%00']) expect((await one('GET', `/queue/${odd}`)).status).toBe(404);
  expect(await one('POST', '/queue', { office: 'nowhere', service: 'passport' })).toMatchObject({ status: 404 });
});
