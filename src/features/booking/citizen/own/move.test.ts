import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bodyOf, bookingApp, errorsOf } from '#test/booking-journey.ts';
import { bookingTools } from '#test/booking-tools.ts';
import { type BuiltOffice, buildOffice } from '#test/build-office.ts';
import { testNow, useDeps } from '#test/deps.ts';
import { type TestBrowser, testBrowser } from '#test/slice-app.ts';
import { transact } from '#platform/transaction.ts';
import { bookingById } from '../../booking.query.ts';
import { offerMoves } from '../../moves/offer-moves.job.ts';
import { markProof } from '../../priority/mark-proof.ts';
import { priorityOfBooking } from '../../priority/priority.query.ts';
import { requestsOf } from '../../requests/request.query.ts';
import { seatFaults } from '../../seats/seat-faults.query.ts';
import { takeInCharge } from '../../take-in-charge.ts';

const deps = useDeps();
const tools = bookingTools(deps);
let app: FastifyInstance;
let office: BuiltOffice;
let booking: Awaited<ReturnType<typeof tools.newBooking>>;
let browser: TestBrowser;
let path: string;

beforeAll(async () => {
  app = await bookingApp(deps.current);
});
beforeEach(async () => {
  deps.current.clock.set(testNow);
  office = await buildOffice(deps.current.db, { capacity: 1, slots: 4 });
  booking = await tools.newBooking(office);
  browser = await testBrowser(app, deps.current, booking.accountId);
  path = `/bookings/${booking.code}`;
});

const startOf = async () =>
  (await bookingById(deps.current.db, deps.current.secrets, booking.bookingId))?.startsAt.toString();
const words = (answer: Parameters<typeof bodyOf>[0]) =>
  bodyOf(answer).querySelector('main')?.textContent.replace(/\s+/g, ' ') ?? '';

/** Presses a time and answers with the page that asks once more. */
async function choose(slot: number): Promise<string> {
  await browser.get(`${path}/move/times?date=2027-01-14`);
  const held = await browser.post(`${path}/move`, { slot: office.slots[slot] ?? '' });
  expect(held.statusCode).toBe(303);
  return held.headers.location ?? '';
}

async function takeCharge(): Promise<void> {
  const about = { bookingId: booking.bookingId, operatorId: booking.accountId, now: deps.current.clock.now() };
  await transact(deps.current.db, (tx) => takeInCharge(tx, about));
}

