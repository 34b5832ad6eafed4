import { findOfferingById } from '#features/offices/index.ts';
import type { Db } from '#platform/database.ts';
import type { Booking } from '../booking.query.ts';
import { cancelRefusal, endRefusal } from '../cancel.rules.ts';
import { liveOffer } from '../moves/offer.query.ts';
import { removalRefusal } from './removal.rules.ts';

/** The positions of those who may leave a party now; of one alone nothing is asked. */
export async function removablePeople(
  db: Db,
  booking: Booking,
  asked: { byOffice: boolean; now: Temporal.Instant },
): Promise<number[]> {
  const { byOffice, now } = asked;
  const { people } = booking;
  if (people.length < 2 || liveOffer(booking.offer, now) !== undefined) return [];
  if (Temporal.Instant.compare(booking.endsAt, now) <= 0) return [];
  if ((byOffice ? endRefusal(booking) : cancelRefusal(booking, now)) !== undefined) return [];
  const offering = await findOfferingById(db, booking.offeringId);
  const rules = { partyModes: offering?.partyModes ?? [], byOffice };
  return people.filter((person) => removalRefusal(people, person, rules) === undefined).map(({ position }) => position);
}
