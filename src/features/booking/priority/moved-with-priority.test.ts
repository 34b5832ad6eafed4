import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { findOffering } from '#features/offices/index.ts';
import { transact } from '#platform/transaction.ts';
import { bookingTools } from '#test/booking-tools.ts';
import { buildOffice } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { ownerKey } from '../hold/hold-owner.ts';
import { hold } from '../hold/hold.ts';
import { reschedule } from '../reschedule.ts';
import { createSeatEngine } from '../seats/engine.ts';
import { claimPriority } from './claim-priority.ts';

const deps = useDeps();
const tools = bookingTools(deps);

// The seat is one of 14 January 2027.
it.each([
  ['nobody of the age', ['1980-05-05', '2015-05-05'], 'not-of-priority-age'],
  ['somebody who is of the age a day later', ['1962-01-15', '2015-05-05'], 'not-of-priority-age'],
  ['one who is of the age that very day', ['1962-01-14', '2015-05-05'], undefined],
])('a booking moved to a seat kept for an age, with %s', async (_, births, refusal) => {
  const { db, pool, secrets, clock } = deps.current;
  const office = await buildOffice(db, { capacity: 9, slots: 2 });
  const [, slot = ''] = office.slots;
  const people = births.map((born, position) =>
    tools.somebody({
      birthDate: Temporal.PlainDate.from(born),
      relationship: position === 0 ? 'self' : 'child',
    }),
  );
  const { bookingId, accountId, owner } = await tools.newBooking(office, { people });
  await sql`UPDATE planner SET audience = 'priority', priority_grounds = '{age}' WHERE id = ${office.plannerId}`.execute(
    db,
  );
  const offering = await findOffering(db, office.officeId, 'passport');
  if (!offering) throw new Error('no offering');
  const now = clock.now();
  const id = randomUUID();
  await claimPriority(deps.current, { holdId: id, offeringId: offering.id, ground: 'age', now });
  const held = await hold(
    { engine: createSeatEngine(pool), db },
    {
      id,
      office: { id: office.officeId, timeZone: 'Europe/London' },
      offering,
      where: { slot },
      party: people.length,
      ownerKey: ownerKey(secrets, owner),
      accountId,
      rescheduleOf: bookingId,
      withPriority: true,
      now,
    },
  );
  expect(held.ok).toBe(true);
  const wish = { bookingId, accountId, holdId: id, owner, now };
  const outcome = await transact(db, (tx) => reschedule(tx, secrets, wish));
  expect(outcome).toEqual(refusal === undefined ? { ok: true } : { ok: false, reason: refusal });
});
