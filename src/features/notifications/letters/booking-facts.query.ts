import { sql } from 'kysely';
import {
  type Arrangement,
  arrangementOf,
  type BookingState,
  type CancelledBy,
  type Charge,
  chargeOf,
  completionFacts,
  type CompletionFacts,
  type Clearance,
  examinationOf,
  type PreCheck,
  type Visit,
  visitOfBooking,
} from '#features/booking/index.ts';
import { findOfficeById, findServiceAtOffice, type Office, type Service } from '#features/offices/index.ts';
import type { Db, Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';

export interface BookingFacts extends BookingState {
  readonly id: string;
  readonly code: string;
  readonly live: boolean;
  readonly accountId: number | null;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly cancelledBy: CancelledBy | null;
  readonly cancelReason: string | null;
  readonly createdAt: Temporal.Instant;
  /** How many times the appointment has changed since it was made; for calendar programs. */
  readonly changes: number;
  readonly changedAt: Temporal.Instant;
  /** Given back after it had ended: photos and choices sent before went with it. */
  readonly sentBefore: boolean;
  /** Names of the people expected, in order. */
  readonly people: readonly string[];
  /** Who at the office works on it, while somebody does. */
  readonly charge: Charge | undefined;
  /** What the office looks at before the day, and the municipality's consent. */
  readonly preCheck: PreCheck | null;
  readonly clearance: Clearance | null;
  /** Who booked for them, and the proof to bring. */
  readonly arrangement: Arrangement | undefined;
  /** What may follow, and what has come: that it has, never what. */
  readonly completion: CompletionFacts | undefined;
  readonly office: Office;
  readonly service: Service;
  /** What to bring depends on it. */
  readonly visit: Visit;
}

/** All that a message or a linked page says about a booking: of what is kept encrypted only the office’s own words are read, and what the list of documents depends on. */
export async function bookingFacts(
  db: Db | Tx,
  secrets: Secrets,
  by: { id: string } | { code: string },
): Promise<BookingFacts | undefined> {
  const booking = await db
    .selectFrom('booking')
    .where((eb) => ('id' in by ? eb('booking.id', '=', by.id) : eb('booking.code', '=', by.code)))
    .select([
      'booking.id',
      'booking.code',
      'booking.status',
      'booking.live',
      'booking.account_id as accountId',
      'booking.starts_at as startsAt',
      'booking.ends_at as endsAt',
      'booking.cancelled_by as cancelledBy',
      'booking.cancel_reason as clearReason',
      'booking.cancel_reason_cipher as reasonCipher',
      'booking.confirm_opens_at as confirmOpensAt',
      'booking.confirm_closes_at as confirmClosesAt',
      'booking.cancel_closes_at as cancelClosesAt',
      'booking.confirm_undelivered_at as confirmUndeliveredAt',
      'booking.taken_in_charge_at as takenInChargeAt',
      'booking.created_at as createdAt',
      'booking.office_id as officeId',
      'booking.service_code as serviceCode',
    ])
    .select([
      sql<string[]>`ARRAY(SELECT given_name || ' ' || family_name FROM booking_person
        WHERE booking_id = booking.id ORDER BY position)`.as('people'),
      sql<number>`(SELECT count(*)::int FROM booking_event
        WHERE booking_id = booking.id AND kind IN ('moved', 'cancelled'))`.as('changes'),
      // Until something has been done with it since: then another letter is due, which says what is missing by then.
      sql<boolean>`EXISTS (SELECT FROM booking_event r JOIN booking_event s ON s.booking_id = r.booking_id AND s.id < r.id
        WHERE r.booking_id = booking.id AND r.kind = 'restored' AND s.kind IN ('photo-sent', 'delivery-changed')
          AND NOT EXISTS (SELECT FROM booking_event l WHERE l.booking_id = r.booking_id AND l.id > r.id
            AND l.kind IN ('photo-sent', 'delivery-changed', 'moved', 'kept', 'confirmed')))`.as('sentBefore'),
      sql<Temporal.Instant>`coalesce((SELECT max(at) FROM booking_event
        WHERE booking_id = booking.id AND kind IN ('moved', 'cancelled')), booking.created_at)`.as('changedAt'),
    ])
    .executeTakeFirst();
  if (booking === undefined) return undefined;
  const { officeId, serviceCode, clearReason, reasonCipher, ...known } = booking;
  const cancelReason = reasonCipher === null ? clearReason : secrets.decrypt(reasonCipher);
  const [office, service, charge, examination, arrangement] = await Promise.all([
    findOfficeById(db, officeId),
    findServiceAtOffice(db, officeId, serviceCode),
    known.takenInChargeAt === null ? undefined : chargeOf(db, secrets, known.id),
    examinationOf(db, secrets, known.id),
    arrangementOf(db, known.id),
  ]);
  // Foreign keys: both exist as long as the booking does.
  if (office === undefined || service === undefined) return undefined;
  const completion = await completionFacts(db, known.id);
  const visit = await visitOfBooking(db, secrets, { id: known.id, office, service });
  return { ...known, ...examination, cancelReason, charge, arrangement, office, service, visit, completion };
}
