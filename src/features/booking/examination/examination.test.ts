import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { transact } from '#platform/transaction.ts';
import { bookingTools } from '#test/booking-tools.ts';
import { buildAccount, buildOffice, type BuiltOffice } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { drain, tick } from '#test/drain.ts';
import { bookingById } from '../booking.query.ts';
import { cancelBooking } from '../cancel.ts';
import { historyOf } from '../history.query.ts';
import { giveBack, takeInCharge } from '../take-in-charge.ts';
import { listQueue, nextInQueue, queueCounts, queueSize, searchQueue } from './queue.query.ts';
import { approve, askToRegularise, documentsSent, reject } from './examine.ts';
import { takeOver } from './take-over.ts';

const deps = useDeps();
const tools = bookingTools(deps);
const zone = 'Europe/London';
let office: BuiltOffice;
let anna: number;
let bruno: number;
let people = 0;

beforeEach(async () => {
  const { db, clock } = deps.current;
  clock.set('2027-01-02T09:00:00Z');
  office = await buildOffice(db, { from: '2027-01-20T09:00:00Z', slots: 6, capacity: 5 });
  await rules({ pre_check: true, pre_check_days: 8, confirm_by: 'office' });
  people += 1;
  anna = await buildAccount(db, `anna-${people}@test.example`);
  bruno = await buildAccount(db, `bruno-${people}@test.example`);
});

async function rules(set: Record<string, unknown>): Promise<void> {
  await deps.current.db.updateTable('offering').set(set).where('id', '=', office.offeringId).execute();
}

const now = () => deps.current.clock.now();
const shown = (id: string) => bookingById(deps.current.db, deps.current.secrets, id);
const take = (bookingId: string, operatorId = anna) =>
  transact(deps.current.db, (tx) => takeInCharge(tx, { bookingId, operatorId, now: now() }));
const fine = (bookingId: string, operatorId = anna, back = true) =>
  transact(deps.current.db, (tx) => approve(tx, { bookingId, operatorId, giveBack: back, now: now() }));
const missing = { items: [{ it: 'Atto di nascita', en: 'Birth certificate' }], note: { it: 'Con apostille.' } };
const regularise = (bookingId: string, by: string, operatorId = anna) =>
  transact(deps.current.db, (tx) =>
    askToRegularise(tx, deps.current.secrets, {
      bookingId,
      operatorId,
      missing,
      by: Temporal.PlainDate.from(by),
      zone,
      now: now(),
    }),
  );
const sent = (bookingId: string) =>
  transact(deps.current.db, (tx) => documentsSent(tx, { bookingId, accountId: null, now: now() }));
const queue = (more: Partial<Parameters<typeof listQueue>[1]> = {}) =>
  listQueue(deps.current.db, {
    officeId: office.officeId,
    operatorId: anna,
    now: now(),
    state: 'all',
    service: undefined,
    order: 'appointment',
    after: undefined,
    most: 50,
    ...more,
  });

