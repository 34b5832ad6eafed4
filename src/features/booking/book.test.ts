import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { transact } from '#platform/transaction.ts';
import { buildAccount, buildOffice, type BuiltOffice } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { markServed, undoMark } from './at-the-desk.ts';
import { book, type BookRequest } from './book.ts';
import { bookingByCode, bookingsOfAccount, historyOf, searchBookings } from './booking.query.ts';
import { cancelBooking, cancelOverdue } from './cancel.ts';
import { confirmBooking } from './confirm.ts';
import { hold } from './hold.ts';
import { adoptHolds, extendHold, releaseExpired, releaseHold } from './hold-changes.ts';
import { type HoldOwner, ownerKey } from './hold-owner.ts';
import type { BookedPerson } from './people.ts';
import { reschedule } from './reschedule.ts';
import { createSeatEngine } from './seats/engine.ts';
import { seatFaults } from './seats/seat-faults.query.ts';
import { takeInCharge } from './take-in-charge.ts';

const deps = useDeps();
let people = 0;

function somebody(more: Partial<BookedPerson> = {}): BookedPerson {
  people += 1;
  return {
    givenName: 'Ada',
    familyName: `Prova ${people}`,
    birthDate: Temporal.PlainDate.from('1980-05-05'),
    birthPlace: 'Roma',
    codiceFiscale: null,
    relationship: 'self',
    answers: null,
    ...more,
  };
}

async function newAccount(): Promise<number> {
  people += 1;
  return buildAccount(deps.current.db, `person-${people}@prova.example`);
}

async function held(office: BuiltOffice, owner: HoldOwner, more: { slot?: number; party?: number; rescheduleOf?: string } = {}) {
  const { db, pool, secrets, clock } = deps.current;
  return hold(
    { engine: createSeatEngine(pool), db },
    {
      id: randomUUID(),
      office: { id: office.officeId, timeZone: 'Europe/London' },
      offering: { id: office.offeringId, durationMinutes: null, partyMax: 5 },
      where: { slot: office.slots[more.slot ?? 0] ?? '' },
      party: more.party ?? 1,
      ownerKey: ownerKey(secrets, owner),
      accountId: owner.kind === 'browser' ? null : owner.accountId,
      rescheduleOf: more.rescheduleOf ?? null,
      now: clock.now(),
    },
  );
}

async function heldId(...parameters: Parameters<typeof held>): Promise<string> {
  const outcome = await held(...parameters);
  if (!outcome.ok) throw new Error(`not held: ${outcome.reason}`);
  return outcome.holdId;
}

function request(holdId: string, accountId: number, more: Partial<BookRequest> = {}): BookRequest {
  return {
    holdId,
    owner: { kind: 'account', accountId },
    accountId,
    people: [somebody()],
    contactEmail: 'ada@prova.example',
    contactPhone: null,
    language: 'it',
    reason: null,
    notes: 'una nota riservata',
    delivery: null,
    channel: 'web',
    createdBy: null,
    now: deps.current.clock.now(),
    ...more,
  };
}

function booked(holdId: string, accountId: number, more: Partial<BookRequest> = {}) {
  return transact(deps.current.db, (tx) => book(tx, deps.current.secrets, request(holdId, accountId, more)));
}

async function newBooking(office: BuiltOffice, more: { slot?: number; people?: BookedPerson[] } = {}) {
  const accountId = await newAccount();
  const owner = { kind: 'account', accountId } as const;
  const holdId = await heldId(office, owner, { slot: more.slot ?? 0, party: more.people?.length ?? 1 });
  const outcome = await booked(holdId, accountId, more.people ? { people: more.people } : {});
  if (!outcome.ok) throw new Error(outcome.reason);
  return { ...outcome, accountId, owner, holdId };
}

async function freeSeats(office: BuiltOffice): Promise<number[]> {
  const { rows } = await sql<{ free: number }>`
    SELECT capacity - taken AS free FROM slot WHERE planner_id = ${office.plannerId} ORDER BY starts_at`.execute(deps.current.db);
  return rows.map((row) => row.free);
}