describe('moving an appointment', () => {
  it('leads from the appointment over day and time to one page that says old and new, and back', async () => {
    expect(bodyOf(await browser.get(path)).querySelector(`a[href="${path}/move"]`)?.text).toContain(
      'Cambia giorno o ora',
    );
    const days = await browser.get(`${path}/move`);
    expect(words(days)).toContain('Il tuo posto di giovedì 14 gennaio alle 09:00 resta tuo finché non hai il nuovo.');
    expect(bodyOf(days).querySelector(`a[href="${path}/move/times?date=2027-01-14"]`)).not.toBeNull();
    const times = await browser.get(`${path}/move/times?date=2027-01-14`);
    expect(bodyOf(times).querySelectorAll('button[name=slot]')).toHaveLength(3);
    const confirm = await choose(2);
    expect(await startOf()).toBe('2027-01-14T09:00:00Z');
    const asked = await browser.get(confirm);
    expect(words(asked)).toMatch(/Nuovo.*alle 09:40.*Adesso.*alle 09:00/);
    deps.current.clock.advance({ seconds: 1 });
    const moved = await browser.post(confirm, {});
    expect([moved.statusCode, moved.headers.location]).toEqual([303, path]);
    expect(await startOf()).toBe('2027-01-14T09:40:00Z');
    expect(words(await browser.get(path))).toContain('Appuntamento spostato');
    expect(await tools.freeSeats(office)).toEqual([1, 1, 0, 1]);
    // Pressed twice, or the page opened again: it is done.
    expect((await browser.post(confirm, {})).headers.location).toBe(path);
    expect((await browser.get(confirm)).headers.location).toBe(path);
    expect(await seatFaults(deps.current.db)).toEqual([]);
  });

  it('asks for no code by e-mail where booking does: the appointment is theirs already', async () => {
    await sql`UPDATE offering SET one_time_code = true WHERE id = ${office.offeringId}`.execute(deps.current.db);
    const confirm = await choose(1);
    expect(bodyOf(await browser.get(confirm)).querySelector('input[name=code]')).toBeNull();
    expect((await browser.post(confirm, {})).headers.location).toBe(path);
    expect(await startOf()).toBe('2027-01-14T09:20:00Z');
  });

  it('keeps the old time when the new one is left, and frees the new one at once', async () => {
    const confirm = await choose(1);
    await browser.get(confirm);
    const left = await browser.post(`${confirm}/leave`, {});
    expect(left.headers.location).toBe(path);
    expect(await startOf()).toBe('2027-01-14T09:00:00Z');
    expect(await tools.freeSeats(office)).toEqual([0, 1, 1, 1]);
  });

  it('offers the other times when somebody was quicker', async () => {
    await browser.get(`${path}/move/times?date=2027-01-14`);
    await tools.newBooking(office, { slot: 1 });
    const late = await browser.post(`${path}/move`, { slot: office.slots[1] ?? '' });
    expect(late.statusCode).toBe(409);
    expect(words(late)).toMatch(/Quel posto è appena stato preso.*Il tuo posto di prima è ancora tuo/);
    expect(bodyOf(late).querySelectorAll('button[name=slot]')).toHaveLength(2);
  });

  it('says that the time is over when the new seat was kept for too long, and the old one is still there', async () => {
    const confirm = await choose(1);
    await browser.get(confirm);
    deps.current.clock.advance({ minutes: 11 });
    const late = await browser.post(confirm, {});
    expect(late.statusCode).toBe(410);
    expect(words(late)).toContain('Il tempo per il nuovo posto è finito');
    expect(await startOf()).toBe('2027-01-14T09:00:00Z');
  });

  it('says when nothing else is free, and lets the person write to the office', async () => {
    await sql`UPDATE slot SET planned = 0, capacity = taken WHERE planner_id = ${office.plannerId}`.execute(
      deps.current.db,
    );
    const none = await browser.get(`${path}/move`);
    expect(words(none)).toContain('Non ci sono altri posti liberi');
    expect(bodyOf(none).querySelector(`a[href="${path}/requests"]`)).not.toBeNull();
  });

  it('is not possible alone once it is taken in charge: the appointment’s page says why and how to ask', async () => {
    const confirm = await choose(1);
    await browser.get(confirm);
    await takeCharge();
    expect((await browser.post(confirm, {})).headers.location).toBe(path);
    expect((await browser.get(`${path}/move`)).headers.location).toBe(path);
    const answer = await browser.get(path);
    expect(words(answer)).toContain('devi chiedere alla sede');
    expect(bodyOf(answer).querySelector(`a[href="${path}/requests"]`)).not.toBeNull();
    expect(await startOf()).toBe('2027-01-14T09:00:00Z');
  });

  it('is nobody else’s business', async () => {
    const other = await testBrowser(app, deps.current, await tools.newAccount());
    const confirm = await choose(1);
    for (const page of [`${path}/move`, `${path}/move/times?date=2027-01-14`, confirm, `${path}/requests`])
      expect((await other.get(page)).statusCode).toBe(404);
    expect((await other.post(confirm, {})).statusCode).toBe(404);
  });
});

describe('another seat that the office offers', () => {
  beforeEach(async () => {
    await sql`UPDATE slot SET planned = 0, capacity = taken WHERE id = ${office.slots[0]}`.execute(deps.current.db);
    await offerMoves(deps.current, { officeId: office.officeId, bookingCodes: [booking.code], cause: 'closure' });
  });

  it('stands first in the list and on the appointment’s page, and is accepted with one button', async () => {
    expect(words(await browser.get('/bookings'))).toMatch(
      /Aspettano qualcosa da te.*Nuovo posto offerto.*Rispondi entro/,
    );
    const shown = await browser.get(path);
    expect(words(shown)).toMatch(
      /La sede ti offre un altro posto.*Nuovo posto.*alle 09:20.*Posto di adesso.*alle 09:00/,
    );
    const offer = bodyOf(shown).querySelector('input[name=offer]')?.getAttribute('value') ?? '';
    await browser.post(`${path}/accept-move`, { offer: '0' });
    expect(await startOf()).toBe('2027-01-14T09:00:00Z');
    deps.current.clock.advance({ seconds: 1 });
    const accepted = await browser.post(`${path}/accept-move`, { offer });
    expect(accepted.headers.location).toBe(path);
    expect(await startOf()).toBe('2027-01-14T09:20:00Z');
    expect(words(await browser.get(path))).toContain('Appuntamento spostato');
  });

  it('is declined, or left for a time of one’s own', async () => {
    const shown = await browser.get(path);
    const offer = bodyOf(shown).querySelector('input[name=offer]')?.getAttribute('value') ?? '';
    await browser.post(`${path}/decline-move`, { offer });
    expect(words(await browser.get(path))).toContain('Hai rifiutato il posto che la sede ti offriva');
    const confirm = await choose(3);
    await browser.get(confirm);
    await browser.post(confirm, {});
    expect(await startOf()).toBe('2027-01-14T10:00:00Z');
    expect(words(await browser.get(path))).not.toContain('Hai rifiutato il posto che');
  });
});

