import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { makeCodiceFiscale } from '#features/identity/index.ts';
import { findOfferingById } from '#features/offices/index.ts';
import { bookingTools } from '#test/booking-tools.ts';
import { buildOffice } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { whyNotEligible } from './eligibility/eligible.ts';

const deps = useDeps();
const { somebody, newAccount, heldId, booked, newBooking } = bookingTools(deps);

const born = Temporal.PlainDate.from('1980-05-05');
const ada = { givenName: 'Ada', familyName: 'Sola', birthDate: born };
const codiceFiscale = makeCodiceFiscale({ ...ada, sex: 'F', birthPlaceCode: 'H501' });
const elsewhere = makeCodiceFiscale({ ...ada, sex: 'F', birthPlaceCode: 'F205' });

/** What comes of booking for somebody, by an account, at an office of its own. */
async function again(service: string, accountId: number, more: object) {
  const office = await buildOffice(deps.current.db, { service });
  const holdId = await heldId(office, { kind: 'account', accountId });
  return booked(holdId, accountId, { people: [somebody(more)] });
}

describe('one live booking for each person and service', () => {
  it('is one with and without codice fiscale, at another office and by another account', async () => {
    const office = await buildOffice(deps.current.db, { service: 'one-each' });
    await newBooking(office, { people: [somebody({ ...ada, codiceFiscale })] });
    const outcome = await again('one-each', await newAccount(), { ...ada, birthPlace: null });
    expect(outcome).toMatchObject({ ok: false, reason: 'already-booked', position: 0 });
  });

  it('counts a birth date that only the codice fiscale tells', async () => {
    const office = await buildOffice(deps.current.db, { service: 'by-code' });
    await newBooking(office, { people: [somebody({ ...ada, birthDate: null, codiceFiscale })] });
    const outcome = await again('by-code', await newAccount(), ada);
    expect(outcome).toMatchObject({ ok: false, reason: 'already-booked' });
  });

  it('is not had again by an account with another code for the same person; another account’s is another person', async () => {
    const office = await buildOffice(deps.current.db, { service: 'twins' });
    const accountId = await newAccount();
    const holdId = await heldId(office, { kind: 'account', accountId });
    await booked(holdId, accountId, { people: [somebody({ ...ada, codiceFiscale })] });
    const made = { ...ada, codiceFiscale: elsewhere };
    expect(await again('twins', accountId, made)).toMatchObject({ ok: false, reason: 'already-booked' });
    expect((await again('twins', await newAccount(), made)).ok).toBe(true);
  });
});

describe('the limit of live bookings', () => {
  async function limited(service: string, limit: number | null) {
    const office = await buildOffice(deps.current.db, { service, kind: 'municipal' });
    await sql`UPDATE offering SET live_limit = ${limit} WHERE id = ${office.offeringId}`.execute(deps.current.db);
    return office;
  }

  async function bookAt(office: Awaited<ReturnType<typeof limited>>, accountId: number) {
    return booked(await heldId(office, { kind: 'account', accountId }), accountId);
  }

  it('is told before the form, and again when another booking was made meanwhile', async () => {
    const { db, clock } = deps.current;
    const accountId = await newAccount();
    const offices = [await limited('limit-a', 2), await limited('limit-b', 2), await limited('limit-c', 2)] as const;
    const offering = await findOfferingById(db, offices[2].offeringId);
    if (!offering) throw new Error('no offering');
    const booker = { viewer: { accountId }, offering, now: clock.now() };
    expect((await bookAt(offices[0], accountId)).ok).toBe(true);
    expect(await whyNotEligible(db, booker)).toBeUndefined();
    expect((await bookAt(offices[1], accountId)).ok).toBe(true);
    expect(await whyNotEligible(db, booker)).toMatchObject({ name: 'too-many-bookings', values: { limit: 2 } });
    expect(await bookAt(offices[2], accountId)).toMatchObject({ ok: false, reason: 'too-many-bookings' });
    // Others are not counted, and count nothing: a consulate knows no limit.
    expect((await bookAt(await limited('limit-d', null), accountId)).ok).toBe(true);
  });

  it('holds for two bookings at once', async () => {
    const accountId = await newAccount();
    const holds = [];
    for (const service of ['at-once-a', 'at-once-b', 'at-once-c']) {
      const office = await limited(service, 2);
      // Of three browsers: an account holds one seat at a time.
      holds.push(await heldId(office, { kind: 'browser', browser: `browser-${service}` }));
    }
    const outcomes = await Promise.all(
      holds.map((holdId, index) => {
        const browser = `browser-at-once-${'abc'.charAt(index)}`;
        return booked(holdId, accountId, { owner: { kind: 'account', accountId, browser } });
      }),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(2);
  });
});
