import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { transact } from '#platform/transaction.ts';
import { buildPhoto } from '#test/build-photo.ts';
import { completableBooking, type CompletableBooking } from '#test/completable-booking.ts';
import { testNow, useDeps } from '#test/deps.ts';
import { cancelBooking, cancelByOffice } from '../cancel.ts';
import { forgetBookings } from '../forget-bookings.job.ts';
import { forgetPhotos } from '../photo/forget-photos.job.ts';
import { removePhoto } from '../photo/keep-photo.ts';
import { decidePhoto } from './decide-photo.ts';
import { leavePhotosToOffice } from './forget-decisions.ts';
import type { PhotoOutcome } from './decision.rules.ts';

const deps = useDeps();
beforeEach(() => deps.current.clock.set(testNow));

async function decided(outcome: PhotoOutcome): Promise<CompletableBooking & { photoId: string }> {
  const { db, secrets, clock } = deps.current;
  const booking = await completableBooking(deps.current);
  const photoId = await buildPhoto(deps.current, { bookingId: booking.id });
  const why = { reasons: outcome === 'accepted' ? [] : (['other'] as const), words: 'Perché sì' };
  const at = { bookingId: booking.id, position: 0, photoId, operatorId: booking.accountId, now: clock.now() };
  const done = await transact(db, (tx) => decidePhoto(tx, secrets, { ...at, outcome, why }));
  expect(done.ok).toBe(true);
  return { ...booking, photoId };
}

/** How many photos and how many decisions are kept of a booking. */
async function kept({ id }: CompletableBooking): Promise<[photos: number, decisions: number]> {
  const { rows } = await sql<{ photos: number; decisions: number }>`
    SELECT (SELECT count(*)::int FROM booking_photo WHERE booking_id = ${id}) AS photos,
           (SELECT count(*)::int FROM photo_decision WHERE booking_id = ${id}) AS decisions`.execute(deps.current.db);
  return [rows[0]?.photos ?? 0, rows[0]?.decisions ?? 0];
}

describe('photos and what the office said of them', () => {
  it('go some days after the appointment, to the second', async () => {
    const { clock, config } = deps.current;
    const booking = await decided('overridden');
    const endsAt = booking.startsAt.add({ minutes: 20 });
    clock.set(endsAt.add({ hours: 24 * config.keepPhotosDays }).toString());
    await forgetPhotos(deps.current, undefined);
    expect(await kept(booking)).toEqual([1, 1]);
    clock.advance({ seconds: 1 });
    await forgetPhotos(deps.current, undefined);
    expect(await kept(booking)).toEqual([0, 0]);
  });

  it('go at once when the booking is cancelled, by whom ever', async () => {
    const { db, secrets, clock } = deps.current;
    const [own, office] = [await decided('accepted'), await decided('another-asked')];
    const now = clock.now();
    const { id: bookingId, accountId } = own;
    await transact(db, (tx) => cancelBooking(tx, { bookingId, accountId, now }));
    const reason = 'Sede chiusa';
    const byOffice = { bookingId: office.id, operatorId: office.accountId, reason, now };
    await transact(db, (tx) => cancelByOffice(tx, secrets, byOffice));
    expect([await kept(own), await kept(office)]).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  it('go when its person takes the photo back; that another is asked for still stands', async () => {
    const { db, clock } = deps.current;
    const [accepted, asked] = [await decided('overridden'), await decided('another-asked')];
    for (const { id: bookingId, accountId, photoId } of [accepted, asked]) {
      const actor = { kind: 'citizen', accountId } as const;
      const wish = { bookingId, position: 0, photoId, actor, now: clock.now(), state: 'accepted' } as const;
      expect((await transact(db, (tx) => removePhoto(tx, wish))).ok).toBe(true);
    }
    expect([await kept(accepted), await kept(asked)]).toEqual([
      [0, 0],
      [0, 1],
    ]);
  });

  it('may be taken back after the visit too, by their person and by the office', async () => {
    const { db, clock } = deps.current;
    for (const kind of ['citizen', 'office'] as const) {
      const booking = await decided('accepted');
      const { id: bookingId, accountId, photoId } = booking;
      await sql`UPDATE booking SET status = 'served', live = false WHERE id = ${bookingId}`.execute(db);
      clock.set(booking.startsAt.add({ hours: 1 }).toString());
      const actor = { kind, accountId };
      const wish = { bookingId, position: 0, photoId, actor, now: clock.now(), state: 'accepted' } as const;
      expect((await transact(db, (tx) => removePhoto(tx, wish))).ok).toBe(true);
      expect(await kept(booking)).toEqual([0, 0]);
      clock.set(testNow);
    }
  });

  it('do not bind another office: it looks for itself, and keeps no photo where it takes none', async () => {
    const { db } = deps.current;
    const [looks, takesNone] = [await decided('accepted'), await decided('another-asked')];
    await sql`UPDATE offering SET photo = 'none' WHERE id = ${takesNone.office.offeringId}`.execute(db);
    // Added at the desk of the first office, which did not say yes to it.
    await buildPhoto(deps.current, { bookingId: looks.id, state: 'at-desk' });
    for (const { id, office } of [looks, takesNone]) {
      await db.transaction().execute((tx) => leavePhotosToOffice(tx, { id, offeringId: office.offeringId }));
    }
    expect([await kept(looks), await kept(takesNone)]).toEqual([
      [1, 0],
      [0, 0],
    ]);
  });

  it('are not there any more when the people of an appointment are forgotten', async () => {
    const { clock, config } = deps.current;
    const booking = await decided('accepted');
    clock.set(
      booking.startsAt
        .add({ minutes: 20 })
        .add({ hours: 24 * config.keepBookingsDays, seconds: 1 })
        .toString(),
    );
    await forgetBookings(deps.current, undefined);
    expect(await kept(booking)).toEqual([0, 0]);
  });
});
