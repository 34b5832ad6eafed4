import { describe, expect, it } from 'vitest';
import { dueSample } from './due-samples.rules.ts';

/** Looked at every so many minutes of a UTC day (the crontab asks every five); the samples that come of it, each once. */
function samplesOf(timeZone: string, utcDay: string, every = 5): string[] {
  const start = Temporal.Instant.from(`${utcDay}T00:00:00Z`);
  const seen = new Map<string, string>();
  for (let minutes = 0; minutes < 24 * 60; minutes += every) {
    const now = start.add({ minutes });
    const due = dueSample(timeZone, now);
    if (due === undefined) continue;
    const name = `${due.day.toString()} ${due.hour}`;
    if (!seen.has(name)) seen.set(name, `${name} at ${now.toString().slice(11, 16)}Z`);
  }
  return [...seen.values()];
}

describe('the three samples a day', () => {
  it.each([
    ['the day before London puts its clocks forward', 'Europe/London', '2027-03-27', ['09:00', '12:00', '16:00']],
    ['the day it does', 'Europe/London', '2027-03-28', ['08:00', '11:00', '15:00']],
    ['the day it puts them back', 'Europe/London', '2026-10-25', ['09:00', '12:00', '16:00']],
    ['the day before that', 'Europe/London', '2026-10-24', ['08:00', '11:00', '15:00']],
    ['half an hour’s change at Lord Howe', 'Australia/Lord_Howe', '2026-10-04', ['01:00', '05:00', '22:00']],
    ['quarters of an hour in Kathmandu', 'Asia/Kathmandu', '2026-11-22', ['03:15', '06:15', '10:15']],
  ])('are at 09:00, 12:00 and 16:00 of the office: %s', (_, zone, day, hours) => {
    expect(samplesOf(zone, day).map((sample) => sample.slice(-6, -1))).toEqual(hours);
  });

  it('belong to the office’s day, not to that of UTC', () => {
    expect(samplesOf('Pacific/Auckland', '2027-01-10')).toEqual(
      ['2027-01-11 9 at 20:00Z', '2027-01-11 12 at 23:00Z', '2027-01-10 16 at 03:00Z'].toSorted((a, b) =>
        a.slice(-6).localeCompare(b.slice(-6)),
      ),
    );
  });

  it('are three on every day of a year with two changes of clocks', () => {
    const count = new Map<string, number>();
    for (let day = Temporal.PlainDate.from('2026-12-31'); day.year < 2028; day = day.add({ days: 1 })) {
      for (const sample of samplesOf('America/New_York', day.toString(), 30)) {
        const name = sample.slice(0, 10);
        count.set(name, (count.get(name) ?? 0) + 1);
      }
    }
    const year = [...count].filter(([day]) => day.startsWith('2027'));
    expect(year).toHaveLength(365);
    expect(new Set(year.map(([, samples]) => samples))).toEqual(new Set([3]));
  });

  it('count for their hour for a while, and are missing afterwards', () => {
    const at = (time: string) => dueSample('Europe/Rome', Temporal.Instant.from(`2026-11-22T${time}Z`))?.hour;
    expect([at('07:59'), at('08:00'), at('08:54'), at('08:55'), at('11:00'), at('15:30')]).toEqual([
      undefined,
      9,
      9,
      undefined,
      12,
      16,
    ]);
  });
});
