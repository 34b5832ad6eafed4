import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSession } from '#features/identity/index.ts';
import { transact } from '#platform/transaction.ts';
import { buildAccount, buildOffice, type BuiltOffice } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { createApp } from '../../../app.ts';

const deps = useDeps();
let app: FastifyInstance;
let office: BuiltOffice;

beforeAll(async () => {
  app = await createApp(deps.current);
  office = await buildOffice(deps.current.db, { code: 'cons-api', capacity: 40, slots: 3 });
});
afterAll(() => app.close());

async function bearer(email: string): Promise<Record<string, string>> {
  const accountId = await buildAccount(deps.current.db, email);
  const session = await transact(deps.current.db, async (tx) => ({
    ok: true as const,
    ...(await createSession(tx, { accountId, secrets: deps.current.secrets, now: deps.current.clock.now() })),
  }));
  return { authorization: `Bearer ${session.token}` };
}

async function call(
  method: 'GET' | 'POST' | 'DELETE',
  url: string,
  more: { headers?: Record<string, string>; body?: unknown } = {},
) {
  const options: InjectOptions = { method, url: `/api/v1${url}`, headers: more.headers ?? {} };
  if (more.body !== undefined) options.payload = more.body as object;
  const response = await app.inject(options);
  const json = (response.headers['content-type'] ?? '').includes('json');
  return {
    status: response.statusCode,
    headers: response.headers,
    text: response.body,
    body: json ? response.json<Record<string, unknown>>() : {},
  };
}

const wish = (more: object = {}) => ({
  office: 'cons-api',
  service: 'passport',
  slot: office.slots[0],
  party: 1,
  ...more,
});
const person = (familyName: string) => ({
  givenName: 'Ada',
  familyName,
  birthDate: '1980-05-05',
  relationship: 'self',
});

