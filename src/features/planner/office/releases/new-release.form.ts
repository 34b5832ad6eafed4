import { z } from 'zod';
import { readTypedDate } from '#ui/fields/typed-date.ts';
import { furthestDays, type ReleaseTime } from '../../releases/plan-release.ts';
import { instantOn, zoneOf } from '../../releases/release-rule.rules.ts';
import { drawFields, orderWishOf } from './draw-fields.form.ts';
import { optionalDay, optionalTime, typedDay, typedNumber } from '../form-fields.ts';

const optionalNumber = (min: number, max: number) =>
  z.union([z.literal('').transform(() => null), typedNumber(min, max)]).default(null);

const fields = z.object({
  firstDay: typedDay,
  lastDay: typedDay,
  seats: optionalNumber(1, 100_000),
  when: z.enum(['now', 'at', 'drip'], 'required'),
  moments: z.string().trim().max(2_000, 'too-long').default(''),
  clock: z.enum(['office', 'rome']).default('office'),
  dripDay: optionalDay,
  from: optionalTime,
  until: optionalTime,
  everyMinutes: optionalNumber(1, 720),
  seatsEach: optionalNumber(1, 1_000),
  ...drawFields.shape,
});

/** The seats to open, and when; hours are read on the clock that was chosen. */
export function newReleaseSchema(office: string, now: Temporal.Instant) {
  const today = now.toZonedDateTimeISO(office).toPlainDate();
  return fields.transform((form, context) => {
    const wrong = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
    const { firstDay, lastDay, seats } = form;
    if (Temporal.PlainDate.compare(lastDay, firstDay) < 0) wrong('lastDay', 'date-order');
    if (Temporal.PlainDate.compare(lastDay, today.add({ days: furthestDays })) > 0) wrong('firstDay', 'too-far');
    return {
      firstDay: firstDay.toString(),
      lastDay: lastDay.toString(),
      seats,
      when: timeOf(form, { office, now, wrong }),
      order: orderWishOf(form, { zone: zoneOf(form.clock, office), wrong }),
    };
  });
}

function timeOf(
  form: z.output<typeof fields>,
  at: { office: string; now: Temporal.Instant; wrong: (field: string, message: string) => void },
): ReleaseTime {
  const zone = zoneOf(form.clock, at.office);
  if (form.when === 'now') return { kind: 'now' };
  if (form.when === 'at') {
    const instants = readMoments(form.moments, zone);
    if (instants === undefined) at.wrong('moments', form.moments === '' ? 'required' : 'moments');
    else if (instants.length > 50) at.wrong('moments', 'too-many');
    else if (instants.some((instant) => Temporal.Instant.compare(instant, at.now) <= 0))
      at.wrong('moments', 'in-the-past');
    else if (instants.length > 1 && form.seats === null) at.wrong('seats', 'needed');
    return { kind: 'at', instants: instants ?? [] };
  }
  const { dripDay, from, until, everyMinutes, seatsEach, clock } = form;
  for (const field of ['dripDay', 'from', 'until', 'everyMinutes', 'seatsEach'] as const)
    if (form[field] === null) at.wrong(field, 'required');
  if (from !== null && until !== null && until <= from) at.wrong('until', 'before-start');
  const hours = { from: from ?? '00:00', until: until === '24:00' ? '23:59' : (until ?? '23:59') };
  const today = at.now.toZonedDateTimeISO(zone).toPlainDate();
  const first = dripDay ?? today;
  if (Temporal.PlainDate.compare(first, today) < 0) at.wrong('dripDay', 'in-the-past');
  const start = hours.from === '24:00' ? at.now : instantOn(first, hours.from, zone);
  const since = Temporal.Instant.compare(start, at.now) > 0 ? start : at.now.add({ seconds: 1 });
  return { kind: 'drip', since, ...hours, clock, everyMinutes: everyMinutes ?? 1, seatsEach: seatsEach ?? 1 };
}

/** `24/12/2026 18:00`, one a line; undefined when a line is not so. */
function readMoments(typed: string, zone: string): Temporal.Instant[] | undefined {
  const lines = typed
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const instants = lines.flatMap((line) => {
    const parts = /^(\S+)\s+(\d{1,2})[:.](\d{2})$/.exec(line);
    const date = readTypedDate(parts?.[1] ?? '');
    const [hours, minutes] = [Number(parts?.[2] ?? NaN), Number(parts?.[3] ?? NaN)];
    if (!date || date.year < 2000 || date.year > 2100 || !(hours <= 23 && minutes <= 59)) return [];
    return [instantOn(date, `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`, zone)];
  });
  if (instants.length === 0 || instants.length !== lines.length) return undefined;
  return instants.sort((a, b) => Temporal.Instant.compare(a, b));
}
