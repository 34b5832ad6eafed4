import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { transact } from '#platform/transaction.ts';
import { bookingTools } from '#test/booking-tools.ts';
import { buildOffice } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { callToDesk, checkIn, markNoShow, markServed, undoMark } from './at-the-desk.ts';

const deps = useDeps();
const { newBooking } = bookingTools(deps);

/** An appointment at 21:00 of 14 January in Los Angeles, when it is the 15th elsewhere; and its marks, at a given hour. */
async function evening() {
  const { db } = deps.current;
  const office = await buildOffice(db, { from: '2027-01-15T05:00:00Z' });
  await sql`UPDATE office SET time_zone = 'America/Los_Angeles' WHERE id = ${office.officeId}`.execute(db);
  const { bookingId, accountId } = await newBooking(office);
  return async (verb: typeof checkIn, at: string) => {
    const mark = { bookingId, operatorId: accountId, now: Temporal.Instant.from(at) };
    const outcome = await transact(db, (tx) => verb(tx, mark));
    return outcome.ok ? 'ok' : outcome.reason;
  };
}

const midnight = '2027-01-14T08:00:00Z';

it.each([
  ['arrives', checkIn],
  ['is served', markServed],
])('whoever comes ahead of the day %s all the same, once', async (_what, verb) => {
  const mark = await evening();
  expect(await mark(verb, '2027-01-04T08:00:00Z')).toBe('ok');
  expect(await mark(verb, midnight)).toBe('wrong-state');
});

it('nobody is absent before the appointment has begun', async () => {
  const mark = await evening();
  expect(await mark(markNoShow, '2027-01-15T04:59:59Z')).toBe('too-early');
  expect(await mark(markNoShow, '2027-01-15T05:00:00Z')).toBe('ok');
});

it('people are called until they have been served', async () => {
  const mark = await evening();
  expect(await mark(callToDesk, midnight)).toBe('ok');
  await mark(checkIn, midnight);
  expect(await mark(callToDesk, midnight)).toBe('ok');
  await mark(markServed, midnight);
  expect(await mark(callToDesk, midnight)).toBe('wrong-state');
  await mark(undoMark, midnight);
  expect(await mark(callToDesk, midnight)).toBe('ok');
});
