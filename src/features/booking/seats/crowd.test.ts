import { randomInt, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { transact } from '#platform/transaction.ts';
import { bookingTools } from '#test/booking-tools.ts';
import { buildOffice, type BuiltOffice } from '#test/build-office.ts';
import { addRule, publish } from '#test/build-planner.ts';
import { useDeps } from '#test/deps.ts';
import { markServed, undoMark } from '../at-the-desk.ts';
import { cancelBooking, cancelByOffice } from '../cancel.ts';
import { confirmBooking } from '../confirmation/confirm.ts';
import { adoptHolds, extendHold, releaseHold } from '../hold/hold-changes.ts';
import { releaseExpired } from './give-back.ts';
import type { HoldOwner } from '../hold/hold-owner.ts';
import { acceptMove, declineMove, expireOffers } from '../moves/answer-offer.ts';
import { keepAsIs } from '../moves/keep-as-is.ts';
import { offerMoves } from '../moves/offer-moves.job.ts';
import { offerSeat } from '../moves/offer-seat.ts';
import { moveByOffice, reschedule } from '../reschedule.ts';
import { restoreUnconfirmed } from '../confirmation/restore.ts';
import { createSeatEngine } from './engine.ts';
import { seatFaults } from './seat-faults.query.ts';

const deps = useDeps();
const tools = bookingTools(deps);
const rounds = 40;
const atOnce = 40;
const seed = randomInt(2 ** 31);

interface Kept {
  readonly holdId: string;
  readonly owner: HoldOwner;
  readonly accountId: number | null;
  readonly party: number;
}

let office: BuiltOffice;
const accounts: number[] = [];
const holds: Kept[] = [];
const bookings: { id: string; code: string; accountId: number | null; party: number }[] = [];
const people = Array.from({ length: 40 }, () => tools.somebody());

let state = seed;
/** Numbers that follow from the seed (mulberry32), below a limit. */
function below(limit: number): number {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * limit);
}
const lately = <Item>(list: readonly Item[]): Item | undefined => list.at(-1 - below(Math.min(list.length, 40)));

beforeAll(async () => {
  const { db, clock } = deps.current;
  office = await buildOffice(db, { capacity: 2, slots: 8, from: '2026-11-22T14:00:00Z' });
  await sql`UPDATE planner SET horizon_days = 3 WHERE id = ${office.plannerId}`.execute(db);
  await addRule(db, office.plannerId, { starts: '14:00', ends: '16:40' });
  await publish(db, office.plannerId, clock.now());
  for (let n = 0; n < 20; n += 1) accounts.push(await tools.newAccount());
});

async function take(): Promise<void> {
  const accountId = accounts[below(accounts.length)] ?? 0;
  const owners: HoldOwner[] = [
    { kind: 'account', accountId },
    { kind: 'account', accountId },
    { kind: 'browser', browser: `browser-of-the-crowd-${below(10)}` },
    { kind: 'desk', accountId, form: randomUUID() },
  ];
  const owner = owners[below(4)] ?? { kind: 'account', accountId };
  const party = 1 + below(2);
  const outcome = await tools.held(office, owner, { slot: below(8), party });
  if (!outcome.ok) return;
  holds.push({ holdId: outcome.holdId, owner, party, accountId: owner.kind === 'account' ? accountId : null });
}

async function bookIt(): Promise<void> {
  const hold = lately(holds);
  if (hold === undefined || hold.owner.kind === 'browser') return;
  const { holdId, owner, accountId, party } = hold;
  const first = below(people.length - 1);
  const more = { owner, accountId, people: people.slice(first, first + party), createdBy: null };
  const outcome = await tools.booked(holdId, accountId ?? 0, more);
  if (outcome.ok) bookings.push({ id: outcome.bookingId, code: outcome.code, accountId, party });
  else if (owner.kind === 'desk') await letGo(hold);
}

async function letGo(hold: Kept | undefined): Promise<void> {
  const { db, secrets, clock } = deps.current;
  if (hold) await releaseHold(db, secrets, { ...hold, now: clock.now() });
}

async function extend(): Promise<void> {
  const { db, secrets, clock } = deps.current;
  const hold = lately(holds);
  if (hold) await transact(db, (tx) => extendHold(tx, secrets, { ...hold, now: clock.now() }));
}

