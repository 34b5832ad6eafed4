import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { defaultMoveRule, type MoveRule } from '#features/planner/index.ts';
import { bookingTools } from '#test/booking-tools.ts';
import { buildOffice, type BuiltOffice } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { bookingById } from '../booking.query.ts';
import { seatFaults } from '../seats/seat-faults.query.ts';
import { findMass } from '../mass/mass.query.ts';
import { foreseeMoves } from './foresee-moves.query.ts';
import { offerMoves } from './offer-moves.job.ts';
import { offerEnds } from './offer.rules.ts';
import { withdrawMoves } from './withdraw-moves.job.ts';

const deps = useDeps();
const tools = bookingTools(deps);

/** Somebody with the seat of Thursday 14 January at 09:00, which the office closes; and free seats at other times. */
async function hit(free: readonly string[]): Promise<{ office: BuiltOffice; bookingId: string; code: string }> {
  const { db } = deps.current;
  const office = await buildOffice(db, { capacity: 1 });
  const booking = await tools.newBooking(office);
  for (const at of free) {
    await sql`
      INSERT INTO slot (planner_id, starts_at, ends_at, day, opens_at, planned, capacity)
      VALUES (${office.plannerId}, ${`${at}Z`}, ${`${at}Z`}::timestamptz + interval '20 minutes', ${at.slice(0, 10)},
              '2026-11-01', 1, 1)`.execute(db);
  }
  await sql`UPDATE slot SET planned = 0, capacity = taken WHERE id = ${office.slots[0]}`.execute(db);
  return { office, ...booking };
}

async function offered(free: readonly string[], rule: Partial<MoveRule>): Promise<string | undefined> {
  const { office, bookingId, code } = await hit(free);
  const { officeId } = office;
  const whole = { ...defaultMoveRule, ...rule };
  const now = deps.current.clock.now();
  const foreseen = await foreseeMoves(deps.current.db, { officeId, codes: [code], rule: whole, now });
  await offerMoves(deps.current, { officeId, bookingCodes: [code], cause: 'closure', rule: whole });
  const found = (await bookingById(deps.current.db, deps.current.secrets, bookingId))?.offer?.startsAt;
  // What the preview shows is what is offered.
  expect(foreseen.get(code)?.toString()).toBe(found?.toString());
  return found?.toString().slice(0, 16);
}

describe('the rule by which another seat is chosen', () => {
  const free = ['2027-01-11T09:00', '2027-01-15T14:00', '2027-01-18T09:00', '2027-01-21T11:00'];

  it.each<[string, Partial<MoveRule>, string | undefined]>([
    ['the nearest day and hour', {}, '2027-01-15T14:00'],
    ['the nearest that stays in the morning', { sameHalf: true }, '2027-01-18T09:00'],
    ['the same day of the week', { order: 'same-weekday' }, '2027-01-21T11:00'],
    ['the first of all', { order: 'earliest' }, '2027-01-11T09:00'],
    ['not further than some days', { order: 'same-weekday', withinDays: 6 }, undefined],
    ['exactly as far as some days', { order: 'same-weekday', withinDays: 7 }, '2027-01-21T11:00'],
  ])('is %s', async (_what, rule, expected) => {
    expect(await offered(free, rule)).toBe(expected);
  });

  it('leaves Saturdays, Sundays and holidays of the country alone, unless the office says otherwise', async () => {
    await sql`
      INSERT INTO holiday (country, day, name, scope, sure)
      VALUES ('GB', '2027-01-15', '{"it":"Festa","en":"Holiday"}', 'national', true) ON CONFLICT DO NOTHING`.execute(
      deps.current.db,
    );
    const days = ['2027-01-15T09:00', '2027-01-16T09:00', '2027-01-17T09:00', '2027-01-18T09:00'];
    expect(await offered(days, {})).toBe('2027-01-18T09:00');
    expect(await offered(days, { workingDays: false })).toBe('2027-01-15T09:00');
    await sql`DELETE FROM holiday WHERE day = '2027-01-15'`.execute(deps.current.db);
  });

  it('takes only days on which enough seats are free', async () => {
    const days = ['2027-01-15T09:00', '2027-01-18T09:00', '2027-01-18T09:20'];
    expect(await offered(days, { leastFree: 2 })).toBe('2027-01-18T09:00');
    expect(await offered(days, { leastFree: 3 })).toBeUndefined();
  });

  it('gives three working days to decide, holidays not counted', () => {
    const now = Temporal.Instant.from('2026-11-22T10:00:00Z');
    const oldStartsAt = Temporal.Instant.from('2027-01-14T09:00:00Z');
    const wish = { now, oldStartsAt, zone: 'Europe/London' };
    expect(offerEnds(wish).toString()).toBe('2026-11-25T10:00:00Z');
    expect(offerEnds({ ...wish, daysOff: new Set(['2026-11-24']) }).toString()).toBe('2026-11-26T10:00:00Z');
  });
});

describe('a round of offers', () => {
  it('can be followed: how many have a seat, how many none', async () => {
    const one = await hit(['2027-01-15T09:00']);
    const { db, secrets } = deps.current;
    const { officeId } = one.office;
    const round = { id: crypto.randomUUID(), total: 1, askedBy: await tools.newAccount() };
    const asked = { officeId, bookingCodes: [one.code], cause: 'closure', round } as const;
    await offerMoves(deps.current, asked);
    await offerMoves(deps.current, asked);
    expect(await findMass(db, secrets, { officeId, id: round.id })).toMatchObject({ total: 1, done: 1, offered: 1 });
    expect(await findMass(db, secrets, { officeId: officeId + 1, id: round.id })).toBeUndefined();
  });

  it('is taken back when the office opens again: the seat is free, and people are told once', async () => {
    const { office, bookingId, code } = await hit(['2027-01-15T09:00']);
    const { db, secrets } = deps.current;
    const { officeId } = office;
    await offerMoves(deps.current, { officeId, bookingCodes: [code], cause: 'closure' });
    // Still closed: nothing is taken back.
    await withdrawMoves(deps.current, { officeId });
    expect((await bookingById(db, secrets, bookingId))?.offer?.state).toBe('offered');
    await sql`UPDATE slot SET planned = 1, capacity = 1 WHERE id = ${office.slots[0]}`.execute(db);
    await withdrawMoves(deps.current, { officeId });
    await withdrawMoves(deps.current, { officeId });
    const after = await bookingById(db, secrets, bookingId);
    expect([after?.offer, after?.startsAt.toString()]).toEqual([null, '2027-01-14T09:00:00Z']);
    const told = await sql`
      SELECT FROM outbox WHERE payload ->> 'kind' = 'move-withdrawn' AND payload ->> 'bookingId' = ${bookingId}`.execute(
      db,
    );
    expect(told.rows).toHaveLength(1);
    expect(await seatFaults(db)).toEqual([]);
  });
});
