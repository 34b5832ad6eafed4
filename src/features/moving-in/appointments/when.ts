import { momentAt, readDay, readMoment } from '../cells/dates.rules.ts';
import { faultAt, type ReadRow } from '../field.ts';
import type { Fault, FaultReason } from '../fault.ts';

export interface When {
  readonly startsAt: Temporal.Instant;
  /** null: as long as the service takes */
  readonly endsAt: Temporal.Instant | null;
}

const longest = Temporal.Duration.from({ hours: 8 });

/** When an appointment is, from a day and an hour on the office's clock, from both in one cell, or from instants. */
export function whenOf(row: ReadRow, zone: string): { ok: true; when: When } | { ok: false; fault: Fault } {
  const { values } = row;
  const wrong = (column: string, reason: FaultReason) => ({
    ok: false as const,
    fault: faultAt(row.raw, { name: column, also: headings[column] ?? [] }, { reason }),
  });
  const start = startOf(values, zone);
  if (typeof start === 'object' && 'column' in start) return wrong(start.column, start.reason);
  const ends = endOf(values, zone, start);
  if (typeof ends === 'object' && ends !== null && 'column' in ends) return wrong(ends.column, ends.reason);
  if (ends === null) return { ok: true, when: { startsAt: start, endsAt: null } };
  const column = values['minutes'] === undefined ? (values['until'] === undefined ? 'ends_at' : 'until') : 'minutes';
  if (Temporal.Instant.compare(ends, start) <= 0) return wrong(column, 'ends-first');
  if (Temporal.Instant.compare(ends, start.add(longest)) > 0) return wrong(column, 'too-far');
  return { ok: true, when: { startsAt: start, endsAt: ends } };
}

const headings: Readonly<Record<string, readonly string[]>> = {
  date: ['data', 'data_appuntamento', 'giorno', 'day'],
  time: ['ora', 'orario', 'ora_appuntamento', 'ora_inizio', 'start_time'],
};

type Wrong = { readonly column: string; readonly reason: FaultReason };

function startOf(values: ReadRow['values'], zone: string): Temporal.Instant | Wrong {
  const { starts_at: startsAt, date, time } = values;
  if (typeof startsAt === 'string') return readMoment(startsAt, zone) ?? { column: 'starts_at', reason: 'moment' };
  if (typeof date !== 'string') return { column: 'date', reason: 'required' };
  if (typeof time !== 'string') {
    // Some spreadsheets keep both in one cell.
    const both = /[T\s]\S/.test(date.trim()) ? readMoment(date, zone) : undefined;
    if (both) return both;
    return readDay(date) ? { column: 'time', reason: 'required' } : { column: 'date', reason: 'day' };
  }
  // A day that a spreadsheet gave midnight is a day.
  const day = readDay(date.replace(/\s+0?0[:.]00([:.]00)?$/, ''));
  if (day === undefined) return { column: 'date', reason: 'day' };
  return momentAt(day, time.slice(0, 5), zone) ?? { column: 'time', reason: 'no-such-hour' };
}

function endOf(values: ReadRow['values'], zone: string, start: Temporal.Instant): Temporal.Instant | Wrong | null {
  const { ends_at: endsAt, until, minutes } = values;
  if (typeof minutes === 'number') return start.add({ minutes });
  if (typeof until === 'string') {
    const day = start.toZonedDateTimeISO(zone).toPlainDate();
    return momentAt(day, until.slice(0, 5), zone) ?? { column: 'until', reason: 'no-such-hour' };
  }
  if (typeof endsAt === 'string') return readMoment(endsAt, zone) ?? { column: 'ends_at', reason: 'moment' };
  return null;
}
