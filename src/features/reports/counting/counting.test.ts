import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { dayIn } from '#platform/dates.ts';
import { buildOffice, type BuiltOffice } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { type Counts, countsBy } from '../figures/counts.query.ts';
import { networkScope, officeScope } from '../figures/scope.query.ts';
import { hoursOf, seatsBy } from '../figures/seats.query.ts';
import { spreadOf } from '../figures/spread.query.ts';
import { median, rankOf } from '../figures/spread.rules.ts';
import { addUpAreas } from './add-up-areas.ts';
import { countTouched } from './count-touched.job.ts';
import { recount } from './recount.job.ts';

const deps = useDeps();
const zone = 'Pacific/Auckland';
const period = { from: Temporal.PlainDate.from('2026-08-01'), to: Temporal.PlainDate.from('2026-12-31') };
const statuses = ['booked', 'confirmed', 'checked-in', 'served', 'no-show', 'cancelled'] as const;
const cancelledBy = ['citizen', 'office', 'rejected', 'not-confirmed', 'clearance-refused', 'clearance-late'] as const;
const channels = ['web', 'desk', 'phone'] as const;
let office: BuiltOffice;

/** A number that looks like chance and is the same in every run. */
function chance(seed: number, of: number): number {
  return Math.abs(Math.imul(seed + 11, 2654435761) >> 8) % of;
}

async function book(of: BuiltOffice, n: number): Promise<void> {
  const { db } = deps.current;
  const slot = of.slots[chance(n, of.slots.length)] ?? '';
  const status = statuses[chance(n * 3, statuses.length)] ?? 'booked';
  const by = status === 'cancelled' ? (cancelledBy[chance(n * 7, cancelledBy.length)] ?? null) : null;
  await sql`
    WITH made AS (
      INSERT INTO booking (code, office_id, offering_id, service_code, planner_id, slot_ids, slot_id, starts_at, ends_at, party,
        channel, status, live, cancelled_by, language, confirm_by, cancel_closes_at, created_at)
      SELECT ${`T${of.officeId}-${n}`}, ${of.officeId}, ${of.offeringId}, 'passport', planner_id, ARRAY[id], id, starts_at, ends_at,
        ${1 + chance(n, 3)}, ${channels[chance(n * 5, 3)]}, ${status}, ${['booked', 'confirmed', 'checked-in'].includes(status)},
        ${by}, 'it', 'citizen', starts_at, starts_at - make_interval(hours => ${1 + chance(n * 13, 40) * 17})
      FROM slot WHERE id = ${slot} RETURNING id, created_at, slot_id, party, status
    ), event AS (
      INSERT INTO booking_event (booking_id, at, kind, actor) SELECT id, created_at, 'created', 'citizen' FROM made
    )
    UPDATE slot SET taken = taken + made.party FROM made WHERE slot.id = made.slot_id AND made.status <> 'cancelled'`.execute(
    db,
  );
}

interface Raw {
  status: string;
  cancelled_by: string | null;
  channel: string;
  party: number;
  starts_at: Temporal.Instant;
  created_at: Temporal.Instant;
}

async function rawBookings(of: BuiltOffice): Promise<Raw[]> {
  const { rows } = await sql<Raw>`
    SELECT status, cancelled_by, channel, party, starts_at, created_at FROM booking WHERE office_id = ${of.officeId}`.execute(
    deps.current.db,
  );
  return rows;
}

/** The same figures, counted one appointment after the other. */
function naive(rows: readonly Raw[], keyOf: (row: Raw, at: Temporal.Instant) => string): Map<string, Counts> {
  const found = new Map<string, Record<keyof Counts, number>>();
  const add = (key: string, name: keyof Counts, count = 1): void => {
    const counts = found.get(key) ?? {
      made: 0,
      appointments: 0,
      people: 0,
      confirmed: 0,
      cancelledCitizen: 0,
      cancelledOffice: 0,
      cancelledUnconfirmed: 0,
      cancelledClearance: 0,
      served: 0,
      absent: 0,
    };
    counts[name] += count;
    found.set(key, counts);
  };
  const who: Record<string, keyof Counts> = {
    citizen: 'cancelledCitizen',
    office: 'cancelledOffice',
    rejected: 'cancelledOffice',
    'not-confirmed': 'cancelledUnconfirmed',
    'clearance-refused': 'cancelledClearance',
    'clearance-late': 'cancelledClearance',
  };
  for (const row of rows) {
    const key = keyOf(row, row.starts_at);
    add(key, 'appointments');
    add(key, 'people', row.party);
    if (['confirmed', 'checked-in', 'served', 'no-show'].includes(row.status)) add(key, 'confirmed');
    if (row.cancelled_by !== null) add(key, who[row.cancelled_by] ?? 'cancelledOffice');
    if (row.status === 'served') add(key, 'served');
    if (row.status === 'no-show') add(key, 'absent');
    add(keyOf(row, row.created_at), 'made');
  }
  return found;
}

function sorted<Value>(map: Map<string, Value>): [string, Value][] {
  return [...map].toSorted(([a], [b]) => a.localeCompare(b));
}

beforeAll(async () => {
  // Over the night in which New Zealand had put its clocks forward, and across the date line from UTC.
  deps.current.clock.set('2026-11-22T10:00:00Z');
  office = await buildOffice(deps.current.db, {
    zone,
    from: '2026-10-20T20:00:00Z',
    slots: 120,
    minutes: 400,
    capacity: 60,
  });
  const other = await buildOffice(deps.current.db, {
    zone,
    from: '2026-10-20T20:00:00Z',
    slots: 30,
    minutes: 400,
    capacity: 60,
  });
  for (let n = 0; n < 150; n += 1) await book(office, n);
  for (let n = 0; n < 20; n += 1) await book(other, n);
  await countTouched(deps.current);
});

