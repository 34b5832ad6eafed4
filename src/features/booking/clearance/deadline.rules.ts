import { dayIn } from '#platform/dates.ts';
import { type ConfirmationRule, confirmationWindow, lastDayToConfirm } from '../confirmation/confirmation.rules.ts';

/** How long a municipality has for its answer, and what follows when it does not fit or does not come. */
export interface DeadlineRule {
  readonly days: number;
  readonly tooLate: 'refuse' | 'shorten';
  readonly atDeadline: 'cancel' | 'stays';
}

interface Appointment {
  readonly startsAt: Temporal.Instant;
  readonly zone: string;
  /** the first instant that is too late to confirm; null where nobody has to */
  readonly closesAt: Temporal.Instant | null;
  readonly now: Temporal.Instant;
}

/**
 * The last day on which an answer is of use, on the office's calendar: it leaves a whole day to confirm. Where less than
 * that is left of the window, who books has nothing to confirm any more, and the day before the appointment will do.
 */
export function lastDayToAnswer(appointment: Appointment): Temporal.PlainDate {
  const { startsAt, zone, now } = appointment;
  const last = lastDayInWindow(appointment);
  const isPast = Temporal.PlainDate.compare(last, dayIn(now, zone)) <= 0;
  return isPast ? lastDayInWindow({ startsAt, zone, closesAt: null }) : last;
}

export type Deadline = { ok: true; dueOn: Temporal.PlainDate; shortened: boolean } | { ok: false };

/** The day by which the municipality must answer a booking made now; none where it is too late and the office refuses that. */
export function clearanceDeadline(rule: Omit<DeadlineRule, 'atDeadline'>, appointment: Appointment): Deadline {
  const today = dayIn(appointment.now, appointment.zone);
  const dueOn = today.add({ days: rule.days });
  const last = lastDayInWindow(appointment);
  if (Temporal.PlainDate.compare(dueOn, last) <= 0) return { ok: true, dueOn, shortened: false };
  if (rule.tooLate === 'refuse') return { ok: false };
  return { ok: true, dueOn: laterOf(lastDayToAnswer(appointment), today), shortened: true };
}

/** The first day with an appointment at this hour for which the municipality has all its days. */
export function firstDayInTime(
  rule: Pick<DeadlineRule, 'days'>,
  confirmation: ConfirmationRule,
  { startsAt, zone, now }: Omit<Appointment, 'closesAt'>,
): Temporal.PlainDate {
  const byCitizen = confirmation.confirmBy === 'citizen' && !confirmation.exemptChannels.includes('web');
  const clock = startsAt.toZonedDateTimeISO(zone).toPlainTime();
  const today = dayIn(now, zone);
  let day = today.add({ days: rule.days + 1 });
  // The window closes at most sixty days before.
  for (let tries = 0; tries < 70; tries += 1, day = day.add({ days: 1 })) {
    const at = day.toZonedDateTime({ timeZone: zone, plainTime: clock }).toInstant();
    const closesAt = byCitizen ? confirmationWindow(at, zone, confirmation).closesAt : null;
    const last = lastDayInWindow({ startsAt: at, zone, closesAt });
    if (Temporal.PlainDate.compare(today.add({ days: rule.days }), last) <= 0) return day;
  }
  return day;
}

/** What the office's own clock says about reminding the municipality: once two days before the last day, once on it. */
export function reminderDue(
  asked: { askedOn: Temporal.PlainDate; dueOn: Temporal.PlainDate; reminders: number },
  { zone, now }: { zone: string; now: Temporal.Instant },
): 'before' | 'last-day' | undefined {
  const local = now.toZonedDateTimeISO(zone);
  const today = local.toPlainDate();
  // Nobody reads it at night.
  if (local.hour < 8 || Temporal.PlainDate.compare(asked.askedOn, today) >= 0) return undefined;
  const left = today.until(asked.dueOn).days;
  if (left === 0) return asked.reminders < 2 ? 'last-day' : undefined;
  return left > 0 && left <= 2 && asked.reminders < 1 ? 'before' : undefined;
}

// The same, though it may be over already: all days of the rule must fit before the window closes.
function lastDayInWindow({ startsAt, zone, closesAt }: Omit<Appointment, 'now'>): Temporal.PlainDate {
  const eve = dayIn(startsAt, zone).subtract({ days: 1 });
  if (closesAt === null) return eve;
  const beforeClosing = lastDayToConfirm(closesAt, zone).subtract({ days: 1 });
  return Temporal.PlainDate.compare(beforeClosing, eve) < 0 ? beforeClosing : eve;
}

function laterOf(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) > 0 ? one : other;
}