describe('booking a held seat', () => {
  it('passes the seat to the booking, writes its history and asks for a message, all together', async () => {
    const { db, secrets } = deps.current;
    const office = await buildOffice(db, { capacity: 2 });
    const { code, bookingId } = await newBooking(office);
    const booking = await bookingByCode(db, secrets, code);
    expect(booking).toMatchObject({ status: 'booked', party: 1, notes: 'una nota riservata', confirmBy: 'citizen' });
    expect(booking?.confirmOpensAt?.toString()).toBe('2027-01-04T00:00:00Z');
    expect(booking?.confirmClosesAt?.toString()).toBe('2027-01-12T00:00:00Z');
    expect((await historyOf(db, bookingId)).map((event) => event.kind)).toEqual(['created']);
    const told = await sql`SELECT 1 FROM outbox WHERE task = 'notify' AND payload ->> 'bookingId' = ${bookingId}`.execute(db);
    expect(told.rows).toHaveLength(1);
    expect(await freeSeats(office)).toEqual([1]);
    expect(await seatFaults(db)).toEqual([]);
  });

  it('keeps codice fiscale and notes encrypted in the tables', async () => {
    const { db } = deps.current;
    const office = await buildOffice(db);
    const { bookingId } = await newBooking(office, { people: [somebody({ codiceFiscale: 'PRVDAA80E45H501X' })] });
    const { rows } = await sql<{ whole: string }>`
      SELECT b::text || p::text AS whole FROM booking b JOIN booking_person p ON p.booking_id = b.id WHERE b.id = ${bookingId}`.execute(db);
    expect(rows[0]?.whole).not.toMatch(/PRVDAA80E45H501X|riservata/);
  });

  it('answers with the same booking when it is asked twice at the same instant', async () => {
    const office = await buildOffice(deps.current.db, { capacity: 5 });
    const accountId = await newAccount();
    const holdId = await heldId(office, { kind: 'account', accountId });
    const same = request(holdId, accountId);
    const outcomes = await Promise.all(
      [1, 2, 3, 4].map(() => transact(deps.current.db, (tx) => book(tx, deps.current.secrets, same))),
    );
    expect(new Set(outcomes.map((outcome) => (outcome.ok ? outcome.code : outcome.reason))).size).toBe(1);
    expect(outcomes.every((outcome) => outcome.ok)).toBe(true);
    expect(await freeSeats(office)).toEqual([4]);
  });

  it('is refused once the hold is over, for somebody else’s hold, and for another number of people', async () => {
    const { clock, db } = deps.current;
    const office = await buildOffice(db, { capacity: 5 });
    const accountId = await newAccount();
    const holdId = await heldId(office, { kind: 'account', accountId });
    expect(await booked(holdId, await newAccount())).toEqual({ ok: false, reason: 'hold-expired' });
    expect(await booked(holdId, accountId, { people: [somebody(), somebody()] })).toEqual({ ok: false, reason: 'party-mismatch' });
    expect(await booked(holdId, accountId, { now: clock.now().add({ minutes: 10 }) })).toEqual({ ok: false, reason: 'hold-expired' });
    expect((await booked(holdId, accountId)).ok).toBe(true);
  });

  it('gives one of many accounts the booking when all book for the same person in the same instant, in two offices', async () => {
    const { db } = deps.current;
    const offices = [await buildOffice(db, { capacity: 30 }), await buildOffice(db, { capacity: 30 })];
    const person = somebody();
    const attempts = await Promise.all(
      Array.from({ length: 40 }, async (_, index) => {
        const accountId = await newAccount();
        const office = offices[index % 2];
        if (!office) throw new Error('no office');
        return { accountId, holdId: await heldId(office, { kind: 'account', accountId }) };
      }),
    );
    const outcomes = await Promise.all(attempts.map((one) => booked(one.holdId, one.accountId, { people: [person] })));
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === 'already-booked')).toHaveLength(39);
  });

  it('counts companions: whoever is in a party may not book the service again', async () => {
    const { db } = deps.current;
    const office = await buildOffice(db, { capacity: 9 });
    const companion = somebody({ relationship: 'spouse' });
    await newBooking(office, { people: [somebody(), companion] });
    const accountId = await newAccount();
    const holdId = await heldId(office, { kind: 'account', accountId });
    const outcome = await booked(holdId, accountId, { people: [{ ...companion, relationship: 'self' }] });
    expect(outcome).toMatchObject({ ok: false, reason: 'already-booked', position: 0 });
  });

  it('takes codes that differ by omocodia for two people, and spellings of one name for one', async () => {
    const office = await buildOffice(deps.current.db, { capacity: 9, service: 'cie' });
    await newBooking(office, { people: [somebody({ codiceFiscale: 'RSSMRA80A01H501U' })] });
    await newBooking(office, { people: [somebody({ codiceFiscale: 'RSSMRA80A01H50MN' })] });
    await newBooking(office, { people: [somebody({ familyName: 'D’Àngelo', givenName: 'Zoë' })] });
    const accountId = await newAccount();
    const holdId = await heldId(office, { kind: 'account', accountId });
    const outcome = await booked(holdId, accountId, { people: [somebody({ familyName: 'd angelo', givenName: 'ZOE' })] });
    expect(outcome).toMatchObject({ ok: false, reason: 'already-booked' });
  });
});