describe('POST /holds', () => {
  it('works without login and gives the browser its secret', async () => {
    const held = await call('POST', '/holds', { body: wish() });
    expect(held.status).toBe(201);
    expect(held.body).toMatchObject({ slot: office.slots[0], startsAt: '2027-01-14T09:00:00+00:00', party: 1 });
    expect(held.headers['set-cookie']).toContain('HttpOnly');
    const headers = { 'hold-secret': String(held.body['secret']) };
    expect((await call('POST', `/holds/${String(held.body['id'])}/extend`, { headers })).status).toBe(200);
    expect((await call('POST', `/holds/${String(held.body['id'])}/extend`, { headers })).status).toBe(409);
    expect((await call('POST', `/holds/${String(held.body['id'])}/extend`)).status).toBe(404);
    const given = { ...headers, 'idempotency-key': 'give-back' };
    for (let time = 1; time <= 2; time += 1) {
      expect((await call('DELETE', `/holds/${String(held.body['id'])}`, { headers: given })).status).toBe(204);
    }
  });

  it.each([
    ['an unknown office', { office: 'nowhere' }, 404],
    ['an unknown service', { service: 'nothing' }, 404],
    ['SQL for an office', { office: "' OR 1=1 --" }, 404],
    ['a slot that is no number', { slot: 'abc' }, 422],
    ['no slot and no earliest', { slot: undefined }, 422],
    ['a slot that does not exist', { slot: '999999999999' }, 409],
    ['a party of nobody', { party: 0 }, 422],
    ['a party larger than allowed', { party: 19 }, 422],
    ['a day that does not exist', { slot: undefined, earliest: true, from: '2027-02-30' }, 422],
    ['days the wrong way round', { slot: undefined, earliest: true, from: '2027-03-01', to: '2027-02-01' }, 422],
    ['a NUL in the office', { office: 'cons\u0000' }, 404],
  ])('answers %s with a clear problem', async (_what, more, status) => {
    const answer = await call('POST', '/holds', { body: wish(more) });
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body).toMatchObject({ status });
    expect(String(answer.body['title'])).not.toBe('');
    expect(String(answer.body['type'])).toContain('/problems/');
  });

  it('gives the first answer again byte for byte for the same key, refusals included', async () => {
    const small = await buildOffice(deps.current.db, { code: 'cons-small', capacity: 1 });
    const [first, second] = [await bearer('key-1@prova.example'), await bearer('key-2@prova.example')];
    const body = { office: 'cons-small', service: 'passport', slot: small.slots[0] };
    const held = await call('POST', '/holds', { headers: { ...first, 'idempotency-key': 'k' }, body });
    const full = await call('POST', '/holds', { headers: { ...second, 'idempotency-key': 'k' }, body });
    expect([held.status, full.status]).toEqual([201, 409]);
    await sql`UPDATE hold SET expires_at = expires_at + interval '5 minutes'`.execute(deps.current.db);
    await sql`UPDATE slot SET capacity = 9, planned = 9 WHERE id = ${small.slots[0]}`.execute(deps.current.db);
    expect((await call('POST', '/holds', { headers: { ...first, 'idempotency-key': 'k' }, body })).text).toBe(
      held.text,
    );
    expect((await call('POST', '/holds', { headers: { ...second, 'idempotency-key': 'k' }, body })).text).toBe(
      full.text,
    );
    const other = await call('POST', '/holds', {
      headers: { ...first, 'idempotency-key': 'k' },
      body: { ...body, party: 2 },
    });
    expect(other.status).toBe(422);
    expect(other.body['type']).toMatch(/idempotency-key-reused$/);
  });

  it('tells many clicks of one key the same, also that there is no seat', async () => {
    const small = await buildOffice(deps.current.db, { code: 'cons-clicks', capacity: 1 });
    const body = { office: 'cons-clicks', service: 'passport', slot: small.slots[0] };
    await call('POST', '/holds', { headers: await bearer('clicks-1@prova.example'), body });
    const headers = { ...(await bearer('clicks-2@prova.example')), 'idempotency-key': 'clicks' };
    const answers = await Promise.all(
      Array.from({ length: 12 }, async (_, index) => {
        await pause(index);
        return call('POST', '/holds', { headers, body });
      }),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([409]));
  });

  it('finds the earliest seat, and says when none is left', async () => {
    const small = await buildOffice(deps.current.db, { code: 'cons-early', capacity: 2, slots: 2 });
    const body = { office: 'cons-early', service: 'passport', earliest: true, party: 2 };
    const held = await call('POST', '/holds', { headers: await bearer('early-1@prova.example'), body });
    expect(held.body['slot']).toBe(small.slots[0]);
    expect((await call('POST', '/holds', { headers: await bearer('early-2@prova.example'), body })).body['slot']).toBe(
      small.slots[1],
    );
    const none = await call('POST', '/holds', { headers: await bearer('early-3@prova.example'), body });
    expect(none.body['type']).toMatch(/none-left$/);
  });
});

