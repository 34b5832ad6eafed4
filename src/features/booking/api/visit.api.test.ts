import { sql } from 'kysely';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSession, makeCodiceFiscale } from '#features/identity/index.ts';
import { transact } from '#platform/transaction.ts';
import { buildAccount, buildOffice, type BuiltOffice } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { createApp } from '../../../app.ts';
import { bookingByCode } from '../booking.query.ts';
import { papersOfBooking } from '../visit/visit-of-booking.query.ts';

const deps = useDeps();
let app: FastifyInstance;
let office: BuiltOffice;
let asked = 0;

const documents = [
  { text: { it: 'La ricevuta' }, when: null },
  { text: { it: 'La denuncia' }, when: null, cases: ['reason:theft', 'reason:loss'] },
  { text: { it: 'Il permesso di soggiorno' }, when: { it: 'se non sei dell’UE' }, cases: ['citizenship:non-eu'] },
  { text: { it: 'I due genitori' }, when: null, cases: ['age:minor', 'parents:both'] },
];
const fees = { stateCents: 1679, rightsCents: 542, duplicateCents: 1058, payment: { it: 'Con carta.' } };

beforeAll(async () => {
  const { db } = deps.current;
  app = await createApp(deps.current);
  office = await buildOffice(db, { kind: 'municipal', service: 'card', capacity: 40, zone: 'Europe/Rome' });
  await sql`
    UPDATE offering SET codice_fiscale = 'required', birth_date = 'not-asked', reasons = '{expiry,theft}', reason_optional = true,
      renewal_days = 180, documents = ${JSON.stringify(documents)}, fees = ${JSON.stringify(fees)}
    WHERE id = ${office.offeringId}`.execute(db);
});
afterAll(() => app.close());

/** Books for one person with an account of its own. */
async function bookFor(
  name: { givenName?: string; familyName?: string; born?: string },
  more: object = {},
  visit?: object,
) {
  asked += 1;
  const { db, secrets, clock } = deps.current;
  const accountId = await buildAccount(db, `visit-${asked}@prova.example`);
  const session = await transact(db, async (tx) => ({
    ok: true as const,
    ...(await createSession(tx, { accountId, secrets, now: clock.now() })),
  }));
  const headers = { authorization: `Bearer ${session.token}` };
  const post = async (url: string, payload: object) => {
    const answer = await app.inject({ method: 'POST', url: `/api/v1${url}`, headers, payload });
    return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
  };
  const { body } = await post('/holds', {
    office: office.officeCode,
    service: 'card',
    slot: office.slots[0],
    party: 1,
  });
  const [givenName, familyName] = [name.givenName ?? 'Ada', name.familyName ?? 'Prova'];
  const code = { birthDate: Temporal.PlainDate.from(name.born ?? '1980-05-05'), sex: 'F' as const };
  const birthPlaceCode = `H${String(500 + asked)}`;
  const person = {
    givenName,
    familyName,
    codiceFiscale: makeCodiceFiscale({ givenName, familyName, ...code, birthPlaceCode }),
    ...(visit && { visit }),
  };
  return post('/bookings', { hold: body['id'], people: [person], privacyAccepted: true, ...more });
}

async function papers(code: unknown) {
  const { db, secrets } = deps.current;
  const booking = await bookingByCode(db, secrets, String(code));
  if (!booking) throw new Error('not booked');
  return papersOfBooking(db, booking, 'it');
}

describe('a booking over the API', () => {
  it('needs name, surname and codice fiscale only, and lists what may be needed with its case', async () => {
    const { status, body } = await bookFor({});
    expect(status).toBe(201);
    expect(await papers(body['code'])).toMatchObject({
      documents: [
        'La ricevuta',
        'La denuncia, se è stata rubata o se è stata persa',
        'Il permesso di soggiorno, se non sei dell’UE',
      ],
      fee: [expect.stringContaining('22,21'), expect.stringContaining('27,37'), 'Con carta.'],
    });
  });

  it('lists what the answers and the age of the day say', async () => {
    const visit = { citizenship: 'non-eu', parents: 'both' };
    // Eighteen on the day after the appointment.
    const { body } = await bookFor({ familyName: 'Minore', born: '2009-01-15' }, { reason: 'theft' }, visit);
    expect(await papers(body['code'])).toMatchObject({
      documents: ['La ricevuta', 'La denuncia', 'Il permesso di soggiorno', 'I due genitori'],
      fee: [expect.stringMatching(/^Duplicato.*27,37/), 'Con carta.'],
    });
    const grown = await bookFor({ familyName: 'Grande', born: '2009-01-14' }, { reason: 'expiry' }, visit);
    expect((await papers(grown.body['code'])).documents).toEqual(['La ricevuta', 'Il permesso di soggiorno']);
  });

  it('keeps the fees of its day when the office changes them', async () => {
    const { db } = deps.current;
    const { body } = await bookFor({ familyName: 'Tariffa' }, { reason: 'expiry' });
    const dearer = JSON.stringify({ ...fees, rightsCents: 900 });
    await sql`UPDATE offering SET fees = ${dearer} WHERE id = ${office.offeringId}`.execute(db);
    expect((await papers(body['code'])).fee[0]).toContain('22,21');
    await sql`UPDATE offering SET fees = ${JSON.stringify(fees)} WHERE id = ${office.offeringId}`.execute(db);
  });

  it.each([
    [
      { familyName: 'Presto' },
      { reason: 'expiry' },
      { cardExpires: '2027-07-14' },
      'people.0.visit.cardExpires',
      'too-early-to-renew',
      '15 gennaio 2027',
    ],
    [{ givenName: 'Γεωργία' }, {}, undefined, 'people.0.givenName', 'name-latin', '«Georgia»'],
  ])('%o is told what to do', async (name, more, visit, field, reason, words) => {
    const { status, body } = await bookFor(name, more, visit);
    expect(status).toBe(422);
    expect(body['errors']).toEqual([{ field, reason, message: expect.stringContaining(words) as string }]);
  });
});