describe('the hold before login', () => {
  it('passes to the account at login and can be booked there', async () => {
    const { db, secrets, clock } = deps.current;
    const office = await buildOffice(db, { capacity: 20 });
    const browser = 'a-secret-of-one-browser';
    const holdId = await heldId(office, { kind: 'browser', browser });
    const accountId = await newAccount();
    await heldId(office, { kind: 'account', accountId });
    await db.transaction().execute((tx) => adoptHolds(tx, secrets, { browser, accountId, now: clock.now() }));
    await releaseExpired(db, clock.now());
    expect(await freeSeats(office)).toEqual([19]);
    expect((await booked(holdId, accountId)).ok).toBe(true);
    expect(await seatFaults(db)).toEqual([]);
  });

  it('is extended once, given up at once, and falls back when its time is over', async () => {
    const { db, secrets, clock } = deps.current;
    const office = await buildOffice(db, { capacity: 20 });
    const owner = { kind: 'browser', browser: 'another-browser-secret' } as const;
    const holdId = await heldId(office, owner);
    const extend = () => transact(db, (tx) => extendHold(tx, secrets, { holdId, owner, now: clock.now() }));
    expect(await extend()).toMatchObject({ ok: true, expiresAt: clock.now().add({ minutes: 15 }) });
    expect(await extend()).toEqual({ ok: false, reason: 'already-extended' });
    expect(await releaseHold(db, secrets, { holdId, owner, now: clock.now() })).toBe(true);
    expect(await releaseHold(db, secrets, { holdId, owner, now: clock.now() })).toBe(false);
    expect(await freeSeats(office)).toEqual([20]);
    await heldId(office, owner);
    expect(await freeSeats(office)).toEqual([19]);
    await releaseExpired(db, clock.now().add({ minutes: 9 }));
    expect(await freeSeats(office)).toEqual([19]);
    await releaseExpired(db, clock.now().add({ minutes: 10 }));
    expect(await freeSeats(office)).toEqual([20]);
  });
});

