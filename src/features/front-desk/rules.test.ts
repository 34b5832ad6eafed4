import { describe, expect, it } from 'vitest';
import type { BookingStatus } from '#features/booking/index.ts';
import { countDay, missingFor, possibleActions, readDay } from './rules.ts';

const startsAt = Temporal.Instant.from('2027-01-14T09:20:00Z');

function appointment(status: BookingStatus, party = 1) {
  return { status, startsAt, timeZone: 'Europe/London', takenInChargeAt: null, party };
}

function at(time: string): Temporal.Instant {
  return Temporal.Instant.from(`2027-01-14T${time}Z`);
}

describe('what an operator can do with an appointment', () => {
  it('marks nobody before the day of the appointment', () => {
    const before = Temporal.Instant.from('2027-01-13T23:00:00Z');
    expect(possibleActions(appointment('confirmed'), before)).toEqual(['take-in-charge', 'cancel']);
  });

  it('notes arrivals all day, absence only once the appointment has begun', () => {
    expect(possibleActions(appointment('confirmed'), at('08:00'))).toEqual([
      'check-in',
      'serve',
      'take-in-charge',
      'cancel',
    ]);
    expect(possibleActions(appointment('confirmed'), at('09:20'))).toContain('no-show');
  });

  it('calls and serves who has arrived', () => {
    expect(possibleActions(appointment('checked-in'), at('09:30'))).toEqual([
      'call',
      'serve',
      'undo',
      'take-in-charge',
      'cancel',
    ]);
  });

  it('only takes back the mark of who was served or absent, and leaves the cancelled alone', () => {
    expect(possibleActions(appointment('served'), at('10:00'))).toEqual(['undo']);
    expect(possibleActions(appointment('no-show'), at('10:00'))).toEqual(['undo']);
    expect(possibleActions(appointment('cancelled'), at('10:00'))).toEqual([]);
  });

  it('takes charge once', () => {
    const charged = { ...appointment('booked'), takenInChargeAt: at('08:00') };
    expect(possibleActions(charged, at('08:30'))).not.toContain('take-in-charge');
  });
});

describe('the day in numbers', () => {
  it('counts who has come, served ones included, and leaves out the cancelled', () => {
    const day = [
      appointment('confirmed', 3),
      appointment('checked-in', 2),
      appointment('served'),
      appointment('no-show'),
      appointment('cancelled', 5),
    ];
    expect(countDay(day)).toEqual({ appointments: 4, people: 7, arrived: 2, served: 1, absent: 1 });
  });
});

describe('what is missing', () => {
  it('is the word of whoever has to give it', () => {
    expect(missingFor({ status: 'booked', confirmBy: 'citizen' })).toBe('citizen');
    expect(missingFor({ status: 'awaiting-office', confirmBy: 'office' })).toBe('office');
    expect(missingFor({ status: 'awaiting-clearance', confirmBy: 'nobody' })).toBe('clearance');
    expect(missingFor({ status: 'confirmed', confirmBy: 'citizen' })).toBeNull();
  });
});

describe('the day of an address', () => {
  it('is one of the calendar, of this century', () => {
    expect(readDay('2027-02-28')?.toString()).toBe('2027-02-28');
    for (const typed of ['2027-02-29', '2027-2-1', '1027-01-01', '', 'oggi', '+012027-01-01', '2027-01-01T10:00']) {
      expect(readDay(typed)).toBeUndefined();
    }
  });
});
