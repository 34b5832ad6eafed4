import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { transact } from '#platform/transaction.ts';
import type { BuiltOffice } from '#test/build-office.ts';
import { testNow, useDeps } from '#test/deps.ts';
import { waitingTools } from '#test/waiting-tools.ts';
import { cancelByOffice, cancelUnconfirmed } from '../cancel.ts';
import { lockBooking } from '../locked-booking.ts';
import { removePerson } from '../removal/remove-person.ts';
import { reschedule } from '../reschedule.ts';

const deps = useDeps();
const tools = waitingTools(deps);

beforeEach(() => deps.current.clock.set(testNow));

/** Every way in which somebody's seat comes back. */
const ways: Record<string, (office: BuiltOffice) => Promise<void>> = {
  'its person cancels': async (office) => tools.cancel((await tools.newBooking(office)).bookingId),

  'the office cancels': async (office) => {
    const { db, secrets, clock } = deps.current;
    const { bookingId, accountId } = await tools.newBooking(office);
    const wish = { bookingId, operatorId: accountId, reason: 'chiuso', now: clock.now() };
    expect((await transact(db, (tx) => cancelByOffice(tx, secrets, wish))).ok).toBe(true);
  },

  'the confirmation is missing': async (office) => {
    const { db, clock } = deps.current;
    const { bookingId } = await tools.newBooking(office);
    await transact(db, async (tx) => {
      const booking = await lockBooking(tx, bookingId);
      if (booking) await cancelUnconfirmed(tx, booking, clock.now());
      return { ok: true };
    });
  },

  'its booking is moved away': async (office) => {
    const { db, secrets, clock } = deps.current;
    const { bookingId, accountId } = await tools.newBooking(office);
    const owner = { kind: 'move', bookingId } as const;
    const holdId = await tools.heldId(office, owner, { slot: 1, rescheduleOf: bookingId });
    const wish = { bookingId, holdId, owner, accountId, now: clock.now() };
    expect((await transact(db, (tx) => reschedule(tx, secrets, wish))).ok).toBe(true);
  },

  'one person less comes': async (office) => {
    const { db, clock } = deps.current;
    await sql`UPDATE slot SET planned = 2, capacity = 2 WHERE id = ${office.slots[0] ?? ''}`.execute(db);
    const people = [tools.somebody(), tools.somebody({ relationship: 'spouse' })];
    const { bookingId, accountId } = await tools.newBooking(office, { people });
    const wish = { bookingId, position: 1, accountId, now: clock.now() };
    expect((await transact(db, (tx) => removePerson(tx, wish))).ok).toBe(true);
  },
};

describe('a seat that somebody had', () => {
  for (const [way, free] of Object.entries(ways)) {
    it(`is asked of the waiting list first when ${way}`, async () => {
      const office = await tools.officeWithList({ slots: 2 });
      await tools.random(office);
      await tools.waiting(office);
      await free(office);
      expect(await tools.kept(office)).toEqual(['f1']);
      expect((await tools.freeSeats(office))[0]).toBe(0);
    });

    it(`comes back at a moment that is drawn when ${way} and nobody waits`, async () => {
      const office = await tools.officeWithList({ slots: 2 });
      await tools.random(office);
      await free(office);
      expect(await tools.kept(office)).toEqual(['w1']);
      expect((await tools.freeSeats(office))[0]).toBe(0);
    });
  }

  it('but only held while choosing, with a turn or without, is free for the next at once', async () => {
    const office = await tools.officeWithList({ slots: 1 });
    await tools.random(office);
    await tools.heldId(office, { kind: 'account', accountId: await tools.newAccount() });
    tools.later({ minutes: 11 });
    await tools.free();
    expect(await tools.kept(office)).toEqual([]);
    expect(await tools.freeSeats(office)).toEqual([1]);
  });
});
