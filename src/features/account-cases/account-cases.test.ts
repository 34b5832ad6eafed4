import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { confirmBooking } from '#features/booking/index.ts';
import { identify, isIdentified, personKey, hashPassword } from '#features/identity/index.ts';
import { transact } from '#platform/transaction.ts';
import { buildBooking, type BuiltBooking } from '#test/build-booking.ts';
import { buildCase, tryToHold } from '#test/build-case.ts';
import { buildAccount } from '#test/build-office.ts';
import { buildRole } from '#test/build-role.ts';
import { useDeps } from '#test/deps.ts';
import { rewritePerson } from '#test/rewrite-person.ts';
import { drain } from '#test/drain.ts';
import { type TestBrowser, testBrowser } from '#test/slice-app.ts';
import { createApp } from '../../app.ts';
import { mergeAccounts } from './merge/merge-accounts.ts';

const deps = useDeps();
let app: FastifyInstance;
let booking: BuiltBooking;
let citizenId: number;
let email: string;
let officerId: number;
let citizen: TestBrowser;
let officer: TestBrowser;
let base: string;

beforeAll(async () => {
  app = await createApp(deps.current);
  await app.ready();
});
afterAll(() => app.close());

beforeEach(async () => {
  ({ citizenId, email, booking, officerId, citizen, officer, base } = await buildCase(app, deps.current));
});

async function blockNow(more: Record<string, string> = {}): Promise<number> {
  await officer.get(`${base}/${citizenId}/block`);
  const fields = { kind: 'abuse', until: 'decided', lastDay: '', reason: 'Tre prenotazioni per persone inventate.' };
  const sent = await officer.post(`${base}/${citizenId}/block`, { ...fields, ...more });
  expect(sent.headers.location).toBe(`${base}/${citizenId}?done=blocked`);
  const { rows } = await sql<{ id: number }>`SELECT max(id) AS id FROM account_block`.execute(deps.current.db);
  return rows[0]?.id ?? 0;
}

const holdAs = (accountId: number) => tryToHold(app, deps.current, booking, accountId);

describe('a block of new bookings', () => {
  it('stops new ones, leaves the live booking and the login alone, and is told with its reason', async () => {
    await drain(deps.current);
    await blockNow();
    const [mail] = await drain(deps.current);
    expect(mail?.text).toContain('Tre prenotazioni per persone inventate.');
    expect(await holdAs(citizenId)).toEqual({ status: 403, reason: 'not-eligible' });
    const own = await citizen.get(`/bookings/${booking.code}`);
    expect(own.statusCode).toBe(200);
    expect(own.body).toContain('Una sede ha fermato le tue nuove prenotazioni');
    const confirmed = await transact(deps.current.db, (tx) =>
      confirmBooking(tx, { bookingId: booking.id, accountId: citizenId, now: deps.current.clock.now() }),
    );
    expect(confirmed.ok).toBe(true);
  });

  it('ends with its last day on the office’s clock', async () => {
    await blockNow({ until: 'day', lastDay: '2026-12-05' });
    deps.current.clock.set('2026-12-05T23:59:00Z');
    expect((await holdAs(citizenId)).status).toBe(403);
    deps.current.clock.set('2026-12-06T00:00:00Z');
    expect((await holdAs(citizenId)).reason).not.toBe('not-eligible');
  });

  it('is answered by the link of the e-mail without login, once, and decided by another operator', async () => {
    await drain(deps.current);
    const id = await blockNow();
    const [mail] = await drain(deps.current);
    const link = /\/restrictions\/l\/\S+/.exec(mail?.text ?? '')?.[0] ?? '';
    const anybody = await testBrowser(app, deps.current);
    expect((await anybody.get(link)).statusCode).toBe(200);
    expect((await anybody.post(link, { text: '' })).statusCode).toBe(422);
    expect((await anybody.post(link, { text: 'Sono i miei figli.' })).statusCode).toBe(303);
    expect((await anybody.post(link, { text: 'Ancora.' })).statusCode).toBe(409);
    const told = await drain(deps.current);
    expect(told.map(({ to }) => to)).toEqual(['sede@prova.example']);
    const colleague = await buildRole(deps.current.db, 'office-admin', booking.office.officeId);
    await sql`UPDATE account SET password_hash = 'x' WHERE id = ${colleague}`.execute(deps.current.db);
    const decision = { outcome: 'lifted', lastDay: '', answer: 'Hai ragione.' };
    const list = await officer.get(base);
    expect(list.body).toContain('Account (1)');
    await officer.get(`${base}/blocks/${id}`);
    expect((await officer.post(`${base}/blocks/${id}`, decision)).statusCode).toBe(409);
    const other = await testBrowser(app, deps.current, colleague);
    await other.get(`${base}/blocks/${id}`);
    expect((await other.post(`${base}/blocks/${id}`, decision)).statusCode).toBe(303);
    const letters = await drain(deps.current);
    expect(letters.map(({ subject }) => subject.split(':')[0])).toEqual([
      'Decisione sulle tue prenotazioni',
      'Deciso il ricorso contro un tuo blocco',
    ]);
    expect((await holdAs(citizenId)).reason).not.toBe('not-eligible');
  });

  it('asks for a reason and a day, and nobody blocks themselves', async () => {
    await officer.get(`${base}/${citizenId}/block`);
    const empty = await officer.post(`${base}/${citizenId}/block`, { until: 'day', lastDay: '', reason: '' });
    expect(empty.statusCode).toBe(422);
    await sql`UPDATE account SET office_id = ${booking.office.officeId} WHERE id = ${officerId}`.execute(
      deps.current.db,
    );
    const own = { kind: 'abuse', until: 'decided', reason: 'Prova' };
    expect((await officer.post(`${base}/${officerId}/block`, own)).statusCode).toBe(409);
  });
});

