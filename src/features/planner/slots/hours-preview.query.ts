import type { Db, Tx } from '#platform/database.ts';
import { type CalendarChange, planAfter } from '../calendar/calendar-change.rules.ts';
import { fingerprint } from '../editing/fingerprint.ts';
import { madeThrough } from './horizon.rules.ts';
import { findPlan, type Plan, publishedPlanners } from '../plan.query.ts';
import { type OpeningRule, slotsOf } from '../rules.ts';
import { type DaySeats, seatChanges } from './seat-changes.query.ts';
import { type UncoveredBooking, uncoveredBookings } from './uncovered-bookings.query.ts';
import { wantedSlots } from './wanted-slots.ts';

/** What a change of hours does to seats and appointments, told before it is made. */
export interface HoursPreview {
  /** every day with slots, before or after, in order */
  readonly days: readonly DaySeats[];
  readonly bookings: readonly UncoveredBooking[];
  /** some seats that go are held by people who are filling in a form right now */
  readonly held: boolean;
  /** differs when the situation is another one: what is confirmed must be what was shown */
  readonly fingerprint: string;
}

/** What a change of closures and extra openings would do. Writes and locks nothing. */
export async function previewChange(
  db: Db | Tx,
  request: { officeId: number; change: CalendarChange; now: Temporal.Instant },
): Promise<HoursPreview> {
  const { officeId, now } = request;
  const hours = (await changedPlans(db, request)).flatMap((plan) => {
    const through = plan.publishedThrough ?? madeThrough(plan, now);
    return plan.publishedRules === null ? [] : [{ plan, rules: plan.publishedRules, through }];
  });
  const preview = await previewHours(db, { officeId, hours, now });
  return { ...preview, bookings: preview.bookings.filter(({ already }) => !already) };
}

/** The plans, as they will be, of the published planners whose hours a change touches. */
export async function changedPlans(
  db: Db | Tx,
  request: { officeId: number; change: CalendarChange },
): Promise<Plan[]> {
  const plans = [];
  for (const plannerId of await publishedPlanners(db, request.officeId)) {
    const plan = await findPlan(db, plannerId);
    const after = plan && planAfter(plan, request.change);
    if (after && after !== plan) plans.push(after);
  }
  return plans;
}

/** What making a planner's slots from its rules as edited would do; from none, what taking it off would do. */
export async function previewRules(
  db: Db | Tx,
  request: { plan: Plan; rules: readonly OpeningRule[]; now: Temporal.Instant },
): Promise<HoursPreview> {
  const { plan, rules, now } = request;
  // A planner that is taken off loses its extra openings too.
  const taken = rules.length === 0 ? { ...plan, extras: [] } : plan;
  const hours = [{ plan: taken, rules, through: madeThrough(plan, now) }];
  return previewHours(db, { officeId: plan.officeId, hours, now });
}

interface PlannedHours {
  readonly plan: Plan;
  readonly rules: readonly OpeningRule[];
  readonly through: Temporal.PlainDate;
}

async function previewHours(
  db: Db | Tx,
  request: { officeId: number; hours: readonly PlannedHours[]; now: Temporal.Instant },
): Promise<HoursPreview> {
  const { officeId, hours, now } = request;
  const days = new Map<string, DaySeats>();
  const tight = [];
  for (const { plan, rules, through } of hours) {
    const today = now.toZonedDateTimeISO(plan.zone).toPlainDate();
    const wanted = wantedSlots(slotsOf({ ...plan, rules, from: today, to: through }), plan, now);
    const changes = await seatChanges(db, { plannerId: plan.plannerId, after: now, wanted });
    for (const day of changes.days) days.set(day.day.toString(), sumOf(day, days.get(day.day.toString())));
    tight.push(...changes.tight);
  }
  const bookings = await uncoveredBookings(db, { officeId, slots: tight, now });
  const inOrder = [...days.values()].sort((a, b) => Temporal.PlainDate.compare(a.day, b.day));
  const today = hours[0] && now.toZonedDateTimeISO(hours[0].plan.zone).toPlainDate();
  // Today's seats go by with the hours: what changes by itself is left out.
  const changed = inOrder.filter(({ day, before, after }) => before !== after && !(today && day.equals(today)));
  const seen = [
    changed.map(({ day, before, after }) => [day.toString(), before, after]),
    bookings.map(({ code }) => code),
  ];
  const held = bookings.length === 0 && tight.some(({ before, after }) => after < before);
  return { days: inOrder, bookings, held, fingerprint: fingerprint(seen) };
}

function sumOf(one: DaySeats, other: DaySeats | undefined): DaySeats {
  if (other === undefined) return one;
  const { day } = one;
  return { day, before: one.before + other.before, after: one.after + other.after, free: one.free + other.free };
}
