import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { transact } from '#platform/transaction.ts';
import type { BuiltOffice } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { anyTime, waitingTools } from '#test/waiting-tools.ts';
import { cancelBooking } from '../cancel.ts';
import { acceptSeat, declineSeat } from '../waiting-list/answer-seat.ts';
import { changeWishes, leaveList, sayStillNeeded } from '../waiting-list/change-entry.ts';
import { offerByHand } from '../waiting-list/offer-by-hand.ts';
import { offerFreedSeats } from '../waiting-list/offer-seats.job.ts';
import { endServed, lapseOffers, withdrawUncovered } from '../waiting-list/sweeps.ts';
import { releaseExpired } from './give-back.ts';
import { seatFaults } from './seat-faults.query.ts';

const deps = useDeps();
const tools = waitingTools(deps);
const rounds = 30;
const atOnce = 24;
const slots = 8;
const bookings: string[] = [];
const entries: string[] = [];
let office: BuiltOffice;

const below = (limit: number): number => randomInt(limit);
const lately = (list: readonly string[]): string => list.at(-1 - below(Math.min(list.length, 30) || 1)) ?? '0';
const now = () => deps.current.clock.now();
const sweep = () => ({ now: now(), most: 50 });

async function take(): Promise<void> {
  const party = 1 + below(2);
  const accountId = await tools.newAccount();
  const held = await tools.held(office, { kind: 'account', accountId }, { slot: below(slots), party });
  // Some go away without a word.
  if (!held.ok || below(4) === 0) return;
  const people = Array.from({ length: party }, (_, n) => tools.somebody(n === 0 ? {} : { relationship: 'child' }));
  const outcome = await tools.booked(held.holdId, accountId, { people });
  if (outcome.ok) bookings.push(outcome.bookingId);
}

async function join(): Promise<void> {
  const weekdays = below(3) === 0 ? [1] : [1, 2, 3, 4, 5];
  entries.push((await tools.waiting(office, { party: 1 + below(2), weekdays })).entryId);
}

async function answer(): Promise<void> {
  const { db, secrets } = deps.current;
  const { rows } = await sql<{ id: string; party: number; who: { givenName: string; familyName: string } }>`
    SELECT e.id, e.party, json_build_object('givenName', a.given_name, 'familyName', a.family_name) AS who
    FROM waiting_offer o JOIN waiting_entry e ON e.id = o.entry_id JOIN account a ON a.id = e.account_id
    WHERE o.state = 'offered' ORDER BY o.id DESC LIMIT 10`.execute(db);
  const found = rows[below(rows.length || 1)];
  const entryId = found?.id ?? lately(entries);
  // The seat is for whoever waited.
  const people = Array.from({ length: found?.party ?? 1 }, (_, n) =>
    tools.somebody(n === 0 ? { ...found?.who } : { relationship: 'child' }),
  );
  const answers = { people, contactEmail: 'ada@prova.example', contactPhone: null, reason: null, notes: null };
  await transact(db, async (tx) => {
    if (below(3) === 0) return declineSeat(tx, { entryId, now: now() });
    return acceptSeat(tx, secrets, { entryId, answers, language: 'it', now: now() });
  });
}

async function change(): Promise<void> {
  const about = { entryId: lately(entries), now: now() };
  const which = below(3);
  await transact(deps.current.db, async (tx) => {
    if (which === 0) return leaveList(tx, about);
    if (which === 1) return sayStillNeeded(tx, about);
    return changeWishes(tx, { ...about, wishes: anyTime, others: [] });
  });
}

async function byHand(): Promise<void> {
  const slotId = office.slots[below(slots)] ?? '';
  const about = { offeringId: office.offeringId, slotId, operatorId: 1, reason: 'prova', now: now() };
  const entryId = below(2) ? lately(entries) : undefined;
  await offerByHand(deps.current, { ...about, entryId, keep: async () => undefined });
}

/** The office closes an hour, or opens it with one to three desks. */
async function closeOrOpen(): Promise<void> {
  const desks = below(4);
  await sql`UPDATE slot SET planned = ${desks}, capacity = greatest(${desks}, taken) WHERE id = ${office.slots[below(slots)]}`.execute(
    deps.current.db,
  );
}

const cancel = () =>
  transact(deps.current.db, (tx) => cancelBooking(tx, { bookingId: lately(bookings), accountId: null, now: now() }));
const ask = () => offerFreedSeats(deps.current, {});
const release = () => releaseExpired(deps.current.db, now(), 20);
const lapse = () => lapseOffers(deps.current.db, sweep());
const withdraw = () => withdrawUncovered(deps.current.db, sweep());
const served = () => endServed(deps.current.db, sweep());
const doings: readonly (() => Promise<unknown>)[] = [
  ...[take, take, take, take, cancel, cancel, cancel, join, join, ask, ask, ask, answer, answer, answer],
  ...[change, byHand, closeOrOpen, release, release, lapse, withdraw, served],
];

it('whatever a crowd and a waiting list do at once, no seat is lost and none is given twice', async () => {
  const { db, clock } = deps.current;
  office = await tools.officeWithList({ capacity: 2, slots });
  await tools.random(office, 1, 30);
  await tools.newAccount();
  for (let round = 1; round <= rounds; round += 1) {
    await Promise.all(Array.from({ length: atOnce }, () => (doings[below(doings.length)] ?? take)()));
    expect(await seatFaults(db)).toEqual([]);
    clock.advance(round % 6 === 0 ? { hours: 25 } : { minutes: 7 });
  }
  // All that was withheld or offered comes back in the end.
  clock.advance({ hours: 24 * 8 });
  for (const step of [lapse, release, ask, release, lapse]) await step();
  await sql`UPDATE waiting_entry SET state = 'left', asleep_why = NULL WHERE live`.execute(db);
  await sql`UPDATE hold SET state = 'released' WHERE state = 'live' AND left(owner, 2) IN ('l:', 'f:')`.execute(db);
  await sql`UPDATE waiting_offer SET state = 'withdrawn', decided_at = ${now()} WHERE state = 'offered'`.execute(db);
  await release();
  clock.advance({ hours: 1 });
  await release();
  expect(await seatFaults(db)).toEqual([]);
  expect(await tools.kept(office)).toEqual([]);
  const { rows } = await sql<{ states: string[]; twice: number; loose: number }>`
    SELECT (SELECT array_agg(DISTINCT state) FROM waiting_offer) AS states,
           (SELECT count(*)::int FROM (SELECT hold_id FROM booking WHERE hold_id IS NOT NULL GROUP BY 1 HAVING count(*) > 1) t) AS twice,
           (SELECT count(*)::int FROM waiting_offer o LEFT JOIN booking b ON b.id = o.booking_id
            WHERE o.state = 'accepted' AND b.hold_id IS DISTINCT FROM o.hold_id) AS loose`.execute(db);
  expect(rows[0]).toMatchObject({ twice: 0, loose: 0 });
  expect(rows[0]?.states).toEqual(expect.arrayContaining(['accepted', 'declined']));
});
