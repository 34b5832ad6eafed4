import { type RawBuilder, sql } from 'kysely';
import type { CompletionRules } from '#features/offices/index.ts';
import type { EmailFailureReason } from '#features/identity/index.ts';
import type { Fees } from '#features/offices/index.ts';
import type { Db, Tx } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';
import type { Secrets } from '#platform/secrets.ts';
import { clearancesOf } from './clearance/clearance.query.ts';
import type { Clearance } from './clearance/clearance.rules.ts';
import { decryptMissing } from './examination/missing.ts';
import type { PreCheck, PreCheckState } from './examination/pre-check.rules.ts';
import type { Undelivered } from './confirmation/unconfirmed.rules.ts';
import { peopleOfBookings, type PersonOfBooking } from './people-of-booking.query.ts';
import type { BookingState, BookingStatus, CancelledBy, Channel, ConfirmBy } from './status.rules.ts';
import { type Offer, openOffers } from './moves/offer.query.ts';
import { completionColumns, type CompletionRow, readDecisions, readPhotos } from './completion/completion-columns.ts';
import type { PhotoOfBooking } from './completion/completion.rules.ts';
import type { Delivery } from './delivery/delivery.rules.ts';
import type { PhotoDecision } from './photo-decision/decision.rules.ts';
import { writtenTo } from './written-to.ts';

export type { PersonOfBooking } from './people-of-booking.query.ts';

/** A booking as its people and its office see it. */
export interface Booking extends BookingState {
  readonly id: string;
  readonly code: string;
  readonly accountId: number | null;
  readonly status: BookingStatus;
  readonly live: boolean;
  readonly cancelledBy: CancelledBy | null;
  readonly cancelReason: string | null;
  readonly officeId: number;
  readonly officeCode: string;
  readonly officeKind: 'consular' | 'municipal';
  readonly officeName: LocalText;
  readonly officeCity: LocalText;
  readonly officeAddress: string | null;
  readonly officeEmail: string | null;
  readonly officePhone: string | null;
  readonly timeZone: string;
  readonly offeringId: number;
  readonly serviceCode: string;
  readonly serviceName: LocalText;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly party: number;
  readonly channel: Channel;
  /** what its seats count as in quotas; null: its planner had none */
  readonly quotaGroup: string | null;
  readonly language: string;
  readonly reason: string | null;
  readonly notes: string | null;
  /** as they were when it was booked */
  readonly fees: Fees | null;
  readonly delivery: Delivery | null;
  /** What the office takes beside it, and the photos that are there. */
  readonly completion: CompletionRules;
  readonly photos: readonly PhotoOfBooking[];
  /** What the office decided about them, and did not take back. */
  readonly photoDecisions: readonly PhotoDecision[];
  readonly contactEmail: string | null;
  readonly contactPhone: string | null;
  readonly confirmBy: ConfirmBy;
  readonly confirmRequestedAt: Temporal.Instant | null;
  /** The confirmation request did not arrive: the office settles it. */
  readonly confirmUndeliveredAt: Temporal.Instant | null;
  readonly confirmUndeliveredWhy: Undelivered | null;
  /** Where its e-mails go; and why they come back, when they do. */
  readonly writtenTo: string | null;
  readonly emailFailure: EmailFailureReason | null;
  readonly takenInChargeBy: number | null;
  /** Who works on it, for the office; and as its people read it, where the office lets them know: a first name. */
  readonly chargeOperator: string | null;
  readonly chargeShown: string | null;
  /** What the office looks at before the day; null when nothing. */
  readonly preCheck: PreCheck | null;
  /** The municipality's consent; null where none is needed. */
  readonly clearance: Clearance | null;
  /** The operator or helper who booked for the person, and their name. */
  readonly createdBy: number | null;
  readonly bookedBy: string | null;
  /** for whom that helper works */
  readonly helperOrganisation: string | null;
  /** the seat is kept for people with priority, and nobody has looked for the proof yet */
  readonly proofToCheck: boolean;
  /** planners whose kept seats its people may have, by the ground they gave */
  readonly keptPlanners: readonly number[];
  readonly createdAt: Temporal.Instant;
  readonly people: readonly PersonOfBooking[];
  /** Another seat, offered by the office; null when nothing is open about it. */
  readonly offer: Offer | null;
}

interface Row
  extends CompletionRow,
    Omit<
      Booking,
      'photos' | 'photoDecisions' | 'completion' | 'people' | 'notes' | 'delivery' | 'offer' | 'preCheck' | 'clearance'
    > {
  preCheck: PreCheckState | null;
  preCheckSince: Temporal.Instant | null;
  preCheckDueAt: Temporal.Instant | null;
  missingCipher: Buffer | null;
  clearanceId: string | null;
  cancelReasonCipher: Buffer | null;
  notesCipher: Buffer | null;
  deliveryCipher: Buffer | null;
}

export async function bookingByCode(db: Db | Tx, secrets: Secrets, code: string): Promise<Booking | undefined> {
  return (await bookings(db, secrets, sql`b.code = ${code}`, sql`b.id`, 1))[0];
}

export async function bookingById(db: Db | Tx, secrets: Secrets, id: string): Promise<Booking | undefined> {
  return (await bookings(db, secrets, sql`b.id = ${id}`, sql`b.id`, 1))[0];
}

/** All bookings of an account, the next appointment first, the past ones last. */
export async function bookingsOfAccount(
  db: Db,
  secrets: Secrets,
  filter: { accountId: number; now: Temporal.Instant; most?: number },
): Promise<Booking[]> {
  const order = sql`(b.ends_at < ${filter.now} OR NOT b.live), abs(extract(epoch FROM b.starts_at - ${filter.now}::timestamptz))`;
  return bookings(db, secrets, sql`b.account_id = ${filter.accountId}`, order, filter.most ?? 200);
}

