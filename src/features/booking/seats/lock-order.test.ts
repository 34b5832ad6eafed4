import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { expect, it } from 'vitest';
import { bookingTools } from '#test/booking-tools.ts';
import { buildAccount, buildOffice } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { lockBooking } from '../locked-booking.ts';
import { createSeatEngine } from './engine.ts';
import { seatFaults } from './seat-faults.query.ts';

const deps = useDeps();
const tools = bookingTools(deps);

const lockSlot = 'SELECT 1 FROM slot WHERE id = $1 FOR NO KEY UPDATE';

/** Somebody else's transaction, who never is the one that a deadlock is decided against. */
async function stranger(): Promise<pg.PoolClient> {
  const client = await deps.current.pool.connect();
  await client.query("SET deadlock_timeout = '20s'");
  await client.query('BEGIN');
  return client;
}

async function leave(client: pg.PoolClient): Promise<void> {
  await client.query('COMMIT');
  client.release(true);
}

// Asked outside the transaction, in which the first answer would stay.
async function untilSomebodyWaits(): Promise<void> {
  for (let look = 0; look < 200; look += 1) {
    const { rowCount } = await deps.current.pool.query(
      "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
    );
    if (rowCount) return;
    await pause(10);
  }
  throw new Error('nobody waits');
}

it('a deadlock decided against a batch is nobody’s error: the batch is decided again', async () => {
  const { db, pool, clock } = deps.current;
  const office = await buildOffice(db, { slots: 2 });
  const [first = '', second = ''] = office.slots;
  const accountId = await buildAccount(db, 'again@prova.example');
  const other = await stranger();
  await other.query(lockSlot, [second]);
  const answer = createSeatEngine(pool).hold({
    id: crypto.randomUUID(),
    owner: `a:${accountId}`,
    accountId,
    offeringId: office.offeringId,
    party: 1,
    candidates: [[first, second]],
    now: clock.now(),
    expiresAt: clock.now().add({ minutes: 10 }),
    rescheduleOf: null,
    key: null,
    keyHash: null,
  });
  await untilSomebodyWaits();
  await other.query(lockSlot, [first]);
  await leave(other);
  expect((await answer).status).toBe('held');
  expect(await seatFaults(db)).toEqual([]);
});

it('whoever changes a booking that was moved meanwhile begins again, with its new slots locked first', async () => {
  const { db } = deps.current;
  const office = await buildOffice(db, { slots: 2 });
  const [first = '', second = ''] = office.slots;
  const { bookingId } = await tools.newBooking(office);
  const other = await stranger();
  await other.query(lockSlot, [first]);
  const locked = db
    .transaction()
    .execute((tx) => lockBooking(tx, bookingId))
    .then(
      () => 'locked',
      (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
    );
  await untilSomebodyWaits();
  await other.query('UPDATE booking SET slot_ids = $1, slot_id = $2 WHERE id = $3', [[second], second, bookingId]);
  await other.query('UPDATE slot SET taken = CASE id WHEN $1 THEN 0 ELSE 1 END WHERE id IN ($1, $2)', [first, second]);
  await leave(other);
  expect(await locked).toBe('40001');
  const again = await db.transaction().execute((tx) => lockBooking(tx, bookingId));
  expect(again?.slotIds).toEqual([second]);
});
