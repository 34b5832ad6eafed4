export const channels = ['web', 'desk', 'phone', 'partner-desk', 'totem', 'api'] as const;
export type Channel = (typeof channels)[number];

export const bookingStatuses = [
  'awaiting-clearance',
  'awaiting-office',
  'booked',
  'confirmed',
  'checked-in',
  'served',
  'no-show',
  'cancelled',
] as const;
export type BookingStatus = (typeof bookingStatuses)[number];

export type CancelledBy = 'citizen' | 'office' | 'rejected' | 'not-confirmed' | 'clearance-refused' | 'clearance-late';
export type ConfirmBy = 'citizen' | 'office' | 'nobody';

/** Appointments to come, whatever is still to be said about them. */
export const expected: readonly BookingStatus[] = ['awaiting-clearance', 'awaiting-office', 'booked', 'confirmed'];

export interface BookingState {
  readonly status: BookingStatus;
  readonly takenInChargeAt: Temporal.Instant | null;
  readonly confirmOpensAt: Temporal.Instant | null;
  readonly confirmClosesAt: Temporal.Instant | null;
  readonly cancelClosesAt: Temporal.Instant;
  /** The request did not arrive: the window stays open until the office has settled it. */
  readonly confirmUndeliveredAt?: Temporal.Instant | null;
  /** They confirmed while the clearance was still awaited. */
  readonly citizenConfirmedAt?: Temporal.Instant | null;
}
