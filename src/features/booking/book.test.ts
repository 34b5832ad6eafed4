import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { transact } from '#platform/transaction.ts';
import { bookingTools } from '#test/booking-tools.ts';
import { buildOffice } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { book } from './book.ts';
import { bookingByCode } from './booking.query.ts';
import { historyOf } from './history.query.ts';
import { adoptHolds, extendHold, releaseHold } from './hold/hold-changes.ts';
import { releaseExpired } from './seats/give-back.ts';
import { seatFaults } from './seats/seat-faults.query.ts';

const deps = useDeps();
const { somebody, newAccount, heldId, booked, request, newBooking, freeSeats } = bookingTools(deps);

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
    const told =
      await sql`SELECT 1 FROM outbox WHERE task = 'notify' AND payload ->> 'bookingId' = ${bookingId}`.execute(db);
    expect(told.rows).toHaveLength(1);
    expect(await freeSeats(office)).toEqual([1]);
    expect(await seatFaults(db)).toEqual([]);
  });

  it('keeps codice fiscale and notes encrypted in the tables', async () => {
    const { db } = deps.current;
    const office = await buildOffice(db);
    const { bookingId } = await newBooking(office, { people: [somebody({ codiceFiscale: 'PRVDAA80E45H501X' })] });
    const { rows } = await sql<{ whole: string }>`
      SELECT b::text || p::text AS whole FROM booking b JOIN booking_person p ON p.booking_id = b.id WHERE b.id = ${bookingId}`.execute(
      db,
    );
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
    expect(await booked(holdId, accountId, { people: [somebody(), somebody()] })).toEqual({
      ok: false,
      reason: 'party-mismatch',
    });
    expect(await booked(holdId, accountId, { now: clock.now().add({ minutes: 10 }) })).toEqual({
      ok: false,
      reason: 'hold-expired',
    });
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
    const outcome = await booked(holdId, accountId, {
      people: [somebody({ familyName: 'd angelo', givenName: 'ZOE' })],
    });
    expect(outcome).toMatchObject({ ok: false, reason: 'already-booked' });
  });

  it('takes homonyms for two people by their birth date or codice fiscale, and for one where neither tells', async () => {
    const office = await buildOffice(deps.current.db, { capacity: 9, service: 'aire-registration' });
    const mario = { givenName: 'Mario', familyName: 'Omonimi' };
    await newBooking(office, { people: [somebody(mario)] });
    const born = Temporal.PlainDate.from('1980-05-06');
    expect((await newBooking(office, { people: [somebody({ ...mario, birthDate: born })] })).ok).toBe(true);
    const [codiceFiscale, birthDate] = ['MNMMRA80E07H501X', Temporal.PlainDate.from('1980-05-07')];
    expect((await newBooking(office, { people: [somebody({ ...mario, birthDate, codiceFiscale })] })).ok).toBe(true);
    const accountId = await newAccount();
    const holdId = await heldId(office, { kind: 'account', accountId });
    const again = await booked(holdId, accountId, { people: [somebody(mario)] });
    expect(again).toMatchObject({ ok: false, reason: 'already-booked' });
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