/** The appointments of one day at an office, in its own calendar; cancelled ones included. */
export async function agendaOfDay(
  db: Db,
  secrets: Secrets,
  filter: { officeId: number; from: Temporal.Instant; to: Temporal.Instant },
): Promise<Booking[]> {
  const where = sql`b.office_id = ${filter.officeId} AND b.starts_at >= ${filter.from} AND b.starts_at < ${filter.to}`;
  return bookings(db, secrets, where, sql`b.starts_at, b.id`, 5000);
}

/** The bookings that a condition on `b` holds for, whole. */
export async function bookings(
  db: Db | Tx,
  secrets: Secrets,
  where: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
  most: number,
): Promise<Booking[]> {
  const { rows } = await sql<Row>`
    SELECT b.id, b.code, b.account_id AS "accountId", b.status, b.live, b.cancelled_by AS "cancelledBy", b.cancel_reason AS "cancelReason",
           b.cancel_reason_cipher AS "cancelReasonCipher", b.office_id AS "officeId", f.code AS "officeCode", f.kind AS "officeKind", f.name AS "officeName", f.city AS "officeCity",
           f.address AS "officeAddress", f.email AS "officeEmail", f.phone AS "officePhone", f.time_zone AS "timeZone",
           b.offering_id AS "offeringId", b.service_code AS "serviceCode", s.name AS "serviceName", b.starts_at AS "startsAt",
           b.ends_at AS "endsAt", b.party, b.channel, b.quota_group AS "quotaGroup", b.language, b.reason, b.fees, b.notes_cipher AS "notesCipher",
           b.delivery_cipher AS "deliveryCipher", b.contact_email AS "contactEmail", b.contact_phone AS "contactPhone",
           b.confirm_by AS "confirmBy", b.confirm_opens_at AS "confirmOpensAt", b.confirm_closes_at AS "confirmClosesAt",
           b.confirm_requested_at AS "confirmRequestedAt", b.confirm_undelivered_at AS "confirmUndeliveredAt",
           b.confirm_undelivered_why AS "confirmUndeliveredWhy", w.address AS "writtenTo", e.reason AS "emailFailure",
           b.cancel_closes_at AS "cancelClosesAt", b.taken_in_charge_at AS "takenInChargeAt", b.taken_in_charge_by AS "takenInChargeBy",
           i.given_name || ' ' || i.family_name AS "chargeOperator",
           CASE WHEN f.names_operator THEN i.given_name END AS "chargeShown",
           b.pre_check AS "preCheck", b.pre_check_since AS "preCheckSince", b.pre_check_due_at AS "preCheckDueAt",
           b.pre_check_missing_cipher AS "missingCipher", b.citizen_confirmed_at AS "citizenConfirmedAt", c.id AS "clearanceId",
           b.created_by AS "createdBy", b.created_at AS "createdAt", m.given_name || ' ' || m.family_name || coalesce(', ' || b.helper_organisation, '') AS "bookedBy", b.helper_organisation AS "helperOrganisation", pc.hold_id IS NOT NULL AND pc.proof IS NULL AS "proofToCheck",
           ARRAY(SELECT k.planner_id FROM priority_claim k WHERE k.hold_id = b.hold_id) AS "keptPlanners",
           ${completionColumns}
    FROM booking b
    JOIN office f ON f.id = b.office_id
    JOIN service s ON s.code = b.service_code
    LEFT JOIN account a ON a.id = b.account_id
    LEFT JOIN clearance c ON c.booking_id = b.id
    LEFT JOIN account i ON i.id = b.taken_in_charge_by LEFT JOIN account m ON m.id = b.created_by
    LEFT JOIN priority_claim pc ON pc.hold_id = b.hold_id AND pc.planner_id = b.planner_id
    CROSS JOIN LATERAL (SELECT ${writtenTo('b', 'a')} AS address) w
    LEFT JOIN email_failure e ON e.address = lower(w.address)
    WHERE ${where} ORDER BY ${order} LIMIT ${most}`.execute(db);
  const ids = rows.map((row) => row.id);
  const [people, offers] = [await peopleOfBookings(db, secrets, ids), await openOffers(db, ids)];
  const withClearance = rows.filter((row) => row.clearanceId !== null).map((row) => row.id);
  const clearances = withClearance.length === 0 ? undefined : await clearancesOf(db, secrets, withClearance);
  return rows.map(({ notesCipher, deliveryCipher, cancelReasonCipher, clearanceId: _, ...row }) => ({
    ...withPreCheck(secrets, row),
    clearance: clearances?.get(row.id) ?? null,
    offer: offers.get(row.id) ?? null,
    cancelReason: cancelReasonCipher === null ? row.cancelReason : secrets.decrypt(cancelReasonCipher),
    notes: notesCipher && secrets.decrypt(notesCipher),
    // Written by us, as a Delivery.
    delivery: deliveryCipher && (JSON.parse(secrets.decrypt(deliveryCipher)) as Delivery),
    photos: readPhotos(row),
    photoDecisions: readDecisions(row),
    people: people.get(row.id) ?? [],
  }));
}

function withPreCheck<R extends Pick<Row, 'preCheck' | 'preCheckSince' | 'preCheckDueAt' | 'missingCipher'>>(
  secrets: Secrets,
  { preCheck: state, preCheckSince: since, preCheckDueAt: dueAt, missingCipher, ...row }: R,
): Omit<R, 'preCheck' | 'preCheckSince' | 'preCheckDueAt' | 'missingCipher'> & { preCheck: PreCheck | null } {
  const missing = decryptMissing(secrets, missingCipher);
  return { ...row, preCheck: state && since && { state, since, dueAt, missing } };
}