describe('the counts by day', () => {
  it('equal a count of the bookings one by one, by day and by channel', async () => {
    const { db } = deps.current;
    const scope = await officeScope(db, { officeId: office.officeId });
    const raw = await rawBookings(office);
    expect(sorted(await countsBy(db, scope, period, 'day'))).toEqual(
      sorted(naive(raw, (_, at) => dayIn(at, zone).toString())),
    );
    expect(sorted(await countsBy(db, scope, period, 'channel'))).toEqual(sorted(naive(raw, (row) => row.channel)));
    expect(raw).toHaveLength(150);
  });

  it('equal a count by the hour of the office', async () => {
    const { db } = deps.current;
    const scope = await officeScope(db, { officeId: office.officeId });
    const hours = await hoursOf(db, scope, period);
    const kept = (await rawBookings(office)).filter(({ status }) => status !== 'cancelled');
    const expected = Map.groupBy(kept, (row) => String(row.starts_at.toZonedDateTimeISO(zone).hour));
    expect(sorted(hours).map(([hour, of]) => [hour, of.appointments])).toEqual(
      sorted(expected).map(([hour, rows]) => [hour, rows.length]),
    );
  });

  it('know each seat once, and the days between booking and appointment', async () => {
    const { db } = deps.current;
    await recount(deps.current);
    const scope = await officeScope(db, { officeId: office.officeId });
    const kept = (await rawBookings(office)).filter(({ status }) => status !== 'cancelled');
    const taken = kept.reduce((sum, { party }) => sum + party, 0);
    expect((await seatsBy(db, scope, period, 'all')).get('')).toEqual({ offered: 120 * 60, taken });
    const days = kept
      .map((row) => dayIn(row.created_at, zone).until(dayIn(row.starts_at, zone)).days)
      .toSorted((a, b) => a - b);
    const spread = await spreadOf(db, scope, period, 'lead-days');
    expect(median(spread)).toBe(days[Math.ceil(days.length / 2) - 1]);
    expect(rankOf(spread, 0.9)).toBe(days[Math.ceil(days.length * 0.9) - 1]);
  });

  it('stay the same when counted again, and of areas and the network are the sum of the offices', async () => {
    const { db } = deps.current;
    const everything = () =>
      sql`SELECT * FROM report_day ORDER BY 1, 2, 3, 4`.execute(db).then(({ rows }) => JSON.stringify(rows));
    while ((await addUpAreas(deps.current)) > 0);
    const before = await everything();
    await recount(deps.current);
    await countTouched(deps.current);
    while ((await addUpAreas(deps.current)) > 0);
    expect(await everything()).toBe(before);
    const all = await networkScope(db, { kind: null, area: null, service: null });
    const british = await networkScope(db, { kind: 'consular', area: 'GB', service: null });
    for (const scope of [all, british]) {
      const counts = await countsBy(db, scope, period, 'all');
      expect(counts.get('')?.appointments).toBe(170);
    }
  });

  it('follow what is marked and cancelled late, and a booking that moves to another day', async () => {
    const { db } = deps.current;
    const scope = await officeScope(db, { officeId: office.officeId });
    const total = async () => (await countsBy(db, scope, period, 'all')).get('');
    const before = await total();
    await sql`
      WITH changed AS (
        UPDATE booking SET status = 'served', live = false
        WHERE id = (SELECT id FROM booking WHERE office_id = ${office.officeId} AND status = 'confirmed' LIMIT 1) RETURNING id)
      INSERT INTO booking_event (booking_id, at, kind, actor) SELECT id, ${deps.current.clock.now()}, 'served', 'office' FROM changed`.execute(
      db,
    );
    await sql`
      WITH old AS (SELECT id, starts_at FROM booking WHERE office_id = ${office.officeId} AND status = 'booked' LIMIT 1),
      moved AS (UPDATE booking b SET starts_at = b.starts_at + interval '5 days' FROM old WHERE old.id = b.id RETURNING b.id)
      INSERT INTO booking_event (booking_id, at, kind, actor, detail)
      SELECT old.id, ${deps.current.clock.now()}, 'moved', 'office', jsonb_build_object('from', old.starts_at) FROM old JOIN moved USING (id)`.execute(
      db,
    );
    await countTouched(deps.current);
    expect(await total()).toEqual({ ...before, served: (before?.served ?? 0) + 1 });
    expect(sorted(await countsBy(db, scope, period, 'day'))).toEqual(
      sorted(naive(await rawBookings(office), (_, at) => dayIn(at, zone).toString())),
    );
  });

  it('stay when what they were counted from is deleted', async () => {
    const { db, clock } = deps.current;
    const scope = await officeScope(db, { officeId: office.officeId });
    const past = { from: period.from, to: dayIn(clock.now(), zone).subtract({ days: 1 }) };
    const before = await countsBy(db, scope, past, 'all');
    const seats = await seatsBy(db, scope, past, 'all');
    await sql`DELETE FROM booking WHERE office_id = ${office.officeId}`.execute(db);
    await sql`DELETE FROM slot WHERE planner_id = ${office.plannerId} AND starts_at < ${clock.now()}`.execute(db);
    await recount(deps.current);
    expect(await countsBy(db, scope, past, 'all')).toEqual(before);
    expect(await seatsBy(db, scope, past, 'all')).toEqual(seats);
  });
});
