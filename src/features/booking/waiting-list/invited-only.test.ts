import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { transact } from '#platform/transaction.ts';
import { testNow, useDeps } from '#test/deps.ts';
import { anyTime, waitingTools } from '#test/waiting-tools.ts';
import { changeWishes } from './change-entry.ts';

const deps = useDeps();
const tools = waitingTools(deps);

async function forTheInvited() {
  const office = await tools.officeWithList({ capacity: 1, slots: 2 });
  await sql`UPDATE offering SET invite_only = true WHERE id = ${office.offeringId}`.execute(deps.current.db);
  return office;
}

describe('a service by invitation', () => {
  it('is not reached through its waiting list', async () => {
    deps.current.clock.set(testNow);
    await expect(tools.waiting(await forTheInvited())).rejects.toThrow('no-waiting-list');
  });

  it('nor through the list of another office', async () => {
    deps.current.clock.set(testNow);
    const [open, closed] = [await tools.officeWithList(), await forTheInvited()];
    await expect(tools.waiting(open, {}, [closed.offeringId])).rejects.toThrow('unknown-office');
    const { entryId } = await tools.waiting(open);
    const { db, clock } = deps.current;
    const wish = { entryId, wishes: anyTime, others: [closed.offeringId], now: clock.now() };
    expect(await transact(db, (tx) => changeWishes(tx, wish))).toMatchObject({ reason: 'unknown-office' });
  });

  it('nor by whoever stood in its list before', async () => {
    deps.current.clock.set(testNow);
    const office = await tools.officeWithList({ capacity: 1, slots: 2 });
    const booked = await tools.newBooking(office);
    const { entryId } = await tools.waiting(office);
    await sql`UPDATE offering SET invite_only = true WHERE id = ${office.offeringId}`.execute(deps.current.db);
    await tools.cancel(booked.bookingId);
    await tools.ask();
    expect(await tools.offers(entryId)).toEqual([]);
  });
});
