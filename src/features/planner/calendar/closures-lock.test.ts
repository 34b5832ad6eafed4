import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { buildAccount, buildOffice } from '#test/build-office.ts';
import { buildPlanner, publish } from '#test/build-planner.ts';
import { useDeps } from '#test/deps.ts';
import { transact } from '#platform/transaction.ts';
import { changeCalendar } from './change-calendar.ts';

const deps = useDeps();

it('closing an office locks the slots of all its planners in one order, so that it never waits crosswise', async () => {
  const { db, pool, clock } = deps.current;
  const now = clock.now();
  const { officeId, offeringId } = await buildOffice(db, { from: '2026-11-22T09:00:00Z' });
  const first = await buildPlanner(db, { officeId, offeringIds: [offeringId], horizonDays: 2 });
  const second = await buildPlanner(db, { officeId, offeringIds: [offeringId], horizonDays: 2 });
  // The planner made later has the slots with the lower ids.
  for (const plannerId of [second, first]) await publish(db, plannerId, now);
  const lowest = async (plannerId: number): Promise<string> => {
    const { rows } = await pool.query<{ id: string }>(
      'SELECT min(id) AS id FROM slot WHERE planner_id = $1 AND starts_at > $2',
      [plannerId, now.toString()],
    );
    return rows[0]?.id ?? '';
  };
  const [low, high] = [await lowest(second), await lowest(first)];
  expect(Number(low)).toBeLessThan(Number(high));

  const booker = await pool.connect();
  await booker.query('BEGIN');
  await booker.query('SELECT 1 FROM slot WHERE id = $1 FOR NO KEY UPDATE', [low]);
  const day = '2026-11-23';
  const closing = transact(db, async (tx) =>
    changeCalendar(tx, {
      officeId,
      accountId: await buildAccount(tx, 'closes@prova.example'),
      now,
      offer: false,
      change: {
        kind: 'close',
        closures: [
          {
            plannerId: null,
            firstDay: day,
            lastDay: day,
            starts: null,
            ends: null,
            reason: { it: 'Festa' },
            yearly: false,
          },
        ],
      },
    }),
  );
  const waits = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
  // Asked outside the transaction, in which the first answer would stay.
  for (let look = 0; look < 200 && !(await pool.query(waits)).rowCount; look += 1) await pause(10);
  const isFree = await booker.query('SELECT 1 FROM slot WHERE id = $1 FOR NO KEY UPDATE NOWAIT', [high]).then(
    () => true,
    () => false,
  );
  await booker.query('ROLLBACK');
  booker.release();
  expect(isFree).toBe(true);
  expect(await closing).toMatchObject({ ok: true });
});
