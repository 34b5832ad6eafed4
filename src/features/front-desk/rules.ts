import type { Booking, BookingStatus } from '#features/booking/index.ts';
import type { OfficeTask } from '#features/identity/index.ts';
import { dayIn } from '#platform/dates.ts';

export const deskActions = [
  'check-in',
  'call',
  'serve',
  'no-show',
  'undo',
  'confirm',
  'take-in-charge',
  'cancel',
] as const;

/** What an operator does to a booking with one button; also the last word of its address. */
export type DeskAction = (typeof deskActions)[number];

export const taskOf: Readonly<Record<DeskAction, OfficeTask>> = {
  'check-in': 'serve',
  call: 'serve',
  serve: 'serve',
  'no-show': 'serve',
  undo: 'serve',
  confirm: 'confirm',
  'take-in-charge': 'take-in-charge',
  cancel: 'cancel',
};

type Appointment = Pick<Booking, 'status' | 'startsAt' | 'timeZone' | 'takenInChargeAt' | 'party'>;

const expected: readonly BookingStatus[] = ['awaiting-clearance', 'awaiting-office', 'booked', 'confirmed'];
const marked: readonly BookingStatus[] = ['checked-in', 'served', 'no-show'];

/** What can be done to a booking now, in the order in which it is likely; marks only from the day of the appointment. */
export function possibleActions(booking: Appointment, now: Temporal.Instant): DeskAction[] {
  const { status, startsAt, timeZone } = booking;
  const isExpected = expected.includes(status);
  const isLive = isExpected || status === 'checked-in';
  const dayHasCome = Temporal.PlainDate.compare(dayIn(startsAt, timeZone), dayIn(now, timeZone)) <= 0;
  const hasBegun = Temporal.Instant.compare(startsAt, now) <= 0;
  const possible: Readonly<Record<DeskAction, boolean>> = {
    'check-in': isExpected && dayHasCome,
    call: status === 'checked-in',
    serve: isLive && dayHasCome,
    'no-show': isExpected && hasBegun,
    undo: marked.includes(status),
    confirm: status === 'booked' || status === 'awaiting-office',
    'take-in-charge': isLive && booking.takenInChargeAt === null,
    cancel: isLive,
  };
  return deskActions.filter((action) => possible[action]);
}

/** What a booking still waits for before its day; null when nothing is missing. */
export function missingFor(booking: Pick<Booking, 'status' | 'confirmBy'>): 'citizen' | 'office' | 'clearance' | null {
  if (booking.status === 'awaiting-clearance') return 'clearance';
  if (booking.status === 'awaiting-office') return 'office';
  return booking.status === 'booked' && booking.confirmBy === 'citizen' ? 'citizen' : null;
}

export interface DayNumbers {
  readonly appointments: number;
  readonly people: number;
  /** Who has come so far, served ones included. */
  readonly arrived: number;
  readonly served: number;
  readonly absent: number;
}

/** The day in five numbers; cancelled appointments do not count. */
export function countDay(day: readonly Appointment[]): DayNumbers {
  const kept = day.filter((booking) => booking.status !== 'cancelled');
  const count = (...statuses: BookingStatus[]): number => kept.filter(({ status }) => statuses.includes(status)).length;
  return {
    appointments: kept.length,
    people: kept.reduce((sum, { party }) => sum + party, 0),
    arrived: count('checked-in', 'served'),
    served: count('served'),
    absent: count('no-show'),
  };
}

/** The day that an address asks for, within what an office may ever have bookings for. */
export function readDay(typed: string): Temporal.PlainDate | undefined {
  if (!/^20\d\d-\d\d-\d\d$/.test(typed)) return undefined;
  try {
    return Temporal.PlainDate.from(typed, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}
