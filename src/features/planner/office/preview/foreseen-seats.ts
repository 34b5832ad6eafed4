import type { FreeSlot } from '../../availability/free-slots.query.ts';
import type { CalendarChange } from '../../calendar/calendar-change.rules.ts';
import type { UncoveredBooking } from '../../slots/uncovered-bookings.query.ts';
import type { MoveRule } from '../../slots/move-rule.ts';

/** The start of the seat each booking would be offered, by its code; null where there is none. */
export type ForeseenSeats = ReadonlyMap<string, Temporal.Instant | null> | 'too-many';

/** Looks for the seats that would be offered: bookings stand above planners and are asked through this. */
export type ForeseeMoves = (request: {
  officeId: number;
  codes: readonly string[];
  rule: MoveRule;
  without: (slot: FreeSlot) => boolean;
  now: Temporal.Instant;
}) => Promise<ReadonlyMap<string, Temporal.Instant | null>>;

/** What is shown of each within a second; beyond, seats are looked for after the confirmation. */
const most = 3000;

export async function foreseenSeats(
  foresee: ForeseeMoves | undefined,
  request: {
    officeId: number;
    zone: string;
    bookings: readonly UncoveredBooking[];
    change: CalendarChange;
    rule: MoveRule;
    now: Temporal.Instant;
  },
): Promise<ForeseenSeats | undefined> {
  const { officeId, zone, bookings, change, rule, now } = request;
  if (foresee === undefined || bookings.length === 0) return undefined;
  if (bookings.length > most) return 'too-many';
  const codes = bookings.map(({ code }) => code);
  return foresee({ officeId, codes, rule, without: (slot) => isClosedBy(change, slot, zone), now });
}

/** Whether a free time is of those that the change takes away. */
export function isClosedBy(
  change: CalendarChange,
  slot: Pick<FreeSlot, 'plannerId' | 'startsAt' | 'endsAt'>,
  zone: string,
): boolean {
  if (change.kind !== 'close') return false;
  const [starts, ends] = [slot.startsAt, slot.endsAt].map((instant) => instant.toZonedDateTimeISO(zone));
  if (starts === undefined || ends === undefined) return false;
  const day = starts.toPlainDate().toString();
  const [from, to] = [starts, ends].map((time) => time.toPlainTime().toString({ smallestUnit: 'minute' }));
  return change.closures.some((closure) => {
    if (closure.plannerId !== null && closure.plannerId !== slot.plannerId) return false;
    if (day < closure.firstDay || day > closure.lastDay) return false;
    return (
      closure.starts === null || closure.ends === null || ((from ?? '') < closure.ends && (to ?? '') > closure.starts)
    );
  });
}