describe('bookings', () => {
  it('takes an anonymous hold along, books, shows, cancels, and answers again for what is done', async () => {
    const held = await call('POST', '/holds', { body: wish({ slot: office.slots[1] }) });
    const headers = { ...(await bearer('along@prova.example')), 'hold-secret': String(held.body['secret']) };
    const body = { hold: held.body['id'], people: [person('Insieme')], privacyAccepted: true };
    const booked = await call('POST', '/bookings', { headers: { ...headers, 'idempotency-key': 'b' }, body });
    expect(booked.status).toBe(201);
    expect(booked.body).toMatchObject({
      status: 'booked',
      office: 'cons-api',
      canCancel: true,
      people: [{ familyName: 'Insieme' }],
    });
    expect((await call('POST', '/bookings', { headers: { ...headers, 'idempotency-key': 'b' }, body })).text).toBe(
      booked.text,
    );
    const used = await call('POST', '/bookings', { headers, body: { ...body, people: [person('Altra')] } });
    expect([used.status, used.body['type']]).toEqual([410, expect.stringMatching(/hold-expired$/)]);
    const url = `/bookings/${String(booked.body['code'])}`;
    expect((await call('POST', `${url}/confirm`, { headers })).body['type']).toMatch(/too-early$/);
    expect((await call('GET', `${url}/event.ics`, { headers })).text).toContain('BEGIN:VEVENT');
    expect((await call('POST', `${url}/cancel`, { headers })).body['status']).toBe('cancelled');
    expect((await call('POST', `${url}/cancel`, { headers })).status).toBe(200);
  });

  it('names each wrong field of each person', async () => {
    const headers = await bearer('wrong@prova.example');
    const held = await call('POST', '/holds', { headers, body: wish({ party: 2 }) });
    const people = [
      { givenName: '', familyName: 'X'.repeat(101), birthDate: '2080-01-01' },
      { ...person('Prova'), codiceFiscale: 'RSSMRA80A01H501U', relationship: 'cousin' },
    ];
    const shape = await call('POST', '/bookings', {
      headers,
      body: { hold: held.body['id'], people, privacyAccepted: true },
    });
    expect(shape.status).toBe(422);
    const fields = (answer: Record<string, unknown>) =>
      (answer['errors'] as { field: string }[]).map((error) => error.field);
    expect(fields(shape.body)).toEqual(
      expect.arrayContaining(['people.0.givenName', 'people.0.familyName', 'people.1.relationship']),
    );
    const meaning = [
      { ...person('Prova'), birthDate: '2080-01-01' },
      { ...person('Altra'), relationship: 'spouse', codiceFiscale: 'RSSMRA80A01H501U' },
    ];
    const second = await call('POST', '/bookings', {
      headers,
      body: { hold: held.body['id'], people: meaning, privacyAccepted: true },
    });
    expect(fields(second.body)).toEqual(['people.0.birthDate', 'people.1.codiceFiscale']);
  });

  it('asks for login before it judges what was sent', async () => {
    for (const path of ['/bookings', '/bookings/ABC/reschedule']) {
      const answer = await call('POST', path, { body: {} });
      expect([answer.status, answer.body['type']]).toEqual([401, expect.stringMatching(/not-logged-in$/)]);
    }
  });

  it('lists in pages', async () => {
    const headers = await bearer('pages@prova.example');
    for (const limit of ['0', '201', 'abc']) {
      const answer = await call('GET', `/bookings?limit=${limit}`, { headers });
      expect([answer.status, answer.body['errors']]).toMatchObject([422, [{ field: 'limit' }]]);
    }
    expect((await call('GET', '/bookings?limit=200', { headers })).body).toEqual({ items: [], nextCursor: null });
  });

  it('hides everybody else’s bookings and holds, and asks for login', async () => {
    const headers = await bearer('mine@prova.example');
    const held = await call('POST', '/holds', { headers, body: wish({ slot: office.slots[2] }) });
    const booked = await call('POST', '/bookings', {
      headers,
      body: { hold: held.body['id'], people: [person('Mia')], privacyAccepted: true },
    });
    const stranger = await bearer('stranger@prova.example');
    const code = String(booked.body['code']);
    expect(booked.status).toBe(201);
    for (const [method, path] of [
      ['GET', `/bookings/${code}`],
      ['GET', `/bookings/${code}/event.ics`],
      ['POST', `/bookings/${code}/cancel`],
      ['POST', `/bookings/${code}/confirm`],
      ['DELETE', `/holds/${String(held.body['id'])}`],
    ] as const) {
      expect((await call(method, path, { headers: stranger })).status, path).toBe(404);
      if (path.startsWith('/bookings')) expect((await call(method, path)).status, path).toBe(401);
    }
    const foreign = await call('POST', '/bookings', {
      headers: stranger,
      body: { hold: held.body['id'], people: [person('Altrui')], privacyAccepted: true },
    });
    expect(foreign.status).toBe(410);
  });

  it('moves a booking with a hold made for it, and does not count it as already booked', async () => {
    const headers = await bearer('moving@prova.example');
    const held = await call('POST', '/holds', { headers, body: wish() });
    const booked = await call('POST', '/bookings', {
      headers,
      body: { hold: held.body['id'], people: [person('Mossa')], privacyAccepted: true },
    });
    const code = String(booked.body['code']);
    const next = await call('POST', '/holds', { headers, body: wish({ slot: office.slots[2], reschedule: code }) });
    expect(next.status).toBe(201);
    const moved = await call('POST', `/bookings/${code}/reschedule`, { headers, body: { hold: next.body['id'] } });
    expect(moved.body).toMatchObject({ code, startsAt: '2027-01-14T09:40:00+00:00' });
  });
});
