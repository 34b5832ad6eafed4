import { describe, expect, it } from 'vitest';
import { deadlineFault, firstDueAt, isToExamine, lastDayToSend } from './pre-check.rules.ts';
import { readQueuePlace, writeQueuePlace } from './queue.rules.ts';

const at = (text: string) => Temporal.Instant.from(text);
const day = (text: string) => Temporal.PlainDate.from(text);

describe('what is due after booking', () => {
  const startsAt = at('2027-05-20T08:00:00Z');

  it('is due until the end of the n-th calendar day at the office, also where the clock changes between', () => {
    // Rome goes on summer time on 28 March 2027.
    const dueAt = firstDueAt({ startsAt, zone: 'Europe/Rome', now: at('2027-03-25T10:00:00Z') }, 8);
    expect(dueAt.toString()).toBe('2027-04-02T22:00:00Z');
    expect(lastDayToSend(dueAt, 'Europe/Rome').toString()).toBe('2027-04-02');
    // Booked at 23:30 of La Plata, which is the next day in Rome.
    const late = firstDueAt({ startsAt, zone: 'America/Argentina/Buenos_Aires', now: at('2027-03-26T02:30:00Z') }, 8);
    expect(lastDayToSend(late, 'America/Argentina/Buenos_Aires').toString()).toBe('2027-04-02');
  });

  it('is never due after the appointment', () => {
    const dueAt = firstDueAt({ startsAt, zone: 'Europe/Rome', now: at('2027-05-15T10:00:00Z') }, 8);
    expect(dueAt.equals(startsAt)).toBe(true);
    expect(lastDayToSend(dueAt, 'Europe/Rome').toString()).toBe('2027-05-20');
  });
});

describe('a day to put something right by', () => {
  const booking = { startsAt: at('2027-05-20T08:00:00Z'), zone: 'Europe/Rome', now: at('2027-05-10T22:30:00Z') };

  it('is from today, by the office’s calendar, to the day of the appointment', () => {
    // It is already the 11th in Rome.
    expect(deadlineFault(day('2027-05-10'), booking)).toBe('past');
    expect(deadlineFault(day('2027-05-11'), booking)).toBeUndefined();
    expect(deadlineFault(day('2027-05-20'), booking)).toBeUndefined();
    expect(deadlineFault(day('2027-05-21'), booking)).toBe('after-appointment');
  });
});

describe('what is in the queue', () => {
  it('is what the office confirms, and what it looks at before the day, until its people come', () => {
    expect(isToExamine({ status: 'awaiting-office', preCheck: null })).toBe(true);
    expect(isToExamine({ status: 'awaiting-clearance', preCheck: 'to-examine' })).toBe(true);
    expect(isToExamine({ status: 'confirmed', preCheck: 'to-regularise' })).toBe(true);
    expect(isToExamine({ status: 'confirmed', preCheck: 'fine' })).toBe(false);
    expect(isToExamine({ status: 'booked', preCheck: null })).toBe(false);
    expect(isToExamine({ status: 'checked-in', preCheck: 'to-examine' })).toBe(false);
    expect(isToExamine({ status: 'cancelled', preCheck: 'to-examine' })).toBe(false);
  });

  it('goes on where a page ended; an address that nobody made begins again', () => {
    const place = { late: true, at: at('2027-05-20T08:00:00.123456Z'), id: '42' };
    expect(readQueuePlace(writeQueuePlace(place))).toEqual(place);
    for (const text of ['', 'x', 'a2027~1', 'b2027-99-99T00:00:00Z~1', `${writeQueuePlace(place)}'`]) {
      expect(readQueuePlace(text)).toBeUndefined();
    }
  });
});
