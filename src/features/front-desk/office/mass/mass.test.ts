import { sql } from 'kysely';
import { parse } from 'node-html-parser';
import { beforeEach, describe, expect, it } from 'vitest';
import { bookingById, historyOf } from '#features/booking/index.ts';
import { bookingTools } from '#test/booking-tools.ts';
import { buildRole } from '#test/build-role.ts';
import { useDeps } from '#test/deps.ts';
import { drain, tick } from '#test/drain.ts';
import { useFrontDesk, wordsOf } from '#test/front-desk.ts';
import { testBrowser } from '#test/slice-app.ts';

const deps = useDeps();
const tools = bookingTools(deps);
const desk = useFrontDesk(deps);

type Made = Awaited<ReturnType<typeof tools.newBooking>>;
let bookings: Made[];

const day = { from: '2026-11-23', to: '2026-11-23' };

beforeEach(async () => {
  bookings = [];
  for (let slot = 0; slot < 3; slot += 1) bookings.push(await tools.newBooking(desk.current.office, { slot }));
  await drain(deps.current);
});

const first = () => bookings[0] as Made;
const path = (page: string, fields: Record<string, string> = {}) =>
  `${desk.current.base}/mass/${page}?${new URLSearchParams({ ...day, ...fields }).toString()}`;
const stateOf = async (made: Made) =>
  (await bookingById(deps.current.db, deps.current.secrets, made.bookingId))?.status;

/** Opens the form, sends it, and answers with the fields of the preview's own form. */
async function previewed(page: 'cancel' | 'message', fields: Record<string, string>, selection = {}) {
  const { officer, base } = desk.current;
  expect((await officer.get(path(page, selection))).statusCode).toBe(200);
  const answer = await officer.post(`${base}/mass/${page}`, { ...day, ...selection, ...fields });
  const hidden = parse(answer.body).querySelectorAll('form#confirm input[type=hidden]');
  const values = hidden.map((input): [string, string] => [
    input.getAttribute('name') ?? '',
    input.getAttribute('value') ?? '',
  ]);
  return { answer, values: Object.fromEntries(values.filter(([name]) => name !== '_csrf')) };
}

const confirmed = (page: 'cancel' | 'message', values: Record<string, string>) =>
  desk.current.officer.post(`${desk.current.base}/mass/${page}`, { ...values, step: 'confirm' });

describe('a selection', () => {
  it('is of a day, its hours and a service, and counts what it finds', async () => {
    expect(wordsOf(await desk.current.open(`mass/new?from=${day.from}`))).toContain('3 appuntamenti, 3 persone');
    expect(wordsOf(await desk.current.open(`mass/new?from=${day.from}&starts=09:20`))).toContain('2 appuntamenti');
    expect(wordsOf(await desk.current.open(`mass/new?from=${day.from}&ends=09:20`))).toContain('Un appuntamento');
    expect(wordsOf(await desk.current.open('mass/new?from=2026-11-24'))).toContain('Nessun appuntamento atteso');
    expect(
      (await desk.current.open('agenda?date=2026-11-23')).querySelector('a[href*="/mass/new?from=2026-11-23"]'),
    ).not.toBeNull();
  });

  it.each([
    ['a day that does not exist', { from: '2026-02-30' }],
    ['days the wrong way round', { from: '2026-11-24', to: '2026-11-23' }],
    ['more than a year', { from: '2026-11-24', to: '2027-11-25' }],
    ['hours the wrong way round', { starts: '10:00', ends: '09:00' }],
    ['a planner that is no number', { planner: 'x' }],
  ])('with %s is marked at its field', async (_what, fields) => {
    const answer = await desk.current.officer.get(path('new', fields));
    expect(answer.statusCode).toBe(422);
    expect(parse(answer.body).querySelectorAll('[data-error-summary] li')).toHaveLength(1);
    const onward = await desk.current.officer.get(path('cancel', fields));
    expect(onward.statusCode).toBe(303);
  });
});

