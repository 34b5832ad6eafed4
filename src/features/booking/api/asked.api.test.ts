import { sql } from 'kysely';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSession } from '#features/identity/index.ts';
import { saveQuestion, saveRequestedFile } from '#features/offices/index.ts';
import { transact } from '#platform/transaction.ts';
import { buildAccount, buildOffice, type BuiltOffice } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { formWith, pdf } from '#test/files.ts';
import { createApp } from '../../../app.ts';

const deps = useDeps();
let app: FastifyInstance;
let office: BuiltOffice;
let headers: Record<string, string>;

beforeAll(async () => {
  const { db, secrets, clock } = deps.current;
  app = await createApp(deps.current);
  office = await buildOffice(db, { code: 'cons-asks', capacity: 5, slots: 3 });
  const accountId = await buildAccount(db, 'asked@prova.example');
  const session = await createSession(db, { accountId, secrets, now: clock.now() });
  headers = { authorization: `Bearer ${session.token}` };
  const label = { it: 'Statura', en: 'Height' };
  const plain = { hint: null, mandatory: true, patternMessage: null, options: [], maxLength: 3 };
  const question = {
    ...plain,
    code: 'height',
    label,
    askedOf: ['applicant'],
    control: 'text',
    pattern: '\\d+',
  } as const;
  const file = { code: 'residence', label: { it: 'Residenza' }, hint: null, mandatory: true, maxBytes: 65_536 };
  const { offeringId } = office;
  await transact(db, (tx) => saveQuestion(tx, { offeringId, id: null, question }));
  await transact(db, (tx) => saveRequestedFile(tx, { offeringId, id: null, file }));
});
afterAll(() => app.close());

const post = (url: string, payload: object) => app.inject({ method: 'POST', url: `/api/v1${url}`, headers, payload });

it('tells what an office asks, checks each answer, and takes, lists and gives back files', async () => {
  const detail = await app.inject('/api/v1/offices/cons-asks');
  const [service] = detail.json<{ services: { questions: unknown[]; files: unknown[] }[] }>().services;
  expect(service).toMatchObject({
    questions: [{ code: 'height', control: 'text', pattern: '\\d+', maxLength: 3 }],
    files: [{ code: 'residence', mandatory: true, maxBytes: 65_536 }],
  });
  const held = await post('/holds', { office: 'cons-asks', service: 'passport', slot: office.slots[0], party: 1 });
  const person = { givenName: 'Ada', familyName: 'Prova', birthDate: '1980-05-05', relationship: 'self' };
  const book = (answers?: object) =>
    post('/bookings', {
      hold: held.json<{ id: string }>().id,
      people: [{ ...person, answers }],
      privacyAccepted: true,
    });
  const fieldsOf = (answer: { json: () => unknown }) =>
    (answer.json() as { errors: { field: string; reason: string }[] }).errors.map(({ field, reason }) => [
      field,
      reason,
    ]);
  expect(fieldsOf(await book())).toEqual([['people.0.answers.height', 'required']]);
  expect(fieldsOf(await book({ height: 'tall' }))).toEqual([['people.0.answers.height', 'too-long']]);
  expect(fieldsOf(await book({ height: '17x', shoe: '43' }))).toEqual([
    ['people.0.answers.shoe', 'unknown-field'],
    ['people.0.answers.height', 'pattern'],
  ]);
  const booked = await book({ height: '172' });
  expect(booked.statusCode).toBe(201);
  const { code, people } = booked.json<{ code: string; people: { answers: unknown }[] }>();
  expect(people[0]?.answers).toEqual({ height: '172' });

  const files = `/api/v1/bookings/${code}/attachments`;
  const form = async (name: string, bytes: Buffer) => {
    const sent = await formWith({}, { [name]: { name: 'casa.pdf', bytes } });
    return app.inject({ method: 'POST', url: files, payload: sent.payload, headers: { ...sent.headers, ...headers } });
  };
  expect(fieldsOf(await form('residence', Buffer.from('no file of ours')))).toEqual([['residence', 'wrong-kind']]);
  const kept = await form('residence', pdf);
  expect(kept.statusCode).toBe(201);
  const [item] = kept.json<{ items: { id: string; name: string }[] }>().items;
  expect(item).toMatchObject({ file: 'residence', name: 'casa.pdf', type: 'application/pdf', size: pdf.length });
  const saved = await app.inject({ url: `${files}/${item?.id}`, headers });
  expect(saved.rawPayload.equals(pdf)).toBe(true);
  expect((await app.inject({ url: `${files}/${item?.id}` })).statusCode).toBe(401);
  expect((await app.inject({ method: 'DELETE', url: `${files}/${item?.id}`, headers })).statusCode).toBe(204);
  expect((await app.inject({ url: files, headers })).json()).toEqual({ items: [] });

  const stands = (state: string, dueAt: Temporal.Instant | null) =>
    sql`UPDATE booking SET pre_check = ${state}, pre_check_since = ${deps.current.clock.now()}, pre_check_due_at = ${dueAt}
        WHERE code = ${code}`.execute(deps.current.db);
  await stands('to-regularise', deps.current.clock.now());
  expect((await form('residence', pdf)).statusCode).toBe(201);
  await stands('fine', null);
  const late = await form('residence', pdf);
  expect([late.statusCode, late.json<{ type: string }>().type]).toEqual([409, expect.stringMatching(/too-late$/)]);
});

it('gives no seat of a service by invitation without its code', async () => {
  await sql`UPDATE offering SET invite_only = true WHERE id = ${office.offeringId}`.execute(deps.current.db);
  const later = await createApp(deps.current);
  const wish = { office: 'cons-asks', service: 'passport', slot: office.slots[1], party: 1, forOthers: true };
  for (const [more, rule] of [
    [{}, 'not-invited'],
    [{ invitation: 'ABCD2345' }, 'invitation-not-good'],
  ] as const) {
    const answer = await later.inject({ method: 'POST', url: '/api/v1/holds', headers, payload: { ...wish, ...more } });
    expect([answer.statusCode, answer.json<{ rule: string }>().rule]).toEqual([403, rule]);
  }
  await later.close();
});
