import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { transact } from '#platform/transaction.ts';
import { bookingTools } from '#test/booking-tools.ts';
import { type BuiltOffice, buildOffice } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { markServed } from '../at-the-desk.ts';
import { bookingById } from '../booking.query.ts';
import { cancelBooking } from '../cancel.ts';
import { releaseExpired } from '../seats/give-back.ts';
import { historyOf } from '../history.query.ts';
import { askOffice } from '../requests/ask-office.ts';
import { reschedule } from '../reschedule.ts';
import { seatFaults } from '../seats/seat-faults.query.ts';
import { takeInCharge } from '../take-in-charge.ts';
import { toDoCounts } from '../to-do.query.ts';
import { acceptMove, declineMove, expireOffers } from './answer-offer.ts';
import { offerMoves } from './offer-moves.job.ts';

const deps = useDeps();
const tools = bookingTools(deps);

/** The office closes the hours of its first slot, over whoever has it. */
async function close(office: BuiltOffice, slots = 1): Promise<void> {
  await sql`
    UPDATE slot SET planned = 0, capacity = taken WHERE id = ANY (${office.slots.slice(0, slots)}::bigint[])`.execute(
    deps.current.db,
  );
}

async function offer(office: BuiltOffice, codes: readonly string[]): Promise<void> {
  await offerMoves(deps.current, { officeId: office.officeId, bookingCodes: codes, cause: 'closure' });
}

const bookingOf = async (id: string) => {
  const booking = await bookingById(deps.current.db, deps.current.secrets, id);
  if (booking === undefined) throw new Error('no booking');
  return booking;
};
const kindsOf = async (id: string) => (await historyOf(deps.current.db, id)).map((event) => event.kind);
const now = () => deps.current.clock.now();

async function closedOn(wish: { slots?: number; capacity?: number } = {}) {
  const office = await buildOffice(deps.current.db, { capacity: 1, slots: 3, ...wish });
  const booking = await tools.newBooking(office);
  await close(office);
  await offer(office, [booking.code]);
  return { office, ...booking };
}

