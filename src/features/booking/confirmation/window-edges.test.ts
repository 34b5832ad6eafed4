import { describe, expect, it } from 'vitest';
import type { BookingState } from '../status.rules.ts';
import { closingWords } from './closing-words.ts';
import { confirmationWindow, confirmRefusal, firstStatus } from './confirmation.rules.ts';

const rule = { confirmBy: 'citizen', opensDays: 10, closesDays: 3, exemptChannels: ['desk'] } as const;

/** A moment on the clocks of a place. */
const on = (zone: string, text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant();
const justBefore = (instant: Temporal.Instant) => instant.subtract({ milliseconds: 1 });

// zone, the hour of the appointment, the day the window opens, the last day to confirm: the clocks change in between.
const acrossChanges = [
  ['America/Santiago', '2027-04-10T10:00', '2027-03-31', '2027-04-07'],
  ['America/Santiago', '2026-09-11T10:00', '2026-09-01', '2026-09-08'],
  ['Australia/Sydney', '2027-04-10T10:00', '2027-03-31', '2027-04-07'],
  ['Australia/Sydney', '2026-10-08T10:00', '2026-09-28', '2026-10-05'],
  ['America/New_York', '2027-03-20T10:00', '2027-03-10', '2027-03-17'],
  ['America/New_York', '2026-11-06T10:00', '2026-10-27', '2026-11-03'],
] as const;

describe.each(acrossChanges)('in %s, for an appointment at %s', (zone, appointment, opens, last) => {
  const startsAt = on(zone, appointment);
  const opensAt = on(zone, `${opens}T00:00`);
  const closesAt = on(zone, `${last}T00:00`).toZonedDateTimeISO(zone).add({ days: 1 }).toInstant();
  const bookedAt = (now: Temporal.Instant, channel: 'web' | 'desk' = 'web') =>
    firstStatus(rule, { startsAt, zone, channel, now });

  it('one confirms from the office’s midnight ten days before to that after the third day before', () => {
    expect(confirmationWindow(startsAt, zone, rule)).toEqual({ opensAt, closesAt });
    const booking: BookingState = {
      status: bookedAt(opensAt.subtract({ hours: 240 })).status,
      takenInChargeAt: null,
      confirmOpensAt: opensAt,
      confirmClosesAt: closesAt,
      cancelClosesAt: startsAt,
    };
    expect(confirmRefusal(booking, justBefore(opensAt))).toBe('too-early');
    expect(confirmRefusal(booking, opensAt)).toBeUndefined();
    expect(confirmRefusal(booking, justBefore(closesAt))).toBeUndefined();
    expect(confirmRefusal(booking, closesAt)).toBe('too-late');
  });

  it('booked before the window it waits; inside it, or after it closed, it is confirmed at once', () => {
    expect(bookedAt(justBefore(opensAt))).toMatchObject({ status: 'booked', confirmBy: 'citizen' });
    for (const inside of [opensAt, justBefore(closesAt), closesAt, justBefore(startsAt)])
      expect(bookedAt(inside).status).toBe('confirmed');
  });

  it('an exempt channel, the office and nobody leave the citizen nothing to confirm', () => {
    const early = justBefore(opensAt);
    expect(bookedAt(early, 'desk')).toMatchObject({ status: 'confirmed', confirmBy: 'nobody', window: null });
    const by = (confirmBy: 'office' | 'nobody') =>
      firstStatus({ ...rule, confirmBy }, { startsAt, zone, channel: 'web', now: early });
    expect(by('office')).toMatchObject({ status: 'awaiting-office', window: null });
    expect(by('nobody')).toMatchObject({ status: 'confirmed', window: null });
  });
});

describe('a rule in hours', () => {
  const inHours = { ...rule, closesHours: 72 } as const;

  it.each(acrossChanges)('counts from the appointment, not from days: in %s, at %s', (zone, appointment) => {
    const startsAt = on(zone, appointment);
    const { closesAt } = confirmationWindow(startsAt, zone, inHours);
    expect(closesAt.until(startsAt).total('hours')).toBe(72);
  });

  it('has the first instant that is too late to the second, also where an hour was skipped in between', () => {
    const startsAt = on('Europe/Rome', '2027-03-30T09:00');
    const { opensAt, closesAt } = confirmationWindow(startsAt, 'Europe/Rome', inHours);
    expect(closesAt).toEqual(on('Europe/Rome', '2027-03-27T08:00'));
    const booking: BookingState = {
      status: 'booked',
      takenInChargeAt: null,
      confirmOpensAt: opensAt,
      confirmClosesAt: closesAt,
      cancelClosesAt: startsAt,
    };
    expect(confirmRefusal(booking, justBefore(closesAt))).toBeUndefined();
    expect(confirmRefusal(booking, closesAt)).toBe('too-late');
    const words = (day: Temporal.PlainDate) => day.toString();
    expect(closingWords(closesAt, 'Europe/Rome', 'it', words)).toBe('2027-03-27 alle 08:00');
    const { closesAt: midnight } = confirmationWindow(startsAt, 'Europe/Rome', rule);
    expect(closingWords(midnight, 'Europe/Rome', 'it', words)).toBe('2027-03-27');
  });
});
