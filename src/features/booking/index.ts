import './tables.ts';

export { callToDesk, checkIn, markNoShow, markServed, undoMark } from './at-the-desk.ts';
export { answerInWords, type GivenAnswer } from './questions/answer.ts';
export { AnswerList } from './questions/answer-list.view.tsx';
export { QuestionFields } from './questions/question-fields.view.tsx';
export { AttachmentList } from './attachments/attachment-list.view.tsx';
export { mayChangeFiles, missingFiles } from './attachments/files-due.rules.ts';
export { sendAttachment } from './attachments/send-attachment.ts';
export { type Attachment, attachmentsOf } from './attachments/attachments.query.ts';
export { book, type BookRefusal, type BookRequest } from './book.ts';
export { agendaOfDay, type Booking, bookingByCode, bookingById, type PersonOfBooking } from './booking.query.ts';
export { nextAppointment, searchBookings } from './search-bookings.query.ts';
export { type BookingEvent, historyOf, marksOf } from './history.query.ts';
export { askAgain, type AskAgainRefusal } from './confirmation/ask-again.ts';
export { eligibilityNews, whyNotEligible } from './eligibility/eligible.ts';
export type { Booker, Notice, Refusal, Rule, Told, Way } from './eligibility/rule.ts';
export { ToldBox } from './eligibility/told.view.tsx';
export { eligibilityBox } from './eligibility/eligibility-box.tsx';
export { correctContact } from './correct-contact.ts';
export { bookingNews, moveNews } from './record-event.ts';
export { restoreUnconfirmed, type RestoreRefusal, settleLost } from './confirmation/restore.ts';
export { markConfirmUndelivered } from './confirmation/undelivered.ts';
export { type UndeliveredConfirmation, undeliveredConfirmations } from './confirmation/undelivered.query.ts';
export { correctPeople, ownPersonIn } from './account-cases/correct-people.ts';
export { bookingsThatCollide, type Collision, passBookings } from './account-cases/pass-bookings.ts';
export { excuseNoShow } from './no-shows/excuse.ts';
export { type MissedAppointment, missedAt } from './no-shows/missed.query.ts';
export { type OfficePause, pausesOf } from './no-shows/pause.query.ts';
export { calendarEntry } from './calendar-file/calendar-entry.ts';
export { cancelBooking, cancelByOffice } from './cancel.ts';
export { confirmBooking, confirmByOffice } from './confirmation/confirm.ts';
export { addHeldSeats, heldNotice } from './hold/held-everywhere.ts';
export { hold, type HoldRefusal } from './hold/hold.ts';
export { adoptHolds, releaseHold } from './hold/hold-changes.ts';
export { releaseExpired } from './seats/give-back.ts';
export { browserOf, forgetBrowser } from './hold/hold-cookie.ts';
export { forgetDraft } from './citizen/hold/held.ts';
export { findHold } from './hold/hold.query.ts';
export { type HoldOwner, ownerKey } from './hold/hold-owner.ts';
export { type BookedPerson, checkPeople } from './people.ts';
export { atDesk } from './who-may-come.rules.ts';
export { markConfirmationAsked, markConfirmationSent, markReminded } from './confirmation/mark-told.ts';
export { type CancelRefusal, cancelRefusal, endRefusal } from './cancel.rules.ts';
export { makeCode, readCode } from './code.rules.ts';
export { closingWords } from './confirmation/closing-words.ts';
export {
  closesAtMidnight,
  confirmationWindow,
  type ConfirmRefusal,
  confirmRefusal,
  firstStatus,
  lastDayToConfirm,
} from './confirmation/confirmation.rules.ts';
export { markRefusal, marks } from './mark.rules.ts';
export { reasons, relationships } from './people.rules.ts';
export { type BookingState, type BookingStatus, type CancelledBy, type Channel, channels } from './status.rules.ts';
export { bookingBody } from './api/booking-body.ts';
export { addBookingsApi } from './api/bookings.api.ts';
export { personError } from './api/person-error.ts';
export { bookingAnswer } from './api/answers.ts';
export { bookingView } from './api/booking-view.ts';
export { photoVerdict, verdictView } from './api/completion-view.ts';
export { photoStandings, whyDecided } from './api/photo-standing-view.ts';
export { type BookingProblem, bookingProblemTexts } from './api/problems.text.ts';
export { refuse, refuseFields } from './api/refuse.ts';
export { mayNotBook } from './api/may-not-book.ts';
export { addHoldsApi } from './api/holds.api.ts';
export { addFindBooking } from './citizen/own/find-booking.route.tsx';
export type { AlsoKept } from './citizen/account/my-data.route.ts';
export { addCitizenBookingPages } from './citizen/routes.ts';
export { type NearDay, nearestTimes } from './form/nearest-times.query.ts';
export { readParty, restOf } from './form/people-form.ts';
export { visitFields } from './form/visit-fields.ts';
export { reasonName, relationChoices, relationshipTexts } from './form/reasons.text.ts';
export { wantedSlot } from './form/wanted-slot.query.ts';
export { qrPicture } from './receipt/booking-address.ts';
export { receiptRules } from './receipt/receipt-rules.ts';
export { receiptPdf } from './receipt/receipt-pdf.ts';
export { receiptName, sendReceipt } from './receipt/send-receipt.ts';
export { writtenTo } from './written-to.ts';
export { addOwnBookingPages } from './citizen/own/own-booking.routes.ts';
export { When } from './citizen/hold/held-bar.view.tsx';
export { ChargeNotice } from './citizen/own/charge.view.tsx';
export { Examination } from './citizen/own/examination.view.tsx';
export { OfferCard } from './citizen/own/offer.view.tsx';
export { AskLink, RequestList } from './citizen/own/request.view.tsx';
export { answerToTell, offerToTell } from './moves/message-facts.query.ts';
export { liveOffer } from './moves/offer.query.ts';
export { otherDays, otherTimes } from './moves/other-times.query.ts';
export { type Arrangement, arrangementOf } from './arrangement/arrangement.query.ts';
export { arrangementWords } from './arrangement/arrangement-words.ts';
export { nameHelper } from './arrangement/name-helper.ts';
export { carryClaim } from './priority/claim-priority.ts';
export {
  listAwaiting,
  type ListedBooking,
  type ListedOffer,
  type ListedRequest,
  listOffers,
  listRequests,
  type ToDoCounts,
  toDoCounts,
} from './to-do.query.ts';
export { keepAsIs } from './moves/keep-as-is.ts';
export { codeLife } from './one-time-code/code.rules.ts';
export { codeToTell, type CodeToTell } from './one-time-code/code.query.ts';
export { isLeft } from './moves/chosen-to-move.query.ts';
export { type ForeseenSeat, foreseeMoves } from './moves/foresee-moves.query.ts';
export { offerOfSeatEnds } from './moves/offer.rules.ts';
export { offerSeat } from './moves/offer-seat.ts';
export { removablePeople } from './removal/removable.query.ts';
export { removePersonByOffice } from './removal/remove-person.ts';
export { RemoveLink } from './citizen/own/remove.view.tsx';
export { moveByOffice } from './reschedule.ts';
export { answerRequest } from './requests/answer-request.ts';
export { type OfficeRequest, requestsOf } from './requests/request.query.ts';
export { longestAnswer } from './requests/request.rules.ts';
export { markProof } from './priority/mark-proof.ts';
export { type Priority, priorityOfBooking } from './priority/priority.query.ts';
export { createSeatEngine, type SeatEngine } from './seats/engine.ts';
export { seatFaults } from './seats/seat-faults.query.ts';
export { codesIn } from './typed-code.rules.ts';
export { type Charge, chargeOf, giveBack, takeInCharge } from './take-in-charge.ts';
export { bookingCrontab, bookingTasks } from './tasks.ts';
export { wishWords } from './citizen/waiting-list/wishes-fields.view.tsx';
export { markPreCheckReminded } from './confirmation/mark-told.ts';
export * from './invitations/offered.ts';
export * from './mass/offered.ts';
export * from './waiting-list/offered.ts';
export * from './examination/offered.ts';
export * from './clearance/offered.ts';
export * from './bulk/offered.ts';
export * from './completion/offered.ts';
export * from './photo-decision/offered.ts';
export * from './visit/offered.ts';
export { addAssignmentApi } from './api/assignment.api.ts';
export { registerOverApi } from './api/registration.api.ts';
export { type SeatsFacts, seatsFacts } from './citizen/registration/facts.ts';
export { readPreferences } from './citizen/registration/preferences.form.ts';
export { PreferencesFields, preferenceWords } from './citizen/registration/preferences-fields.view.tsx';
export { addRegistrationPages } from './citizen/registration/routes.ts';
export * from './registration-draw/offered.ts';
