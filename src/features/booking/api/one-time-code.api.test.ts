import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSession } from '#features/identity/index.ts';
import { buildAccount, buildOffice, type BuiltOffice } from '#test/build-office.ts';
import { testNow, useDeps } from '#test/deps.ts';
import { drain } from '#test/drain.ts';
import { createApp } from '../../../app.ts';

const deps = useDeps();
let app: FastifyInstance;
let office: BuiltOffice;
let people = 0;
beforeAll(async () => {
  app = await createApp(deps.current);
  office = await buildOffice(deps.current.db, { code: 'cons-code', capacity: 40 });
  await sql`UPDATE offering SET one_time_code = true WHERE id = ${office.offeringId}`.execute(deps.current.db);
});
afterAll(() => app.close());
beforeEach(() => deps.current.clock.set(testNow));

interface Caller {
  readonly email: string;
  readonly account: number;
  readonly authorization: string;
}

async function somebody(known?: Caller): Promise<Caller> {
  people += 1;
  const email = known?.email ?? `code-${people}@prova.example`;
  const account = known?.account ?? (await buildAccount(deps.current.db, email));
  const login = { accountId: account, secrets: deps.current.secrets, now: deps.current.clock.now() };
  const { token } = await deps.current.db.transaction().execute((tx) => createSession(tx, login));
  return { email, account, authorization: `Bearer ${token}` };
}

async function post(url: string, { authorization }: Caller, body?: object, headers: Record<string, string> = {}) {
  const payload = body === undefined ? {} : { payload: body };
  const answer = await app.inject({
    method: 'POST',
    url: `/api/v1${url}`,
    headers: { authorization, ...headers },
    ...payload,
  });
  return { status: answer.statusCode, headers: answer.headers, text: answer.body, json: answer.json<Answer>() };
}

async function held(caller: Caller, at = office): Promise<string> {
  const answer = await post('/holds', caller, { office: at.officeCode, service: 'passport', slot: at.slots[0] });
  return String(answer.json.id);
}

async function mailed(caller: Caller): Promise<string> {
  const mail = (await drain(deps.current)).find(({ to }) => to === caller.email);
  return mail?.subject.slice(0, 6) ?? '';
}

interface Answer {
  readonly id?: string;
  readonly type?: string;
  readonly errors?: readonly { field: string; reason: string }[];
}

const wish = (hold: string, otp?: string) => ({
  hold,
  people: [{ givenName: 'Ada', familyName: `Codice ${hold}`, birthDate: '1980-05-05', relationship: 'self' }],
  privacyAccepted: true,
  ...(otp !== undefined && { otp }),
});

const reasonOf = (answer: { json: Answer }) =>
  answer.json.errors?.map(({ field, reason }) => `${field} ${reason}`).join();

describe('POST /holds/{id}/otp', () => {
  it('sends a code, and within a minute says when the next one can be asked for', async () => {
    const caller = await somebody();
    const hold = await held(caller);
    const sent = await post(`/holds/${hold}/otp`, caller);
    expect([sent.status, sent.json]).toEqual([
      202,
      { expiresAt: '2026-11-22T10:05:00+00:00', againAt: '2026-11-22T10:01:00+00:00' },
    ]);
    deps.current.clock.advance({ seconds: 59 });
    const soon = await post(`/holds/${hold}/otp`, caller);
    expect([soon.status, soon.headers['retry-after'], soon.json.type]).toEqual([
      429,
      '1',
      'https://turno.example/problems/code-too-soon',
    ]);
    deps.current.clock.advance({ seconds: 1 });
    expect((await post(`/holds/${hold}/otp`, caller)).status).toBe(202);
  });

  it('answers 404 for what is somebody else’s, 409 where no code is asked for, 410 for a seat that is gone', async () => {
    const caller = await somebody();
    const hold = await held(caller);
    expect((await post(`/holds/${hold}/otp`, await somebody())).status).toBe(404);
    expect((await post('/holds/nonsense/otp', caller)).status).toBe(404);
    deps.current.clock.advance({ minutes: 11 });
    expect((await post(`/holds/${hold}/otp`, caller)).status).toBe(410);
    const plain = await buildOffice(deps.current.db, { capacity: 3 });
    const easy = await somebody();
    const free = await held(easy, plain);
    expect((await post(`/holds/${free}/otp`, easy)).status).toBe(409);
    expect((await post('/bookings', easy, wish(free))).status).toBe(201);
  });
});

describe('POST /bookings with otp', () => {
  it('books with the right code only, and answers again for its key', async () => {
    const caller = await somebody();
    const hold = await held(caller);
    expect(reasonOf(await post('/bookings', caller, wish(hold)))).toBe('otp required');
    expect(reasonOf(await post('/bookings', caller, wish(hold, '123456')))).toBe('otp wrong');
    await post(`/holds/${hold}/otp`, caller);
    const code = await mailed(caller);
    const another = await somebody(caller);
    expect(reasonOf(await post('/bookings', another, wish(hold, code)))).toBe('otp wrong');
    const key = { 'idempotency-key': 'a-code' };
    const booked = await post('/bookings', caller, wish(hold, code), key);
    expect(booked.status).toBe(201);
    deps.current.clock.advance({ minutes: 6 });
    expect((await post('/bookings', caller, wish(hold, code), key)).text).toBe(booked.text);
  });

  it('says expired after five minutes, and too-many after five wrong ones even to the right one', async () => {
    const caller = await somebody();
    const hold = await held(caller);
    await post(`/holds/${hold}/otp`, caller);
    const first = await mailed(caller);
    deps.current.clock.advance({ minutes: 5 });
    const late = await post('/bookings', caller, wish(hold, first));
    expect([late.status, reasonOf(late)]).toEqual([422, 'otp expired']);
    await post(`/holds/${hold}/otp`, caller);
    const code = await mailed(caller);
    const wrong = code === '000000' ? '000001' : '000000';
    const guesses = await Promise.all(Array.from({ length: 8 }, () => post('/bookings', caller, wish(hold, wrong))));
    expect(guesses.map(reasonOf).sort()).toEqual([
      ...Array.from({ length: 3 }, () => 'otp too-many'),
      ...Array.from({ length: 5 }, () => 'otp wrong'),
    ]);
    expect(reasonOf(await post('/bookings', caller, wish(hold, code)))).toBe('otp too-many');
  });
});
