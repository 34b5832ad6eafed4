import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { buildAccount, buildOffice } from '#test/build-office.ts';
import { bookingTools } from '#test/booking-tools.ts';
import { useDeps } from '#test/deps.ts';
import { forgetMessages } from './forget-messages.job.ts';

const deps = useDeps();

it('forgets whom it wrote to after a year to the second, but not what waits or is about an appointment still near', async () => {
  const { db, clock } = deps.current;
  const accountId = await buildAccount(db, 'read@prova.example');
  const { bookingId } = await bookingTools(deps).newBooking(await buildOffice(db));
  const year = { hours: 365 * 24 };
  const add = (key: string, at: Temporal.Instant, status: string, about: string | null) =>
    sql`
    INSERT INTO message (dedupe_key, kind, booking_id, account_id, recipient, language, status, created_at, next_attempt_at)
    VALUES (${key}, 'reminder', ${about}, ${accountId}, 'read@prova.example', 'it', ${status}, ${at}, ${at})`.execute(
      db,
    );
  const edge = clock.now().subtract(year);
  await add('a year', edge, 'sent', null);
  await add('over a year', edge.subtract({ seconds: 1 }), 'delivered', null);
  await add('waits', edge.subtract({ seconds: 1 }), 'queued', null);
  await add('of a booking to come', edge.subtract({ seconds: 1 }), 'sent', bookingId);
  await forgetMessages(deps.current, undefined);
  const { rows } = await sql<{ key: string }>`SELECT dedupe_key AS key FROM message ORDER BY id`.execute(db);
  expect(rows.map(({ key }) => key)).toEqual(['a year', 'waits', 'of a booking to come']);
});
