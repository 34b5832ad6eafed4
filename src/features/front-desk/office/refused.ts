import { type BookRefusal, type HoldRefusal, residenceField } from '#features/booking/index.ts';
import type { FieldError } from '#platform/http/problem.ts';
import type { Language } from '#platform/language.ts';
import { newBookingTexts } from './new-booking/new-booking.text.ts';

/** Why the seat could not be kept, beside the times. */
export function holdRefused(reason: HoldRefusal, language: Language): FieldError {
  const t = newBookingTexts.for(language);
  switch (reason) {
    case 'slot-full':
    case 'none-left':
      return { field: 'slot', reason, message: t('lost') };
    case 'quota-full':
      return { field: 'slot', reason, message: t('quotaFull') };
    case 'not-open':
    case 'beyond-horizon':
      return { field: 'slot', reason, message: t('closed') };
    case 'party-too-large':
      return { field: 'party', reason, message: t('tooMany') };
    case 'already-booked':
      return { field: 'people.0.familyName', reason, message: t('alreadyBooked') };
    case 'login-required':
    case 'idempotency-key-reused':
      return { field: 'slot', reason, message: t('again') };
  }
}

/** Why the seat could not be booked, beside the person or the times. */
export function bookRefused(reason: BookRefusal, position: number | undefined, language: Language): FieldError {
  const t = newBookingTexts.for(language);
  switch (reason) {
    case 'already-booked':
      return { field: `people.${position ?? 0}.familyName`, reason, message: t('alreadyBooked') };
    case 'hold-expired':
    case 'party-mismatch':
    case 'not-the-ticket-holder':
    case 'hold-is-for-move':
    // A limit of accounts: offices book without one.
    case 'too-many-bookings':
    case 'cancelled-often':
    case 'not-who-waited':
      return { field: 'slot', reason, message: t('again') };
    case 'clearance-too-late':
      return { field: 'slot', reason, message: t('clearanceTooLate') };
    case 'not-resident':
      return { field: residenceField, reason, message: t('notResident') };
  }
}