describe('writing to the office', () => {
  it('asks what and why, keeps it encrypted, and shows that it waits; once for each kind', async () => {
    await takeCharge();
    await browser.get(`${path}/requests`);
    const empty = await browser.post(`${path}/requests`, { text: ' ' });
    expect(empty.statusCode).toBe(422);
    expect(Object.keys(errorsOf(empty))).toEqual(['kind', 'text']);
    const sent = await browser.post(`${path}/requests`, { kind: 'change', text: 'Posso venire solo di mattina' });
    expect(sent.headers.location).toBe(path);
    expect(words(await browser.get(path))).toMatch(
      /Hai chiesto un cambiamento.*In attesa di risposta.*solo di mattina/,
    );
    const { rows } = await sql<{ text: Buffer }>`SELECT text_cipher AS text FROM booking_request`.execute(
      deps.current.db,
    );
    expect(rows.some(({ text }) => text.includes('mattina'))).toBe(false);
    await browser.get(`${path}/requests`);
    const again = await browser.post(`${path}/requests`, { kind: 'change', text: 'Ancora' });
    expect(again.statusCode).toBe(409);
    expect(words(again)).toContain('Hai già una richiesta aperta');
    expect(await requestsOf(deps.current.db, deps.current.secrets, booking.bookingId)).toHaveLength(1);
  });
});

describe('moving an appointment made with priority', () => {
  /** The seats of the office are kept for two grounds; the appointment was made on one of them. */
  async function withPriority(): Promise<void> {
    const { db, secrets, clock } = deps.current;
    await sql`UPDATE planner SET audience = 'priority', priority_grounds = '{age,disability}' WHERE id = ${office.plannerId}`.execute(
      db,
    );
    await sql`
      INSERT INTO priority_claim (hold_id, planner_id, ground_cipher, min_age, created_at)
      SELECT hold_id, planner_id, ${secrets.encrypt('disability')}, NULL, ${clock.now()} FROM booking WHERE id = ${booking.bookingId}`.execute(
      db,
    );
  }
  const ground = async () =>
    (await priorityOfBooking(deps.current.db, deps.current.secrets, booking.bookingId))?.ground;

  it('finds the kept seats too, keeps its ground, and the proof that was seen stays seen', async () => {
    await withPriority();
    const about = { bookingId: booking.bookingId, operatorId: booking.accountId, now: deps.current.clock.now() };
    await transact(deps.current.db, (tx) => markProof(tx, { ...about, proof: 'seen' }));
    const confirm = await choose(2);
    await browser.get(confirm);
    expect((await browser.post(confirm, {})).headers.location).toBe(path);
    expect(await startOf()).toBe('2027-01-14T09:40:00Z');
    expect(await priorityOfBooking(deps.current.db, deps.current.secrets, booking.bookingId)).toMatchObject({
      ground: 'disability',
      proof: 'seen',
    });
  });

  it('is offered kept seats too, and others are not', async () => {
    const other = await tools.newBooking(office, { slot: 1 });
    await withPriority();
    await sql`UPDATE slot SET planned = 0, capacity = taken WHERE id = ANY (${office.slots.slice(0, 2)}::bigint[])`.execute(
      deps.current.db,
    );
    const codes = [booking.code, other.code];
    await offerMoves(deps.current, { officeId: office.officeId, bookingCodes: codes, cause: 'closure' });
    const { rows } = await sql<{ code: string; state: string }>`
      SELECT b.code, p.state FROM proposal p JOIN booking b ON b.id = p.booking_id WHERE b.code = ANY (${codes}::text[])`.execute(
      deps.current.db,
    );
    expect(Object.fromEntries(rows.map(({ code, state }) => [code, state]))).toEqual({
      [booking.code]: 'offered',
      [other.code]: 'no-seat',
    });
    const offer =
      bodyOf(await browser.get(path))
        .querySelector('input[name=offer]')
        ?.getAttribute('value') ?? '';
    await browser.post(`${path}/accept-move`, { offer });
    expect(await startOf()).toBe('2027-01-14T09:40:00Z');
    expect(await ground()).toBe('disability');
  });
});