async function logIn(): Promise<void> {
  const { db, secrets, clock } = deps.current;
  const login = { browser: `browser-of-the-crowd-${below(10)}`, accountId: accounts[below(20)] ?? 0, now: clock.now() };
  await transact(db, async (tx) => {
    await adoptHolds(tx, secrets, login);
    return { ok: true };
  });
}

async function change(): Promise<void> {
  const booking = lately(bookings);
  if (booking === undefined) return;
  const operatorId = accounts[0] ?? 0;
  const about = { bookingId: booking.id, accountId: booking.accountId, operatorId, now: deps.current.clock.now() };
  const which = below(5);
  await transact(deps.current.db, async (tx) => {
    if (which === 0) return confirmBooking(tx, about);
    if (which === 1) return cancelByOffice(tx, deps.current.secrets, { ...about, reason: 'chiuso' });
    if (which === 2) return markServed(tx, about);
    if (which === 3) return undoMark(tx, about);
    return cancelBooking(tx, about);
  });
}

async function move(): Promise<void> {
  const { db, secrets, clock } = deps.current;
  const booking = lately(bookings);
  if (booking === undefined || booking.accountId === null) return;
  const { id: bookingId, accountId, party } = booking;
  const owner = { kind: 'account', accountId } as const;
  const held = await tools.held(office, owner, { slot: below(8), party, rescheduleOf: bookingId });
  if (!held.ok) return;
  await transact(db, (tx) =>
    reschedule(tx, secrets, { bookingId, holdId: held.holdId, owner, accountId, now: clock.now() }),
  );
}

async function moveAtDesk(): Promise<void> {
  const { db, secrets, clock } = deps.current;
  const booking = lately(bookings);
  if (booking === undefined) return;
  const { id: bookingId, party } = booking;
  const operatorId = accounts[0] ?? 0;
  const owner: HoldOwner = below(2)
    ? { kind: 'move', bookingId }
    : { kind: 'desk', accountId: operatorId, form: randomUUID() };
  const held = await tools.held(office, owner, { slot: below(8), party, rescheduleOf: bookingId });
  if (!held.ok) return;
  const now = clock.now();
  const moved = await transact(db, (tx) =>
    moveByOffice(tx, secrets, { bookingId, holdId: held.holdId, owner, operatorId, now }),
  );
  if (!moved.ok && owner.kind === 'desk') await releaseHold(db, secrets, { holdId: held.holdId, owner, now });
}

/** By hand, for a few minutes only, so that some end unanswered. */
async function offer(): Promise<void> {
  const { pool, clock } = deps.current;
  const booking = lately(bookings);
  const slot = office.slots[below(8)];
  if (booking === undefined || slot === undefined) return;
  const now = clock.now();
  await offerSeat(deps.current, createSeatEngine(pool), {
    booking: { ...booking, createdBy: null, offeringId: office.offeringId },
    candidates: [[slot]],
    cause: 'office',
    operatorId: accounts[0] ?? 0,
    endsAt: () => now.add({ minutes: 4 + below(20) }),
    now,
  });
}

async function answer(): Promise<void> {
  const { db, secrets, clock } = deps.current;
  // Whoever has an offer, most of the time; a booking without one asks for nothing that is there.
  const { rows } = await sql<{ id: string }>`
    SELECT booking_id AS id FROM proposal WHERE state = 'offered' ORDER BY id DESC LIMIT 10`.execute(db);
  const bookingId = (rows[below(rows.length + 1)] ?? lately(bookings))?.id;
  if (bookingId === undefined) return;
  const about = { bookingId, accountId: null, now: clock.now() };
  const accepts = below(3) > 0;
  await transact(db, (tx) => (accepts ? acceptMove(tx, secrets, about) : declineMove(tx, about)));
}

async function keep(): Promise<void> {
  const { db, clock } = deps.current;
  const booking = lately(bookings);
  if (booking === undefined) return;
  const about = { bookingId: booking.id, operatorId: accounts[0] ?? 0, now: clock.now() };
  await transact(db, (tx) => keepAsIs(tx, about));
}

