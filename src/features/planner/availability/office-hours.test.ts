import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { buildOffice } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { countFreeSeats } from './free-seats.query.ts';
import { closedAllDay, officeHours } from './office-hours.query.ts';

const [from, to] = [Temporal.PlainDate.from('2026-11-22'), Temporal.PlainDate.from('2027-02-22')];

describe('what an office announces', () => {
  const deps = useDeps();

  it('is its published rules that are not over, its closures and extra openings to come', async () => {
    const { db } = deps.current;
    const office = await buildOffice(db, { capacity: 3, slots: 2 });
    const rule = (validTo: string | null) => ({
      validFrom: '2026-01-01',
      validTo,
      weekdays: [1],
      starts: '09:00',
      ends: '12:00',
      breaks: [],
      minutes: 20,
      desks: 2,
    });
    const rules = JSON.stringify([rule('2026-11-21'), rule(null), rule('2026-11-22')]);
    await sql`UPDATE planner SET published_rules = ${rules}::jsonb, release_time = '19:00' WHERE id = ${office.plannerId}`.execute(
      db,
    );
    await sql`INSERT INTO closure (office_id, first_day, last_day, reason, created_at) VALUES
      (${office.officeId}, '2026-11-20', '2026-11-21', '{"it": "passata"}', now()),
      (${office.officeId}, '2026-12-24', '2026-12-26', '{"it": "Natale"}', now()),
      (${office.officeId}, '2027-03-01', '2027-03-01', '{"it": "lontana"}', now())`.execute(db);
    await sql`INSERT INTO extra_opening (planner_id, first_day, last_day, starts, ends, minutes, desks, reason, created_at) VALUES
      (${office.plannerId}, '2026-12-25', '2026-12-25', '09:00', '12:00', 20, 1, '{"it": "Open day"}', now())`.execute(
      db,
    );
    const hours = await officeHours(db, { officeId: office.officeId, from, to });
    expect(hours.planners).toMatchObject([
      { services: ['passport'], releaseTime: '19:00', rules: [{ validTo: null }, { validTo: '2026-11-22' }] },
    ]);
    expect(hours.closures.map((closure) => closure.reason.it)).toEqual(['Natale']);
    expect(hours.extraOpenings).toMatchObject([{ starts: '09:00', reason: { it: 'Open day' } }]);
    const why = (date: string) =>
      closedAllDay(db, { officeId: office.officeId, service: 'passport', date: Temporal.PlainDate.from(date) });
    expect([await why('2026-12-24'), await why('2026-12-25')]).toEqual([{ it: 'Natale' }, undefined]);
    expect(await countFreeSeats(db, deps.current.clock.now())).toEqual({ seats: 6, offices: 1 });
    await sql`UPDATE offering SET active = false WHERE id = ${office.offeringId}`.execute(db);
    expect(await countFreeSeats(db, deps.current.clock.now())).toEqual({ seats: 0, offices: 0 });
  });
});