describe('a booking whose documents the office looks at', () => {
  it('says at once by when they are due, and is in the queue', async () => {
    const { bookingId } = await tools.newBooking(office);
    const booking = await shown(bookingId);
    expect(booking?.status).toBe('awaiting-office');
    expect(booking?.preCheck).toMatchObject({ state: 'to-send', missing: null });
    // Eight calendar days after the second of January, until midnight.
    expect(booking?.preCheck?.dueAt?.toString()).toBe('2027-01-11T00:00:00Z');
    expect((await queue()).map(({ id }) => id)).toEqual([bookingId]);
    const [mail] = await drain(deps.current);
    expect(mail?.text).toContain('Manda entro domenica 10 gennaio 2027');
  });

  it('is examined only by who has it in charge', async () => {
    const { bookingId } = await tools.newBooking(office);
    expect(await fine(bookingId)).toEqual({ ok: false, reason: 'not-yours' });
    await take(bookingId);
    expect(await fine(bookingId, bruno)).toEqual({ ok: false, reason: 'not-yours' });
    const over = (from: number) =>
      transact(deps.current.db, (tx) => takeOver(tx, { bookingId, operatorId: bruno, from, now: now() }));
    // Whoever saw somebody else working on it looks again.
    expect(await over(bruno + 1000)).toEqual({ ok: false, reason: 'wrong-state' });
    expect(await over(anna)).toEqual({ ok: true });
    expect(await fine(bookingId)).toEqual({ ok: false, reason: 'not-yours' });
    expect(await fine(bookingId, bruno)).toEqual({ ok: true });
    const kinds = (await historyOf(deps.current.db, bookingId)).map(({ kind }) => kind);
    expect(kinds).toEqual(['created', 'taken-in-charge', 'taken-over', 'examined-fine', 'confirmed', 'given-back']);
  });

  it('that is fine is confirmed where the office confirms, with one letter; and may be cancelled alone again', async () => {
    const { bookingId, accountId } = await tools.newBooking(office);
    await take(bookingId);
    const cancel = () => transact(deps.current.db, (tx) => cancelBooking(tx, { bookingId, accountId, now: now() }));
    expect(await cancel()).toEqual({ ok: false, reason: 'taken-in-charge' });
    await drain(deps.current);
    await fine(bookingId);
    expect(await shown(bookingId)).toMatchObject({ status: 'confirmed', preCheck: { state: 'fine' } });
    expect((await drain(deps.current)).map(({ subject }) => subject)).toEqual([expect.stringMatching(/confermat/i)]);
    expect(await queue()).toEqual([]);
    expect(await fine(bookingId)).toEqual({ ok: false, reason: 'wrong-state' });
    expect(await cancel()).toEqual({ ok: true });
  });

  it('that is fine goes on by its rules where the citizen confirms, and stays in charge if so wished', async () => {
    await rules({ confirm_by: 'citizen' });
    const { bookingId } = await tools.newBooking(office);
    await take(bookingId);
    await drain(deps.current);
    await fine(bookingId, anna, false);
    const booking = await shown(bookingId);
    expect(booking).toMatchObject({ status: 'booked', preCheck: { state: 'fine' }, takenInChargeBy: anna });
    const [mail] = await drain(deps.current);
    expect(mail?.subject).toMatch(/^Tutto a posto/);
    expect(mail?.text).toContain('Devi confermare');
  });

  it('that lacks something tells what and by when, comes back once it was sent, and may lack again', async () => {
    const { bookingId } = await tools.newBooking(office);
    await take(bookingId);
    await drain(deps.current);
    expect(await regularise(bookingId, '2027-01-01')).toEqual({ ok: false, reason: 'past' });
    expect(await regularise(bookingId, '2027-01-21')).toEqual({ ok: false, reason: 'after-appointment' });
    expect(await regularise(bookingId, '2027-01-15')).toEqual({ ok: true });
    expect((await shown(bookingId))?.preCheck).toMatchObject({ state: 'to-regularise', missing });
    const [mail] = await drain(deps.current);
    expect(mail?.subject).toMatch(/^Manca qualcosa/);
    expect(mail?.text).toContain('Atto di nascita');
    expect(mail?.text).toContain('Con apostille.');
    expect(mail?.text).toContain('entro venerdì 15 gennaio 2027');
    const { rows } = await sql<{ clear: string }>`
      SELECT encode(pre_check_missing_cipher, 'escape') AS clear FROM booking WHERE id = ${bookingId}`.execute(
      deps.current.db,
    );
    expect(rows[0]?.clear).not.toContain('apostille');
    expect((await queue({ state: 'waiting' })).length).toBe(1);
    expect(await sent(bookingId)).toEqual({ ok: true });
    expect(await sent(bookingId)).toEqual({ ok: true });
    expect((await shown(bookingId))?.preCheck).toMatchObject({ state: 'to-examine', dueAt: null, missing });
    expect((await queue({ state: 'mine' })).map(({ id }) => id)).toEqual([bookingId]);
    clockOn('2027-01-05T09:00:00Z');
    expect(await regularise(bookingId, '2027-01-20')).toEqual({ ok: true });
    // The appointment comes before the end of its day.
    expect((await shown(bookingId))?.preCheck?.dueAt?.toString()).toBe('2027-01-20T09:00:00Z');
    expect(await drain(deps.current)).toHaveLength(1);
  });

  it('is reminded two days before it is due, once; past that it is on top of the queue and stands', async () => {
    const first = await tools.newBooking(office);
    const second = await tools.newBooking(office, { slot: 1 });
    await take(second.bookingId);
    await regularise(second.bookingId, '2027-01-15');
    await drain(deps.current);
    const reminders = async () =>
      (await tick(deps.current)).filter(({ subject }) => subject.startsWith('Entro')).map(({ to }) => to).length;
    clockOn('2027-01-13T23:59:00Z');
    // Only the first one, due on the tenth, is past; the second is due at midnight after the fifteenth.
    expect(await reminders()).toBe(0);
    clockOn('2027-01-14T00:00:00Z');
    expect(await reminders()).toBe(1);
    expect(await reminders()).toBe(0);
    clockOn('2027-01-16T00:00:00Z');
    await tick(deps.current);
    expect((await shown(second.bookingId))?.status).toBe('awaiting-office');
    const rows = await queue();
    expect(rows.map(({ id, place }) => [id, place.late])).toEqual([
      [first.bookingId, true],
      [second.bookingId, true],
    ]);
    await sent(first.bookingId);
    expect((await queue()).map(({ id }) => id)).toEqual([second.bookingId, first.bookingId]);
    expect(await queueSize(deps.current.db, { officeId: office.officeId, now: now() })).toBe(2);
  });

  it('that cannot be accepted ends as rejected, with the reason and a way on', async () => {
    const { bookingId } = await tools.newBooking(office);
    await take(bookingId);
    await drain(deps.current);
    const request = { bookingId, operatorId: anna, reason: 'Serve prima la trascrizione.', now: now() };
    expect(await transact(deps.current.db, (tx) => reject(tx, deps.current.secrets, request))).toEqual({ ok: true });
    expect(await shown(bookingId)).toMatchObject({
      status: 'cancelled',
      cancelledBy: 'rejected',
      cancelReason: 'Serve prima la trascrizione.',
      preCheck: { state: 'rejected' },
    });
    const [mail] = await drain(deps.current);
    expect(mail?.text).toContain('Serve prima la trascrizione.');
    expect(mail?.text).toContain(`/offices/${office.officeCode}/passport`);
    expect((await tools.freeSeats(office))[0]).toBe(5);
  });

  it('given back is told, and free for others to take', async () => {
    const { bookingId } = await tools.newBooking(office);
    await take(bookingId);
    await drain(deps.current);
    await transact(deps.current.db, (tx) => giveBack(tx, { bookingId, operatorId: anna, now: now() }));
    expect((await drain(deps.current))[0]?.subject).toMatch(/^Puoi di nuovo decidere tu/);
    expect((await queue())[0]).toMatchObject({ inCharge: false });
  });
});

