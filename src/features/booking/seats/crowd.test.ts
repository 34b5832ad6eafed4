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
import { confirmBooking } from '../confirm.ts';
import { adoptHolds, extendHold, releaseExpired, releaseHold } from '../hold-changes.ts';
import type { HoldOwner } from '../hold-owner.ts';
import { reschedule } from '../reschedule.ts';
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
  const { rows } = await sql<{ twice: number; there: number }>`
    SELECT (SELECT count(*)::int FROM (SELECT p.person_key FROM booking_person p JOIN booking b ON b.id = p.booking_id
                                       WHERE b.live GROUP BY 1 HAVING count(*) > 1) t) AS twice,
           (SELECT count(*)::int FROM booking WHERE code = ANY (${bookings.map(({ code }) => code)})) AS there`.execute(
    db,
  );
  expect(rows).toEqual([{ twice: 0, there: new Set(bookings.map(({ code }) => code)).size }]);
});