describe('cancelling many', () => {
  it('says why, in each one’s language, frees the seats, and tells what was skipped', async () => {
    const { db } = deps.current;
    await sql`UPDATE booking SET language = 'en' WHERE id = ${first().bookingId}`.execute(db);
    const { answer, values } = await previewed('cancel', { reason: 'systems', moreIt: 'Scusaci.', moreEn: 'Sorry.' });
    expect(answer.statusCode).toBe(200);
    const words = wordsOf(parse(answer.body));
    for (const part of [
      'Un annullamento non si può disfare',
      'I sistemi informatici non funzionano. Scusaci.',
      'The computer systems are not working. Sorry.',
    ])
      expect(words).toContain(part);
    expect(await stateOf(first())).not.toBe('cancelled');
    const done = await confirmed('cancel', values);
    expect(done.headers.location).toMatch(/\/mass\/[0-9a-f-]{36}$/);
    // Served before the worker comes to it.
    const served = bookings[2] as Made;
    await sql`UPDATE booking SET status = 'served', live = false WHERE id = ${served.bookingId}`.execute(db);
    const mails = await drain(deps.current);
    expect(mails.map((mail) => mail.text).join('\n')).toContain('The computer systems are not working. Sorry.');
    expect(mails.some((mail) => mail.text.includes('non funzionano. Scusaci.'))).toBe(true);
    expect(mails.every((mail) => mail.text.includes(`/offices/${desk.current.office.officeCode}/passport`))).toBe(true);
    expect([await stateOf(first()), await stateOf(served)]).toEqual(['cancelled', 'served']);
    expect(await tools.freeSeats(desk.current.office)).toEqual([3, 3, 2, 3]);
    const page = wordsOf(parse((await desk.current.officer.get(String(done.headers.location))).body));
    for (const part of ['Finito: 3 appuntamenti', 'Saltato: l’appuntamento era già passato o concluso'])
      expect(page).toContain(part);
    const { rows } = await sql`SELECT 1 FROM audit_entry WHERE action = 'cancel-many'`.execute(db);
    expect(rows).toHaveLength(1);
  });

  it('takes only those ticked, and asks for a reason', async () => {
    const selection = { who: 'ticked', code: first().code };
    const { officer, base } = desk.current;
    await officer.get(path('cancel', selection));
    const empty = await officer.post(`${base}/mass/cancel`, { ...day, ...selection, reason: '' });
    expect([empty.statusCode, empty.body.includes('reason-error')]).toEqual([422, true]);
    const other = await officer.post(`${base}/mass/cancel`, { ...day, ...selection, reason: 'other' });
    expect([other.statusCode, other.body.includes('moreIt-error')]).toEqual([422, true]);
    const { values } = await previewed('cancel', { reason: 'closed' }, selection);
    await confirmed('cancel', values);
    await drain(deps.current);
    expect(await Promise.all(bookings.map(stateOf))).toEqual(['cancelled', 'confirmed', 'confirmed']);
  });

  it('does nothing when others are chosen by now, and goes on after a worker was killed', async () => {
    const { values } = await previewed('cancel', { reason: 'closed' });
    bookings.push(await tools.newBooking(desk.current.office, { slot: 3 }));
    const changed = await confirmed('cancel', values);
    expect([changed.statusCode, changed.body.includes('Nel frattempo')]).toEqual([409, true]);
    expect(await stateOf(first())).toBe('confirmed');
    const again = await previewed('cancel', { reason: 'closed' });
    await confirmed('cancel', again.values);
    await sql`DELETE FROM outbox WHERE task = 'mass-action'`.execute(deps.current.db);
    deps.current.clock.advance({ minutes: 1 });
    await tick(deps.current);
    expect(await Promise.all(bookings.map(stateOf))).toEqual(['cancelled', 'cancelled', 'cancelled', 'cancelled']);
  });

  it('above twenty asks twice: the number has to be written', async () => {
    const { db } = deps.current;
    await sql`UPDATE slot SET planned = 40, capacity = 40 WHERE id = ${desk.current.office.slots[3]}`.execute(db);
    for (let more = 0; more < 18; more += 1) bookings.push(await tools.newBooking(desk.current.office, { slot: 3 }));
    const { answer, values } = await previewed('cancel', { reason: 'closed' });
    expect(answer.body).toContain('name="sure"');
    for (const sure of ['', '20']) expect((await confirmed('cancel', { ...values, sure })).statusCode).toBe(422);
    expect((await confirmed('cancel', { ...values, sure: '21' })).statusCode).toBe(303);
  });
});

