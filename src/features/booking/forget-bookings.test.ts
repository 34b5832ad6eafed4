import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { buildAccount, buildOffice } from '#test/build-office.ts';
import { bookingTools } from '#test/booking-tools.ts';
import { testNow, useDeps } from '#test/deps.ts';
import { book } from './book.ts';
import { forgetBookings } from './forget-bookings.job.ts';
import { seatFaults } from './seats/seat-faults.query.ts';

const deps = useDeps();

it('takes the people out of an appointment after three years to the second, and leaves what figures are made of', async () => {
  const { db, secrets, clock, config } = deps.current;
  const office = await buildOffice(db);
  const accountId = await buildAccount(db, 'once@prova.example');
  const tools = bookingTools(deps);
  const holdId = await tools.heldId(office, { kind: 'account', accountId });
  const booked = await db.transaction().execute((tx) => book(tx, secrets, tools.request(holdId, accountId)));
  if (!booked.ok) throw new Error(booked.reason);
  const ofBooking = async () => {
    const { rows } = await sql<{ all: string; endsAt: Temporal.Instant }>`
      SELECT b.ends_at AS "endsAt", concat(to_jsonb(b), to_jsonb(p), (SELECT jsonb_agg(e) FROM booking_event e WHERE e.booking_id = b.id),
        (SELECT to_jsonb(h) FROM hold h WHERE h.id = b.hold_id)) AS all
      FROM booking b JOIN booking_person p ON p.booking_id = b.id WHERE b.code = ${booked.code}`.execute(db);
    return rows[0] ?? { all: '', endsAt: clock.now() };
  };
  const before = await ofBooking();
  const { rows: names } = await sql<{ family: string }>`SELECT family_name AS family FROM booking_person`.execute(db);
  const name = names[0]?.family ?? '';
  clock.set(before.endsAt.add({ hours: 24 * config.keepBookingsDays }).toString());
  await forgetBookings(deps.current, undefined);
  expect((await ofBooking()).all).toContain(name);
  clock.advance({ seconds: 1 });
  await forgetBookings(deps.current, undefined);
  const { all } = await ofBooking();
  expect(all).toContain('forgotten_at');
  for (const gone of [name, 'prova.example', `"account_id": ${accountId}`, `a:${accountId}`])
    expect(all).not.toContain(gone);
  expect(await seatFaults(db)).toEqual([]);
});

it('keeps everything where the body says so', async () => {
  const { db, clock, config } = deps.current;
  clock.set(testNow);
  const office = await buildOffice(db, { capacity: 9 });
  const { bookingId } = await bookingTools(deps).newBooking(office);
  clock.advance({ hours: 24 * 10_000 });
  await forgetBookings({ ...deps.current, config: { ...config, keepBookingsDays: 0 } }, undefined);
  const { rows } = await sql`SELECT FROM booking WHERE id = ${bookingId} AND forgotten_at IS NULL`.execute(db);
  expect(rows).toHaveLength(1);
});
