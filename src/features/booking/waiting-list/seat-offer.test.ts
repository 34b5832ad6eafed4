import { describe, expect, it } from 'vitest';
import { seatOfferEnds } from './seat-offer.rules.ts';

const ends = (now: string, zone: string, startsAt = '2027-12-31T12:00:00Z', hours = 48): string | undefined => {
  const times = { now: Temporal.Instant.from(now), startsAt: Temporal.Instant.from(startsAt), zone, hours };
  const end = seatOfferEnds(times)?.toZonedDateTimeISO(zone);
  return end && `${end.toPlainDateTime().toString().slice(0, 16)}${end.offset}`;
};

describe('an offer of a seat', () => {
  it.each([
    ['at noon ends two days later', '2027-01-12T12:00Z', 'Europe/London', '2027-01-14T12:00+00:00'],
    ['at nine in the evening ends at nine', '2027-01-12T21:00Z', 'Europe/London', '2027-01-14T21:00+00:00'],
    ['one minute later ends at nine too', '2027-01-12T21:01Z', 'Europe/London', '2027-01-14T21:00+00:00'],
    ['at night ends the evening before', '2027-01-12T03:00Z', 'Europe/London', '2027-01-13T21:00+00:00'],
    ['at eight sharp ends at eight', '2027-01-12T08:00Z', 'Europe/London', '2027-01-14T08:00+00:00'],
    ['a minute before eight ends the evening before', '2027-01-12T07:59Z', 'Europe/London', '2027-01-13T21:00+00:00'],
  ])('%s', (_, now, zone, end) => {
    expect(ends(now, zone)).toBe(end);
  });

  // Clocks: New York forward on 14 March 2027, Santiago back on 4 April 2027, Sydney back on 4 April 2027.
  it.each([
    ['New York', '2027-03-13T01:30Z', 'America/New_York', '2027-03-14T21:00-04:00'],
    ['New York', '2027-03-12T17:00Z', 'America/New_York', '2027-03-14T13:00-04:00'],
    ['New York, back', '2027-11-06T12:30Z', 'America/New_York', '2027-11-07T21:00-05:00'],
    ['Santiago', '2027-04-02T23:30Z', 'America/Santiago', '2027-04-04T19:30-04:00'],
    ['Santiago, forward', '2027-09-03T11:30Z', 'America/Santiago', '2027-09-05T08:30-03:00'],
    ['Sydney', '2027-04-01T21:30Z', 'Australia/Sydney', '2027-04-03T21:00+11:00'],
    ['Sydney', '2027-04-02T10:30Z', 'Australia/Sydney', '2027-04-04T20:30+10:00'],
    ['Sydney, forward', '2027-10-01T10:30Z', 'Australia/Sydney', '2027-10-03T21:00+11:00'],
  ])('ends in waking hours across a change of clocks in %s', (_, now, zone, end) => {
    expect(ends(now, zone)).toBe(end);
  });

  it('ends two hours before the appointment, where that is sooner', () => {
    expect(ends('2027-01-12T12:00Z', 'Europe/London', '2027-01-13T15:00Z')).toBe('2027-01-13T13:00+00:00');
  });

  it('is not made with less than twelve hours to answer', () => {
    expect(ends('2027-01-12T06:00Z', 'Europe/London', '2027-01-12T20:00Z')).toBe('2027-01-12T18:00+00:00');
    expect(ends('2027-01-12T06:01Z', 'Europe/London', '2027-01-12T20:00Z')).toBeUndefined();
  });

  it('is made with as little time as the office says is enough, and no less', () => {
    const seat = { zone: 'Europe/London', hours: 48, startsAt: Temporal.Instant.from('2027-01-12T20:00Z') };
    const at = (now: string, leastHours: number) =>
      seatOfferEnds({ ...seat, now: Temporal.Instant.from(now), leastHours });
    expect(at('2027-01-12T14:00Z', 4)?.toString()).toBe('2027-01-12T18:00:00Z');
    expect(at('2027-01-12T14:01Z', 4)).toBeUndefined();
    expect(at('2027-01-11T17:59Z', 24)?.toString()).toBe('2027-01-12T18:00:00Z');
    expect(at('2027-01-11T18:01Z', 24)).toBeUndefined();
  });

  it('is not made where the twelve hours would end at night and the morning is too late', () => {
    expect(ends('2027-01-12T12:00Z', 'Europe/London', '2027-01-13T09:30Z')).toBeUndefined();
    expect(ends('2027-01-12T12:00Z', 'Europe/London', '2027-01-13T10:00Z')).toBe('2027-01-13T08:00+00:00');
  });

  it('of twelve hours made before noon ends next morning rather than too soon', () => {
    expect(ends('2027-01-12T10:30Z', 'Europe/London', undefined, 12)).toBe('2027-01-13T08:00+00:00');
  });
});