/** A booking that ended unconfirmed, because the request was lost, is given back if its seats are free. */
async function loseAndRestore(): Promise<void> {
  const { db, clock } = deps.current;
  const booking = lately(bookings);
  if (booking === undefined) return;
  const now = clock.now();
  await sql`
    UPDATE booking SET cancelled_by = 'not-confirmed', confirm_undelivered_at = ${now}, confirm_undelivered_why = 'bounced'
    WHERE id = ${booking.id} AND status = 'cancelled'`.execute(db);
  const about = { bookingId: booking.id, operatorId: accounts[0] ?? 0, now };
  await transact(db, (tx) => restoreUnconfirmed(tx, about));
}

/** The office closes on the day or opens again, and offers other seats to all who have to leave. */
async function closeOrOpen(): Promise<void> {
  const { db, clock } = deps.current;
  const { officeId, plannerId } = office;
  const now = clock.now();
  const closed = await sql`DELETE FROM closure WHERE office_id = ${officeId}`.execute(db);
  if (closed.numAffectedRows === 0n) {
    await sql`
      INSERT INTO closure (office_id, first_day, last_day, starts, ends, reason, created_at)
      VALUES (${officeId}, '2026-11-22', '2026-11-22', '15:00', '16:00', '{"it":"chiuso"}', ${now})`.execute(db);
  }
  await publish(db, plannerId, now);
  const bookingCodes = bookings.slice(-40).map(({ code }) => code);
  await offerMoves(deps.current, { officeId, bookingCodes, cause: 'closure' });
}

const expireOffered = () =>
  expireOffers(deps.current.db, { now: deps.current.clock.now(), most: 20 }).then(() => undefined);

async function publishAgain(): Promise<void> {
  const { db, clock } = deps.current;
  await sql`UPDATE opening_rule SET desks = ${1 + below(3)} WHERE planner_id = ${office.plannerId}`.execute(db);
  await publish(db, office.plannerId, clock.now());
}

const expire = () => releaseExpired(deps.current.db, deps.current.clock.now(), 20).then(() => undefined);
const giveUp = () => letGo(lately(holds));
// As often as they stand here.
const doings = [
  take,
  take,
  take,
  take,
  bookIt,
  bookIt,
  bookIt,
  bookIt,
  change,
  change,
  move,
  move,
  moveAtDesk,
  offer,
  offer,
  answer,
  answer,
  keep,
  loseAndRestore,
  closeOrOpen,
  expireOffered,
  logIn,
  extend,
  giveUp,
  expire,
  publishAgain,
];

it(`whatever a crowd does at once, no seat is lost, none is given twice, and what was answered is there (seed ${seed})`, async () => {
  const { db, clock } = deps.current;
  for (let round = 1; round <= rounds; round += 1) {
    await Promise.all(Array.from({ length: atOnce }, () => (doings[below(doings.length)] ?? take)()));
    expect(await seatFaults(db)).toEqual([]);
    clock.advance({ minutes: 3 });
  }
  expect(bookings.length).toBeGreaterThan(20);
  const { rows } = await sql<{ twice: number; there: number; loose: number; ended: number }>`
    SELECT (SELECT count(*)::int FROM proposal p JOIN booking b ON b.id = p.booking_id
            LEFT JOIN hold h ON h.id = p.hold_id
            WHERE p.state = 'offered' AND p.expires_at > ${clock.now()} AND (NOT b.live OR h.state <> 'live')) AS loose,
           (SELECT count(DISTINCT state)::int FROM proposal WHERE state <> 'offered') AS ended,
           (SELECT count(*)::int FROM (SELECT p.person_key FROM booking_person p JOIN booking b ON b.id = p.booking_id
                                       WHERE b.live GROUP BY 1 HAVING count(*) > 1) t) AS twice,
           (SELECT count(*)::int FROM booking WHERE code = ANY (${bookings.map(({ code }) => code)})) AS there`.execute(
    db,
  );
  const there = new Set(bookings.map(({ code }) => code)).size;
  expect(rows[0]).toMatchObject({ twice: 0, there, loose: 0 });
  // Offers have ended in most of their ways: the crowd has used them.
  expect(rows[0]?.ended).toBeGreaterThanOrEqual(3);
});
