import { findOfficeById, findServiceAtOffice, type Office, type Service } from '#features/offices/index.ts';
import type { Db, Tx } from '#platform/database.ts';
import { type Language, languageOrItalian } from '#platform/language.ts';
import { type Arrangement, arrangementOf } from '../arrangement/arrangement.query.ts';
import type { Booking } from '../booking.query.ts';
import { completedInWords } from '../completion/completed-words.ts';
import type { BookingState } from '../status.rules.ts';
import { visitOf } from '../visit/visit-of-booking.query.ts';
import type { Visit } from '../visit/what-to-bring.ts';
import type { Awaiting } from './still-awaited.ts';

/** What a printed receipt says. */
export interface ReceiptFacts extends BookingState, Awaiting {
  readonly code: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly live: boolean;
  /** null for who booked at the desk or by telephone: they find their booking by code and surname */
  readonly accountId: number | null;
  /** Names, in the order of the booking. */
  readonly people: readonly string[];
  readonly reason: string | null;
  /** null where it must not be told: in what is sent by e-mail */
  readonly notes: string | null;
  /** There is an address that reminders go to. */
  readonly isWrittenTo: boolean;
  readonly office: Pick<
    Office,
    | 'code'
    | 'kind'
    | 'name'
    | 'city'
    | 'timeZone'
    | 'address'
    | 'email'
    | 'phone'
    | 'website'
    | 'directions'
    | 'accessibility'
  >;
  readonly service: Pick<Service, 'code' | 'name' | 'documents' | 'fee'>;
  /** photos, delivery and who collects, in sentences; absent in what may be passed on */
  readonly completed?: readonly string[] | undefined;
  /** who booked for them, and the proof to bring */
  readonly arrangement?: Arrangement | undefined;
  /** what its papers depend on; absent: the whole list, each document with its case */
  readonly visit?: Visit | undefined;
}

/** A booking's facts for its receipt. */
export async function receiptFacts(db: Db | Tx, booking: Booking): Promise<ReceiptFacts> {
  const [office, service, arrangement] = await Promise.all([
    findOfficeById(db, booking.officeId),
    findServiceAtOffice(db, booking.officeId, booking.serviceCode),
    arrangementOf(db, booking.id),
  ]);
  // Foreign keys: both exist as long as the booking does.
  if (!office || !service) throw new Error('a booking without its office or service');
  return {
    ...booking,
    completed: completedInWords(booking, receiptLanguage(booking)),
    people: booking.people.map((person) => `${person.givenName} ${person.familyName}`),
    isWrittenTo: booking.contactEmail !== null,
    office,
    service,
    arrangement,
    visit: visitOf(booking, service),
  };
}

/** The language of a receipt: the booking's own. */
export function receiptLanguage(booking: { readonly language: string }): Language {
  return languageOrItalian(booking.language);
}
