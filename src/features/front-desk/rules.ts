import { readIsoDay } from '#platform/dates.ts';
import { type Booking, type BookingStatus, markRefusal, marks } from '#features/booking/index.ts';
import type { OfficeTask } from '#features/identity/index.ts';
import { dayIn } from '#platform/dates.ts';

const otherActions = ['confirm', 'take-in-charge', 'give-back', 'cancel'] as const;

export const deskActions = [...marks, ...otherActions] as const;

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
  'give-back': 'take-in-charge',
  cancel: 'cancel',
};

type Appointment = Pick<Booking, 'status' | 'startsAt' | 'timeZone' | 'takenInChargeAt' | 'party'>;

const over: readonly BookingStatus[] = ['served', 'no-show', 'cancelled'];

/** What is offered for a booking now, in the order in which it is likely; marks only from the day of the appointment. */
export function possibleActions(booking: Appointment, now: Temporal.Instant): DeskAction[] {
  const { status, timeZone: zone } = booking;
  const isLive = !over.includes(status);
  const others = {
    confirm: status === 'booked' || status === 'awaiting-office',
    'take-in-charge': isLive && booking.takenInChargeAt === null,
    'give-back': isLive && booking.takenInChargeAt !== null,
    cancel: isLive,
  };
  const hasCome = Temporal.PlainDate.compare(dayIn(now, zone), dayIn(booking.startsAt, zone)) >= 0;
  const offered = marks
    .filter((mark) => hasCome || mark === 'undo')
    .filter((mark) => mark !== 'call' || status === 'checked-in');
  return [
    ...offered.filter((mark) => markRefusal(booking, mark, now) === undefined),
    ...otherActions.filter((action) => others[action]),
  ];
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
  return typed.startsWith('20') ? readIsoDay(typed) : undefined;
}