describe('details that only an office changes', () => {
  const right = {
    givenName: 'Ada',
    familyName: 'Provetti',
    birthDate: '05/05/1980',
    birthPlace: '',
    codiceFiscale: '',
  };

  it('are asked for a few times a day, however often each is taken back: the office is written to about each', async () => {
    await citizen.get('/profile/correction');
    const answers: number[] = [];
    for (let time = 0; time < 6; time += 1) {
      answers.push((await citizen.post('/profile/correction', { ...right, why: 'Mi sono sposata.' })).statusCode);
      await citizen.post('/profile/correction/withdraw', {});
    }
    expect(answers).toEqual([303, 303, 303, 303, 303, 429]);
  });

  it('are asked for, compared, and corrected in the live bookings too', async () => {
    const { db, secrets } = deps.current;
    const ada = { givenName: 'Ada', familyName: 'Prova', birthDate: Temporal.PlainDate.from('1980-05-05') };
    await rewritePerson(db, { bookingId: booking.id, personKey: personKey(secrets, ada) });
    const details = await citizen.get('/profile/details');
    expect(details.body).toContain('/profile/correction');
    await citizen.get('/profile/correction');
    expect((await citizen.post('/profile/correction', { ...right, familyName: 'Prova', why: 'x' })).statusCode).toBe(
      422,
    );
    expect((await citizen.post('/profile/correction', { ...right, why: 'Mi sono sposata.' })).statusCode).toBe(303);
    expect((await citizen.post('/profile/correction', { ...right, why: 'Di nuovo.' })).statusCode).toBe(409);
    const { rows } = await sql<{ id: number }>`SELECT max(id) AS id FROM account_change`.execute(deps.current.db);
    const page = `${base}/changes/${rows[0]?.id}`;
    expect((await officer.get(page)).body).toContain('Provetti');
    await drain(deps.current);
    const decided = await officer.post(page, { outcome: 'accept', bookings: 'yes', answer: 'Visto l’atto.' });
    expect(decided.statusCode).toBe(303);
    const [mail] = await drain(deps.current);
    expect(mail?.subject).toBe('I tuoi dati sono corretti');
    const person = await sql<{ name: string }>`
      SELECT family_name AS name FROM booking_person WHERE booking_id = ${booking.id}`.execute(deps.current.db);
    expect(person.rows[0]?.name).toBe('Provetti');
  });

  it.each([
    ['is identified no longer once its details were put right', {}, false],
    ['stays identified where a document with the new details was seen', { seen: 'yes' }, true],
  ])('%s', async (_what, seen, stays) => {
    const { db, clock } = deps.current;
    const operatorId = await buildAccount(db, `saw-${citizenId}-${String(stays)}@prova.example`);
    const { officeId } = booking.office;
    await transact(db, (tx) =>
      identify(tx, { accountId: citizenId, how: 'passport', operatorId, officeId, now: clock.now() }),
    );
    await citizen.get('/profile/correction');
    await citizen.post('/profile/correction', { ...right, why: 'Mi sono sposata.' });
    const { rows } = await sql<{ id: number }>`SELECT max(id) AS id FROM account_change`.execute(db);
    const page = `${base}/changes/${rows[0]?.id}`;
    expect((await officer.get(page)).body).toContain('Ho visto un documento con i dati nuovi');
    const decided = await officer.post(page, { outcome: 'accept', answer: 'Visto l’atto.', ...seen });
    expect(decided.statusCode).toBe(303);
    expect(await isIdentified(db, citizenId)).toBe(stays);
  });

  it('are not corrected while somebody with the new details has a live booking of the same service', async () => {
    const { db, secrets } = deps.current;
    const born = { givenName: 'Ada', birthDate: Temporal.PlainDate.from('1980-05-05') };
    const before = personKey(secrets, { ...born, familyName: 'Prova' });
    const after = personKey(secrets, { ...born, familyName: 'Provetti' });
    const other = await buildBooking(db, { at: '2026-12-10T10:00' });
    await sql`UPDATE booking_person SET live = false WHERE person_key IN (${before}, ${after})`.execute(db);
    await rewritePerson(db, { bookingId: booking.id, personKey: before });
    await rewritePerson(db, { bookingId: other.id, personKey: after });
    await citizen.get('/profile/correction');
    await citizen.post('/profile/correction', { ...right, why: 'Mi sono sposata.' });
    const { rows } = await sql<{ id: number }>`SELECT max(id) AS id FROM account_change`.execute(db);
    await officer.get(`${base}/changes/${rows[0]?.id}`);
    const answer = { outcome: 'accept', answer: 'Va bene.', bookings: 'yes' };
    const refused = await officer.post(`${base}/changes/${rows[0]?.id}`, answer);
    expect(refused.statusCode).toBe(409);
    expect(refused.body).toContain('ha già una prenotazione');
    const person = await sql<{ name: string }>`
      SELECT family_name AS name FROM booking_person WHERE booking_id = ${booking.id}`.execute(db);
    expect(person.rows[0]?.name).toBe('Prova');
    await sql`UPDATE booking_person SET live = false WHERE booking_id = ${other.id}`.execute(db);
  });
});

