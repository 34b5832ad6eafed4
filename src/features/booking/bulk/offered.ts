export { bookingsByExternalCode, livePeople, type StandingBooking, standingBookings } from './standing.query.ts';
export { type MovedBooking, writeBookings, type WrittenBooking } from './write-bookings.ts';
export { type MovedEvent, writeEvents } from './write-events.ts';
export { bookingStatuses } from '../status.rules.ts';
