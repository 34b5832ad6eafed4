import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { listenForReports, returnFaults } from '#features/notifications/index.ts';
import { buildBooking } from '#test/build-booking.ts';
import { useDeps } from '#test/deps.ts';
import { findFaults } from './doctor-command.ts';

const deps = useDeps();

it('names seats that do not add up and messages that nobody sends, and nothing else', async () => {
  const { db, clock } = deps.current;
  const booking = await buildBooking(db, { at: '2027-01-14T09:20' });
  expect(await findFaults(deps.current)).toEqual([]);
  await sql`UPDATE slot SET taken = 0 WHERE id = ${booking.slotId}`.execute(db);
  const due = clock.now().subtract({ minutes: 14 });
  await db
    .insertInto('message')
    .values({
      dedupe_key: 'booked:1',
      kind: 'booked',
      booking_id: booking.id,
      account_id: null,
      recipient: 'giulia@test.example',
      language: 'it',
      created_at: due,
      next_attempt_at: due,
    })
    .execute();
  expect(await findFaults(deps.current)).toEqual([expect.stringContaining(`Slot ${booking.slotId} counts 0`)]);
  clock.advance({ minutes: 1 });
  expect(await findFaults(deps.current)).toEqual([
    expect.stringContaining('holds and bookings have 1'),
    expect.stringContaining('although they are due: 1.'),
  ]);
});

it('speaks of a migration that is missing first', async () => {
  const { db } = deps.current;
  await sql`DELETE FROM migration WHERE name = (SELECT max(name) FROM migration)`.execute(db);
  expect(await findFaults(deps.current)).toEqual([expect.stringMatching(/^Migration \d{4}\w+ is missing/)]);
});

it('says when e-mail that comes back would not be noticed', async () => {
  const config = { ...deps.current.config, smtpUrl: 'smtp://posta.example' };
  const faultsWith = async (more: Partial<typeof config>) => returnFaults({ ...config, ...more });
  expect(await faultsWith({})).toEqual([expect.stringContaining('TURNO_BOUNCE_ADDRESS')]);
  const bounceAddress = 'bounce@turno.example';
  expect(await faultsWith({ bounceAddress })).toEqual([]);
  const nobody = { host: '127.0.0.1', port: 1 };
  expect(await faultsWith({ bounceAddress, bounceListen: nobody })).toEqual([expect.stringContaining('127.0.0.1:1')]);
  const listener = await listenForReports(deps.current, { host: '127.0.0.1', port: 0 });
  const bounceListen = { host: '127.0.0.1', port: listener.port };
  expect(await faultsWith({ bounceAddress, bounceListen })).toEqual([]);
  await listener.close();
});