describe('a seat offered when the office closes over an appointment', () => {
  it('is the nearest one, kept for the person, while the old one stays theirs', async () => {
    const { office, bookingId } = await closedOn();
    const { offer: offered, startsAt } = await bookingOf(bookingId);
    expect(startsAt.toString()).toBe('2027-01-14T09:00:00Z');
    expect(offered).toMatchObject({ state: 'offered' });
    expect(offered?.startsAt?.toString()).toBe('2027-01-14T09:20:00Z');
    // A Sunday: three working days later is Wednesday.
    expect(offered?.expiresAt?.toString()).toBe('2026-11-25T10:00:00Z');
    expect(await tools.freeSeats(office)).toEqual([0, 0, 1]);
    expect(await kindsOf(bookingId)).toContain('move-offered');
    expect(await seatFaults(deps.current.db)).toEqual([]);
  });

  it('is offered once, however often the task runs and even by two workers', async () => {
    const office = await buildOffice(deps.current.db, { capacity: 1, slots: 5 });
    const { code, bookingId } = await tools.newBooking(office);
    await close(office);
    await Promise.all([offer(office, [code]), offer(office, [code]), offer(office, [code])]);
    await offer(office, [code]);
    expect((await kindsOf(bookingId)).filter((kind) => kind === 'move-offered')).toHaveLength(1);
    expect(await tools.freeSeats(office)).toEqual([0, 0, 1, 1, 1]);
    expect(await seatFaults(deps.current.db)).toEqual([]);
  });

  it('comes back by itself when the worker dies between holding it and offering it', async () => {
    const { db, clock } = deps.current;
    const office = await buildOffice(db, { capacity: 1, slots: 3 });
    const { code, bookingId } = await tools.newBooking(office);
    await close(office);
    // What is left behind by a worker killed at that point.
    const owner = { kind: 'offer', bookingId, holdId: 'of-a-dead-worker' } as const;
    await tools.heldId(office, owner, { slot: 1, rescheduleOf: bookingId });
    await offer(office, [code]);
    expect((await bookingOf(bookingId)).offer?.startsAt?.toString()).toBe('2027-01-14T09:40:00Z');
    clock.advance({ minutes: 11 });
    await releaseExpired(db, clock.now());
    expect(await tools.freeSeats(office)).toEqual([0, 1, 0]);
    expect(await seatFaults(db)).toEqual([]);
  });

  it('moves the booking when it is accepted, also when it is accepted twice, taken in charge and past the cut-off', async () => {
    const { office, bookingId, accountId } = await closedOn();
    const { db, secrets } = deps.current;
    await transact(db, (tx) => takeInCharge(tx, { bookingId, operatorId: accountId, now: now() }));
    const accept = () => transact(db, (tx) => acceptMove(tx, secrets, { bookingId, accountId, now: now() }));
    expect(await Promise.all([accept(), accept()])).toEqual([{ ok: true }, { ok: true }]);
    const moved = await bookingOf(bookingId);
    expect(moved.startsAt.toString()).toBe('2027-01-14T09:20:00Z');
    expect(moved.offer).toBeNull();
    // The old hour stays closed: its seat does not come back.
    expect(await tools.freeSeats(office)).toEqual([0, 0, 1]);
    expect((await kindsOf(bookingId)).filter((kind) => kind === 'moved')).toHaveLength(1);
    expect(await seatFaults(db)).toEqual([]);
  });

  it('is free for others when it is declined; the old appointment stays, for the office to settle', async () => {
    const { office, bookingId, accountId, code } = await closedOn();
    const { db } = deps.current;
    const decline = () => transact(db, (tx) => declineMove(tx, { bookingId, accountId, now: now() }));
    expect(await decline()).toEqual({ ok: true });
    expect(await decline()).toEqual({ ok: true });
    await releaseExpired(db, now());
    expect(await tools.freeSeats(office)).toEqual([0, 1, 1]);
    expect(await bookingOf(bookingId)).toMatchObject({ status: 'booked', offer: { state: 'declined' } });
    await offer(office, [code]);
    expect((await bookingOf(bookingId)).offer?.state).toBe('declined');
  });

  it('ends when nobody answers, and can no longer be accepted', async () => {
    const { office, bookingId, accountId } = await closedOn();
    const { db, secrets, clock } = deps.current;
    clock.set((await bookingOf(bookingId)).offer?.expiresAt ?? '');
    const answer = { bookingId, accountId, now: now() };
    const [, accepted] = await Promise.all([
      expireOffers(db, { now: now(), most: 100 }),
      transact(db, (tx) => acceptMove(tx, secrets, answer)),
      releaseExpired(db, now()),
    ]);
    expect(accepted).toEqual({ ok: false, reason: 'offer-expired' });
    await releaseExpired(db, now());
    expect(await bookingOf(bookingId)).toMatchObject({ status: 'booked', offer: { state: 'expired' } });
    expect(await tools.freeSeats(office)).toEqual([0, 1, 1]);
    expect(await expireOffers(db, { now: now(), most: 100 })).toBe(0);
    expect(await seatFaults(db)).toEqual([]);
    clock.set('2026-11-22T10:00:00Z');
  });

  it('is free again when its people are served before they answer', async () => {
    const { office, bookingId, accountId } = await closedOn();
    const { db } = deps.current;
    await transact(db, (tx) => markServed(tx, { bookingId, operatorId: accountId, now: now() }));
    await releaseExpired(db, now());
    expect(await tools.freeSeats(office)).toEqual([0, 1, 1]);
    expect((await bookingOf(bookingId)).offer).toBeNull();
    expect(await seatFaults(db)).toEqual([]);
  });

  it('goes back with the booking that is cancelled while it is offered', async () => {
    const { office, bookingId, accountId } = await closedOn();
    const { db, secrets } = deps.current;
    const [cancelled] = await Promise.all([
      transact(db, (tx) => cancelBooking(tx, { bookingId, accountId, now: now() })),
      transact(db, (tx) => acceptMove(tx, secrets, { bookingId, accountId, now: now() })),
    ]);
    await releaseExpired(db, now());
    expect(cancelled.ok).toBe(true);
    const free = await tools.freeSeats(office);
    expect(free).toEqual([0, 1, 1]);
    expect(await bookingOf(bookingId)).toMatchObject({ status: 'cancelled', offer: null });
    expect(await seatFaults(db)).toEqual([]);
  });

  it('does not take away what the person holds for themselves', async () => {
    const { db } = deps.current;
    const office = await buildOffice(db, { capacity: 1, slots: 4 });
    const { code, bookingId, owner } = await tools.newBooking(office);
    await tools.heldId(office, owner, { slot: 3, rescheduleOf: bookingId });
    await close(office);
    await offer(office, [code]);
    expect(await tools.freeSeats(office)).toEqual([0, 0, 1, 0]);
  });

  it('is not found when nothing is free: the office’s list has it, and people are told once', async () => {
    const { office, code, bookingId } = await closedOn({ slots: 1 });
    await offer(office, [code]);
    expect((await bookingOf(bookingId)).offer?.state).toBe('no-seat');
    expect((await kindsOf(bookingId)).filter((kind) => kind === 'no-seat-found')).toHaveLength(1);
  });

  it('is offered only to as many as are too many, the last to book first', async () => {
    const { db, clock } = deps.current;
    const office = await buildOffice(db, { capacity: 2, slots: 3 });
    const first = await tools.newBooking(office);
    clock.advance({ minutes: 1 });
    const second = await tools.newBooking(office);
    await sql`UPDATE slot SET planned = 1, capacity = taken WHERE id = ${office.slots[0]}`.execute(db);
    await offer(office, [first.code, second.code]);
    expect((await bookingOf(first.bookingId)).offer).toBeNull();
    expect((await bookingOf(second.bookingId)).offer?.state).toBe('offered');
  });

  it('is found for people without an account too: the limit on visitors’ holds is not for them', async () => {
    const { db } = deps.current;
    const office = await buildOffice(db, { capacity: 4, slots: 2 });
    const bookings = [];
    for (let n = 0; n < 4; n += 1) bookings.push(await tools.newBooking(office));
    await sql`UPDATE booking SET account_id = NULL, created_by = NULL WHERE office_id = ${office.officeId}`.execute(db);
    await close(office);
    await offer(
      office,
      bookings.map(({ code }) => code),
    );
    const states = await Promise.all(bookings.map(async ({ bookingId }) => (await bookingOf(bookingId)).offer?.state));
    expect(states).toEqual(['offered', 'offered', 'offered', 'offered']);
  });

  it('is not offered when the hours are open again by the time the task runs', async () => {
    const office = await buildOffice(deps.current.db, { capacity: 1, slots: 2 });
    const { code, bookingId } = await tools.newBooking(office);
    await offer(office, [code]);
    expect((await bookingOf(bookingId)).offer).toBeNull();
    expect(await tools.freeSeats(office)).toEqual([0, 1]);
  });
});

it('what is asked of the office goes along with a booking that moves to another office', async () => {
  const { db, secrets } = deps.current;
  const [from, to] = [await buildOffice(db), await buildOffice(db)];
  const { bookingId, accountId, owner } = await tools.newBooking(from);
  const asked = { bookingId, accountId, kind: 'cancel', text: 'Non posso venire', now: now() } as const;
  expect(await transact(db, (tx) => askOffice(tx, secrets, asked))).toEqual({ ok: true });
  const holdId = await tools.heldId(to, owner, { rescheduleOf: bookingId });
  const wish = { bookingId, holdId, owner, accountId, now: now() };
  expect(await transact(db, (tx) => reschedule(tx, secrets, wish))).toEqual({ ok: true });
  const requests = async ({ officeId }: BuiltOffice) => (await toDoCounts(db, { officeId, now: now() })).requests;
  expect([await requests(from), await requests(to)]).toEqual([0, 1]);
});