describe('the queue', () => {
  it('is read page by page, by appointment or by deadline, without losing or doubling one', async () => {
    const made: string[] = [];
    for (let slot = 0; slot < 5; slot += 1) made.push((await tools.newBooking(office, { slot })).bookingId);
    for (const [index, id] of made.entries()) {
      await take(id);
      await regularise(id, `2027-01-${15 - index}`);
    }
    clockOn('2027-01-13T12:00:00Z');
    // Due on 15, 14, 13, 12, 11: the last two are late, the longest first; then by appointment.
    const [a, b, c, d, e] = made;
    const read = async (order: 'appointment' | 'deadline'): Promise<(string | undefined)[]> => {
      const seen: string[] = [];
      let after: Awaited<ReturnType<typeof queue>>[number]['place'] | undefined;
      for (;;) {
        const page = await queue({ order, after, most: 2 });
        seen.push(...page.map(({ id }) => id));
        after = page.at(-1)?.place;
        if (page.length < 2) return seen;
      }
    };
    expect(await read('appointment')).toEqual([e, d, a, b, c]);
    expect(await read('deadline')).toEqual([e, d, c, b, a]);
  });

  it('counts its kinds, finds by surname and code, and gives the next one that nobody has', async () => {
    const free = await tools.newBooking(office);
    const mine = await tools.newBooking(office, { slot: 1 });
    const theirs = await tools.newBooking(office, { slot: 2 });
    await sent(free.bookingId);
    await sent(theirs.bookingId);
    await take(mine.bookingId);
    await take(theirs.bookingId, bruno);
    const desk = { officeId: office.officeId, operatorId: anna, now: now() };
    expect(await queueCounts(deps.current.db, { ...desk, service: undefined })).toEqual({
      all: 3,
      'to-examine': 1,
      mine: 1,
      others: 1,
      waiting: 1,
      overdue: 0,
    });
    expect((await queueCounts(deps.current.db, { ...desk, service: 'cie' })).all).toBe(0);
    const found = async (text: string) =>
      (await searchQueue(deps.current.db, { ...desk, text, most: 10 })).map(({ id }) => id);
    expect(await found(theirs.code.toLowerCase())).toEqual([theirs.bookingId]);
    expect((await found('prova')).length).toBe(3);
    expect(await found('100%')).toEqual([]);
    const next = await nextInQueue(deps.current.db, { ...desk, service: undefined, order: 'appointment' });
    expect(next.map(({ id }) => id)).toEqual([free.bookingId]);
  });
});

function clockOn(at: string): void {
  deps.current.clock.set(at);
}