describe('writing to many', () => {
  const words = { subjectIt: 'Porta anche una foto', textIt: 'Prima riga.\nSeconda riga.', subjectEn: '', textEn: '' };

  it('reaches each in their language, stands on their booking, and lists whom to call', async () => {
    const { db, secrets } = deps.current;
    const called = bookings[1] as Made;
    await sql`UPDATE booking SET contact_email = NULL, account_id = NULL, contact_phone = '+39 06 555' WHERE id = ${called.bookingId}`.execute(
      db,
    );
    await sql`UPDATE booking SET language = 'en' WHERE id = ${first().bookingId}`.execute(db);
    const wrong = await desk.current.officer.post(`${desk.current.base}/mass/message`, {
      ...day,
      ...words,
      subjectEn: 'A photo',
    });
    expect(wrong.statusCode).toBe(403);
    const half = await previewed('message', { ...words, subjectEn: 'A photo' });
    expect([half.answer.statusCode, half.answer.body.includes('textEn-error')]).toEqual([422, true]);
    const { answer, values } = await previewed('message', words);
    const preview = wordsOf(parse(answer.body));
    for (const part of ['non hai scritto in inglese', '+39 06 555', 'Prima riga.', 'Manda 3 messaggi'])
      expect(preview).toContain(part);
    const done = await confirmed('message', values);
    const mails = await drain(deps.current);
    expect(mails.map(({ subject }) => subject)).toEqual(['Porta anche una foto', 'Porta anche una foto']);
    expect(mails[0]?.text).toContain('Seconda riga.');
    expect((await historyOf(db, called.bookingId)).map(({ kind }) => kind)).toContain('office-message');
    const page = wordsOf(parse((await desk.current.officer.get(`${String(done.headers.location)}?only=skipped`)).body));
    for (const part of ['Senza e-mail: da chiamare', '+39 06 555']) expect(page).toContain(part);
    const shown = wordsOf(await desk.current.open(`bookings/${first().code}`));
    expect(shown).toContain('Porta anche una foto');
    const { rows } = await sql<{ line: string }>`SELECT m::text AS line FROM mass_action m`.execute(db);
    expect(rows.map(({ line }) => line).join()).not.toContain('foto');
    expect((await bookingById(db, secrets, first().bookingId))?.status).toBe('confirmed');
    // Run again, nobody is written to twice.
    deps.current.clock.advance({ minutes: 2 });
    expect((await tick(deps.current)).filter(({ subject }) => subject === 'Porta anche una foto')).toEqual([]);
  });

  it('is for officers; an operator cancels', async () => {
    const { db } = deps.current;
    const operator = await testBrowser(
      desk.current.app,
      deps.current,
      await buildRole(db, 'operator', desk.current.office.officeId),
    );
    expect((await operator.get(path('message'))).statusCode).toBe(403);
    expect((await operator.get(path('cancel'))).statusCode).toBe(200);
    const page = await operator.get(path('new'));
    expect(page.body).not.toContain('Scrivi a queste persone');
  });

  it('an action that is not there yet says so', async () => {
    const answer = await desk.current.officer.get(`${desk.current.base}/mass/${crypto.randomUUID()}`);
    expect([answer.statusCode, answer.body.includes('Qui non c’è ancora nulla')]).toEqual([404, true]);
    expect((await desk.current.officer.get(`${desk.current.base}/mass/nonsense`)).statusCode).toBe(404);
    expect(wordsOf(await desk.current.open('mass'))).toContain('Azioni su più appuntamenti');
  });
});
