import { describe, expect, it } from 'vitest';
import { clearanceDeadline, firstDayInTime, lastDayToAnswer, reminderDue } from './deadline.rules.ts';
import { confirmationWindow } from '../confirmation/confirmation.rules.ts';

const on = (zone: string, text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant();
const day = (text: string) => Temporal.PlainDate.from(text);
const rome = 'Europe/Rome';

/** An appointment, booked at some moment, with the window of a rule. */
function booked(
  appointment: string,
  at: string,
  rule: { closesDays?: number; closesHours?: number } | null = { closesDays: 3 },
  zone = rome,
) {
  const startsAt = on(zone, appointment);
  const window = rule && confirmationWindow(startsAt, zone, { opensDays: 10, closesDays: 3, ...rule });
  return { startsAt, zone, closesAt: window?.closesAt ?? null, now: on(zone, at) };
}

describe('the last day for an answer', () => {
  it.each([
    ['leaves a whole day to confirm', booked('2027-03-20T10:00', '2027-03-01T09:00'), '2027-03-16'],
    [
      'is before the hour at which a window in hours closes',
      booked('2027-03-20T10:00', '2027-03-01T09:00', { closesHours: 72 }),
      '2027-03-16',
    ],
    ['is the eve where nobody has to confirm', booked('2027-03-20T10:00', '2027-03-01T09:00', null), '2027-03-19'],
    [
      'is the eve where the window lasts to the day itself',
      booked('2027-03-20T10:00', '2027-03-01T09:00', { closesDays: 0 }),
      '2027-03-19',
    ],
    ['is the eve once the window is as good as over', booked('2027-03-20T10:00', '2027-03-16T09:00'), '2027-03-19'],
    ['keeps to the window as long as a day is left', booked('2027-03-20T10:00', '2027-03-15T23:59'), '2027-03-16'],
    [
      'counts days of the office, where the clocks change in between',
      booked('2027-03-29T10:00', '2027-03-10T09:00'),
      '2027-03-25',
    ],
    [
      'and on the other side of the world',
      booked('2027-04-10T10:00', '2027-03-20T23:30', { closesDays: 3 }, 'Australia/Sydney'),
      '2027-04-06',
    ],
  ] as const)('%s', (_, appointment, last) => {
    expect(lastDayToAnswer(appointment).toString()).toBe(last);
    if (
      appointment.closesAt &&
      Temporal.Instant.compare(appointment.now, appointment.closesAt) < 0 &&
      last < '2027-03-18'
    )
      expect(
        Temporal.Instant.compare(on(appointment.zone, `${last}T00:00`).add({ hours: 24 }), appointment.closesAt),
      ).toBeLessThan(0);
  });
});

describe('the day by which a municipality answers', () => {
  const refuse = { days: 7, tooLate: 'refuse' } as const;
  const shorten = { days: 7, tooLate: 'shorten' } as const;

  it('is so many days after the booking, where they fit before the window closes', () => {
    for (const rule of [refuse, shorten])
      expect(clearanceDeadline(rule, booked('2027-03-20T10:00', '2027-03-09T23:59'))).toEqual({
        ok: true,
        dueOn: day('2027-03-16'),
        shortened: false,
      });
  });

  it('a minute later, on the next day, it is too late for all of them: the rule decides', () => {
    const late = booked('2027-03-20T10:00', '2027-03-10T00:00');
    expect(clearanceDeadline(refuse, late)).toEqual({ ok: false });
    expect(clearanceDeadline(shorten, late)).toEqual({ ok: true, dueOn: day('2027-03-16'), shortened: true });
  });

  it('is never in the past: for an appointment of the same day it is that day', () => {
    const today = booked('2027-03-20T10:00', '2027-03-20T08:00');
    expect(clearanceDeadline(shorten, today)).toEqual({ ok: true, dueOn: day('2027-03-20'), shortened: true });
  });

  it('the first day in time is the first that is not refused', () => {
    for (const rule of [
      { confirmBy: 'citizen', opensDays: 10, closesDays: 3, exemptChannels: [] },
      { confirmBy: 'citizen', opensDays: 10, closesDays: 3, closesHours: 72, exemptChannels: [] },
      { confirmBy: 'nobody', opensDays: 10, closesDays: 3, exemptChannels: [] },
    ] as const) {
      const now = on(rome, '2027-03-20T17:00');
      const first = firstDayInTime(refuse, rule, { startsAt: on(rome, '2027-03-22T09:20'), zone: rome, now });
      const fits = (date: Temporal.PlainDate) => {
        const startsAt = on(rome, `${date.toString()}T09:20`);
        const closesAt = rule.confirmBy === 'citizen' ? confirmationWindow(startsAt, rome, rule).closesAt : null;
        return clearanceDeadline(refuse, { startsAt, zone: rome, closesAt, now }).ok;
      };
      expect([fits(first.subtract({ days: 1 })), fits(first)]).toEqual([false, true]);
    }
  });
});

describe('a reminder to the municipality', () => {
  const asked = { askedOn: day('2027-03-01'), dueOn: day('2027-03-28'), reminders: 0 };
  const at = (text: string, zone = rome) => ({ zone, now: on(zone, text) });

  it('goes two days before the last day and on it, from eight in the morning of the office', () => {
    expect(reminderDue(asked, at('2027-03-25T20:00'))).toBeUndefined();
    expect(reminderDue(asked, at('2027-03-26T07:59'))).toBeUndefined();
    expect(reminderDue(asked, at('2027-03-26T08:00'))).toBe('before');
    expect(reminderDue({ ...asked, reminders: 1 }, at('2027-03-27T12:00'))).toBeUndefined();
    // The day on which the clocks go forward.
    expect(reminderDue({ ...asked, reminders: 1 }, at('2027-03-28T08:00'))).toBe('last-day');
    expect(reminderDue({ ...asked, reminders: 2 }, at('2027-03-28T09:00'))).toBeUndefined();
    expect(reminderDue({ ...asked, reminders: 1 }, at('2027-03-29T09:00'))).toBeUndefined();
  });

  it('leaves in peace whoever was asked today', () => {
    expect(reminderDue({ ...asked, askedOn: day('2027-03-27') }, at('2027-03-27T12:00'))).toBeUndefined();
    expect(reminderDue({ ...asked, askedOn: day('2027-03-28') }, at('2027-03-28T12:00'))).toBeUndefined();
  });
});
