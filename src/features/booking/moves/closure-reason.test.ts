import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { bookingTools } from '#test/booking-tools.ts';
import { buildOffice } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { bookingById } from '../booking.query.ts';
import { offerToTell } from './message-facts.query.ts';
import { offerMoves } from './offer-moves.job.ts';

const deps = useDeps();
const tools = bookingTools(deps);

it('an offered seat says why the office closes, where a closure is the cause', async () => {
  const { db, secrets } = deps.current;
  const office = await buildOffice(db, { capacity: 1, slots: 3 });
  const { bookingId, code } = await tools.newBooking(office);
  await sql`UPDATE slot SET planned = 0, capacity = taken WHERE id = ${office.slots[0]}`.execute(db);
  await offerMoves(deps.current, { officeId: office.officeId, bookingCodes: [code], cause: 'closure' });
  const offered = async () => (await bookingById(db, secrets, bookingId))?.offer;
  expect(await offered()).toMatchObject({ state: 'offered', reason: null });

  const close = (starts: string, ends: string, it: string) =>
    sql`
    INSERT INTO closure (office_id, first_day, last_day, starts, ends, reason, created_at)
    VALUES (${office.officeId}, '2027-01-14', '2027-01-14', ${starts}, ${ends}, ${JSON.stringify({ it, en: 'x' })}, now())`.execute(
      db,
    );
  await close('14:00', '15:00', 'Altro');
  expect(await offered()).toMatchObject({ reason: null });
  await close('09:00', '10:00', 'Lavori in corso');
  expect(await offered()).toMatchObject({ reason: { it: 'Lavori in corso' } });
  expect(await offerToTell(db, (await offered())?.id ?? '')).toMatchObject({ reason: { it: 'Lavori in corso' } });
});
