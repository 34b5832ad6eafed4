import { withOffset } from '#platform/dates.ts';
import { type Entry, openSeat, type Place } from '../waiting-list/entry.query.ts';
import { placeKeptUntil } from '../waiting-list/entry.rules.ts';

/** An entry of a waiting list as the API describes it. */
export function entryView(entry: Entry, now: Temporal.Instant) {
  const { wishes, timeZone: zone } = entry;
  const isWaiting = entry.state === 'waiting';
  const [first] = entry.places;
  const seat = openSeat(entry, now);
  const time = (value: Temporal.PlainTime | null) => value?.toString({ smallestUnit: 'minute' }) ?? null;
  return {
    id: entry.id,
    office: entry.officeCode,
    service: entry.serviceCode,
    state: entry.state,
    asleepWhy: entry.asleepWhy,
    keptUntil: entry.state === 'asleep' ? withOffset(placeKeptUntil(entry.stateAt), zone) : null,
    requestedAt: withOffset(entry.requestedAt, zone),
    position: isWaiting && first ? first.ahead + 1 : null,
    ahead: isWaiting && first ? first.ahead : null,
    forecast: isWaiting && first ? weeksOf(first) : null,
    places: isWaiting ? entry.places.map(placeView) : [],
    party: wishes.party,
    weekdays: wishes.weekdays,
    from: wishes.fromDay?.toString() ?? null,
    to: wishes.toDay?.toString() ?? null,
    hours: { from: time(wishes.fromTime), to: time(wishes.toTime) },
    stillNeededAskedAt: isWaiting && entry.askedAt ? withOffset(entry.askedAt, zone) : null,
    offer: seat
      ? {
          id: seat.id,
          hold: seat.holdId,
          office: seat.officeCode,
          startsAt: withOffset(seat.startsAt, seat.timeZone),
          endsAt: withOffset(seat.endsAt, seat.timeZone),
          expiresAt: withOffset(seat.expiresAt, seat.timeZone),
        }
      : null,
    booking: entry.bookingCode,
  };
}

function placeView(place: Place) {
  return { office: place.officeCode, position: place.ahead + 1, ahead: place.ahead, forecast: weeksOf(place) };
}

function weeksOf({ weeks }: Place): { weeks: number } | null {
  return weeks === undefined ? null : { weeks };
}
