import './tables.ts';

export { callToDesk, checkIn, type DeskRefusal, markNoShow, markServed, undoMark } from './at-the-desk.ts';
export { book, type BookRefusal, type BookRequest } from './book.ts';
export {
  agendaOfDay,
  type Booking,
  bookingByCode,
  bookingById,
  bookingsOfAccount,
  nextAppointment,
  type PersonOfBooking,
  searchBookings,
} from './booking.query.ts';
export { type BookingEvent, historyOf, marksOf } from './history.query.ts';
export { calendarEntry } from './calendar-entry.ts';
export { cancelBooking, cancelByOffice } from './cancel.ts';
export { confirmBooking, confirmByOffice } from './confirm.ts';
export { hold, type HoldRefusal, type HoldWish } from './hold.ts';
export { adoptHolds, extendHold, releaseExpired, releaseHold, saveDraft } from './hold-changes.ts';
export { browserOf, holdOwner, newHoldOwner } from './hold-cookie.ts';
export { type HeldSeat, findHold } from './hold.query.ts';
export { type HoldOwner, ownerKey } from './hold-owner.ts';
export { type BookedPerson, checkPeople, type PersonFault, personSchema, type SentPerson } from './people.ts';
export { markConfirmationAsked, markReminded } from './mark-told.ts';
export { reschedule, type RescheduleRefusal } from './reschedule.ts';
export {
  type BookingState,
  type BookingStatus,
  type CancelledBy,
  type CancelRefusal,
  cancelRefusal,
  type Channel,
  confirmationWindow,
  type ConfirmRefusal,
  confirmRefusal,
  firstStatus,
  lastDayToConfirm,
  makeCode,
  markRefusal,
  marks,
  readCode,
  reasons,
  type Relationship,
  relationships,
} from './rules.ts';
export { bookingBody } from './api/booking-body.ts';
export { addBookingsApi } from './api/bookings.api.ts';
export { personError } from './api/person-error.ts';
export { bookingAnswer } from './api/answers.ts';
export { bookingView } from './api/booking-view.ts';
export { type BookingProblem, bookingProblemTexts } from './api/problems.text.ts';
export { refuse, refuseFields } from './api/refuse.ts';
export { addHoldsApi } from './api/holds.api.ts';
export { addCitizenBookingPages } from './citizen/routes.ts';
export { type NearDay, nearestTimes } from './form/nearest-times.query.ts';
export { readParty, restOf, visitFields } from './form/people-form.ts';
export { reasonName, relationChoices, relationshipTexts } from './form/reasons.text.ts';
export { wantedSlot } from './form/wanted-slot.query.ts';
export { createSeatEngine, type SeatEngine } from './seats/engine.ts';
export { seatFaults } from './seats/seat-faults.query.ts';
export { takeInCharge } from './take-in-charge.ts';
export { bookingCrontab, bookingTasks } from './tasks.ts';