describe('two accounts of one person', () => {
  it('become one: bookings pass, the old address leads there, both are written to', async () => {
    const { db } = deps.current;
    const twinId = await buildAccount(db, `twin-${citizenId}@prova.example`);
    await sql`UPDATE account SET office_id = ${booking.office.officeId} WHERE id = ${twinId}`.execute(db);
    const admin = await testBrowser(app, deps.current, await buildRole(db, 'office-admin', booking.office.officeId));
    expect((await admin.get(base)).body).toContain(`/merge/${twinId}`);
    const page = `${base}/${citizenId}/merge/${twinId}`;
    await admin.get(page);
    expect((await admin.post(page, { keep: String(twinId) })).statusCode).toBe(422);
    await drain(deps.current);
    expect((await admin.post(page, { keep: String(twinId), sure: 'yes' })).statusCode).toBe(303);
    const letters = await drain(deps.current);
    expect(letters.map(({ to }) => to).toSorted()).toEqual([email, `twin-${citizenId}@prova.example`]);
    const { rows } = await sql<{
      owner: number;
    }>`SELECT account_id AS owner FROM booking WHERE id = ${booking.id}`.execute(db);
    expect(rows[0]?.owner).toBe(twinId);
  });

  it('let the person log in with the old address and the password of the account that stays, still identified', async () => {
    const { db, clock } = deps.current;
    const twinId = await buildAccount(db, `twin-${citizenId}@prova.example`);
    const passwordHash = await hashPassword('una frase che ricordo');
    await sql`UPDATE account SET office_id = ${booking.office.officeId}, password_hash = ${passwordHash}, email_verified_at = ${clock.now()}
      WHERE id = ${twinId}`.execute(db);
    await sql`INSERT INTO identification (account_id, how, identified_at, identified_by, office_id)
      VALUES (${citizenId}, 'passport', ${clock.now()}, ${officerId}, ${booking.office.officeId})`.execute(db);
    const logIn = () =>
      app.inject({
        method: 'POST',
        url: '/api/v1/sessions',
        payload: { email: email, password: 'una frase che ricordo' },
      });
    expect((await logIn()).statusCode).toBe(401);
    const adminId = await buildRole(db, 'office-admin', booking.office.officeId);
    const merged = await transact(db, (tx) =>
      mergeAccounts(tx, deps.current.secrets, {
        keptId: twinId,
        closedId: citizenId,
        officeId: booking.office.officeId,
        by: { operatorId: adminId },
        now: clock.now(),
      }),
    );
    expect(merged.ok).toBe(true);
    const session = await logIn();
    expect(session.statusCode).toBe(201);
    const me = await app.inject({
      url: '/api/v1/me',
      headers: { authorization: `Bearer ${session.json<{ token: string }>().token}` },
    });
    expect(me.body).toContain(`twin-${citizenId}@prova.example`);
    expect(await isIdentified(db, twinId)).toBe(true);
  });

  it('stay two while both have booked the same service, or one works for an office', async () => {
    const { db } = deps.current;
    const twinId = await buildAccount(db, `twin-${citizenId}@prova.example`);
    await buildBooking(db, { at: '2026-12-10T10:00', accountId: twinId });
    await sql`UPDATE account SET office_id = ${booking.office.officeId} WHERE id = ${twinId}`.execute(db);
    const admin = await testBrowser(app, deps.current, await buildRole(db, 'office-admin', booking.office.officeId));
    const page = `${base}/${citizenId}/merge/${twinId}`;
    expect((await admin.get(page)).body).toContain('Annulla prima una delle due');
    expect((await admin.post(page, { keep: String(twinId), sure: 'yes' })).statusCode).toBe(409);
  });
});
