import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { bookingTools } from '#test/booking-tools.ts';
import { buildOffice } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { cleanUp } from './cleanup.job.ts';

const deps = useDeps();

it('forgets what was typed a day after the hold, the hold after a week, and never a live one', async () => {
  const { db, clock } = deps.current;
  const office = await buildOffice(db, { capacity: 9 });
  const ages = { fresh: 23, old: 25, ancient: 169 };
  for (const [owner, hours] of Object.entries(ages)) {
    const then = clock.now().subtract({ hours });
    await sql`
      INSERT INTO hold (id, owner, slot_ids, slot_id, planner_id, offering_id, day, starts_at, ends_at, party, state, seats_returned,
                        created_at, first_expires_at, expires_at, draft)
      VALUES (${randomUUID()}, ${owner}, ${office.slots}, ${office.slots[0]}, ${office.plannerId}, ${office.offeringId}, '2027-01-14',
              ${then}, ${then}, 1, 'released', true, ${then}, ${then}, ${then}, '\\x01')`.execute(db);
  }
  await cleanUp(deps.current, {});
  const left = await sql<{
    owner: string;
    typed: boolean;
  }>`SELECT owner, draft IS NOT NULL AS typed FROM hold ORDER BY owner`.execute(db);
  expect(left.rows).toEqual([
    { owner: 'fresh', typed: true },
    { owner: 'old', typed: false },
  ]);
});

it('lets a person book again a day after an appointment that the office never marked', async () => {
  const { db, clock } = deps.current;
  const office = await buildOffice(db, { capacity: 9 });
  const { bookingId } = await bookingTools(deps).newBooking(office);
  const livePeople = async () => {
    const { rows } = await sql`SELECT 1 FROM booking_person WHERE booking_id = ${bookingId} AND live`.execute(db);
    return rows.length;
  };
  clock.set('2027-01-15T09:20:00Z');
  await cleanUp(deps.current, {});
  expect(await livePeople()).toBe(1);
  clock.advance({ seconds: 1 });
  await cleanUp(deps.current, {});
  expect(await livePeople()).toBe(0);
});