describe('the life of a booking', () => {
  it('is confirmed by the citizen only within the window, counted on the office’s calendar', async () => {
    const { db } = deps.current;
    const office = await buildOffice(db, { capacity: 9, from: '2027-01-14T09:00:00Z' });
    const { bookingId, accountId } = await newBooking(office);
    const at = (now: string) =>
      transact(db, (tx) => confirmBooking(tx, { bookingId, accountId, now: Temporal.Instant.from(now) }));
    expect(await at('2027-01-03T23:59:59Z')).toEqual({ ok: false, reason: 'too-early' });
    expect(await at('2027-01-12T00:00:00Z')).toEqual({ ok: false, reason: 'too-late' });
    expect(await at('2027-01-11T23:59:59Z')).toEqual({ ok: true });
    expect(await at('2027-01-11T23:59:59Z')).toEqual({ ok: false, reason: 'already-confirmed' });
  });

  it('frees the seat and the person when the citizen cancels, once', async () => {
    const { db, clock } = deps.current;
    const office = await buildOffice(db, { capacity: 1 });
    const person = somebody();
    const { bookingId, accountId } = await newBooking(office, { people: [person] });
    const cancel = () => transact(db, (tx) => cancelBooking(tx, { bookingId, accountId, now: clock.now() }));
    const outcomes = await Promise.all([cancel(), cancel(), cancel()]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(await freeSeats(office)).toEqual([1]);
    expect((await newBooking(office, { people: [person] })).ok).toBe(true);
    expect(await seatFaults(db)).toEqual([]);
  });

  it('cannot be cancelled alone once the office has taken it in charge', async () => {
    const { db, clock } = deps.current;
    const office = await buildOffice(db);
    const { bookingId, accountId } = await newBooking(office);
    await transact(db, (tx) => takeInCharge(tx, { bookingId, operatorId: accountId, now: clock.now() }));
    const outcome = await transact(db, (tx) => cancelBooking(tx, { bookingId, accountId, now: clock.now() }));
    expect(outcome).toEqual({ ok: false, reason: 'taken-in-charge' });
  });

  it('is cancelled by itself when the confirmation is due and missing, even by two workers at once', async () => {
    const { db, secrets } = deps.current;
    const office = await buildOffice(db, { capacity: 3 });
    const { code } = await newBooking(office);
    const now = Temporal.Instant.from('2027-01-12T00:00:00Z');
    const early = now.subtract({ milliseconds: 1 });
    expect(await cancelOverdue(db, { now: early, most: 100 })).toBe(0);
    const ended = await Promise.all([1, 2].map(() => cancelOverdue(db, { now, most: 100 })));
    expect(ended[0]).toBeGreaterThan(0);
    const booking = await bookingByCode(db, secrets, code);
    expect(booking).toMatchObject({ status: 'cancelled', cancelledBy: 'not-confirmed' });
    expect((await historyOf(db, booking?.id ?? '')).filter((event) => event.kind === 'cancelled')).toHaveLength(1);
    expect(await freeSeats(office)).toEqual([3]);
  });

  it('moves to another seat, and the old one is free only then', async () => {
    const { db, secrets, clock } = deps.current;
    const office = await buildOffice(db, { capacity: 1, slots: 2 });
    const { bookingId, accountId, owner, code } = await newBooking(office);
    const holdId = await heldId(office, owner, { slot: 1, rescheduleOf: bookingId });
    expect(await freeSeats(office)).toEqual([0, 0]);
    const move = () => transact(db, (tx) => reschedule(tx, secrets, { bookingId, holdId, owner, accountId, now: clock.now() }));
    expect(await move()).toEqual({ ok: true });
    expect(await move()).toEqual({ ok: true });
    expect(await freeSeats(office)).toEqual([1, 0]);
    const booking = await bookingByCode(db, secrets, code);
    expect(booking?.startsAt.toString()).toBe('2027-01-14T09:20:00Z');
    expect(await seatFaults(db)).toEqual([]);
  });

  it('lets the person book again after being served, and takes the mark back only while they have not', async () => {
    const { db, clock } = deps.current;
    const office = await buildOffice(db, { capacity: 5 });
    const person = somebody();
    const { bookingId, accountId } = await newBooking(office, { people: [person] });
    const mark = { bookingId, operatorId: accountId, now: clock.now() };
    expect((await transact(db, (tx) => markServed(tx, mark))).ok).toBe(true);
    expect((await transact(db, (tx) => undoMark(tx, mark))).ok).toBe(true);
    expect((await transact(db, (tx) => markServed(tx, mark))).ok).toBe(true);
    await newBooking(office, { people: [person] });
    expect(await transact(db, (tx) => undoMark(tx, mark))).toEqual({ ok: false, reason: 'already-booked' });
  });

  it('is found by its office by code, codice fiscale and the beginning of a surname, and by no other office', async () => {
    const { db, secrets, clock } = deps.current;
    const office = await buildOffice(db, { capacity: 5 });
    const other = await buildOffice(db);
    const { code, accountId } = await newBooking(office, {
      people: [somebody({ familyName: 'Ünsal%_', codiceFiscale: 'VRDLGI85M41F205Z' })],
    });
    const find = async (text: string, officeId = office.officeId) =>
      (await searchBookings(db, secrets, { officeId, text, most: 10 })).map((booking) => booking.code);
    expect(await find(code.toLowerCase())).toEqual([code]);
    expect(await find('vrdlgi85m41f205z')).toEqual([code]);
    expect(await find('ünsal%')).toEqual([code]);
    expect(await find('%')).toEqual([]);
    expect(await find(code, other.officeId)).toEqual([]);
    expect(await bookingsOfAccount(db, secrets, { accountId, now: clock.now() })).toHaveLength(1);
  });
});
