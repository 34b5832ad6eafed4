import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { ImportedBookingTable } from './bulk/rows.ts';
import type { Fees } from '#features/offices/index.ts';
import type { AttachmentTable } from './attachments/rows.ts';
import type { BookingPhotoTable } from './photo/rows.ts';
import type { PhotoDecisionTable } from './photo-decision/rows.ts';
import type { ClearanceTable, MunicipalityMailboxTable } from './clearance/rows.ts';
import type { InvitationTable } from './invitations/rows.ts';
import type { MassActionTable, MassItemTable } from './mass/rows.ts';
import type { OneTimeCodeTable } from './one-time-code/rows.ts';
import type { PriorityClaimTable } from './priority/rows.ts';
import type { RegistrationDrawTable, RegistrationTable } from './registration-draw/rows.ts';
import type { OfferCause, OfferState } from './moves/offer.rules.ts';
import type { RequestKind, RequestState } from './requests/request.rules.ts';
import type { Undelivered } from './confirmation/unconfirmed.rules.ts';
import type { PreCheckState } from './examination/pre-check.rules.ts';
import type { WaitingEntryTable, WaitingListTable, WaitingOfferTable, WaitingPlaceTable } from './waiting-list/rows.ts';
import type { Channel, BookingStatus, CancelledBy, ConfirmBy } from './status.rules.ts';

declare module '#platform/database.ts' {
  interface Tables {
    hold: HoldTable;
    priority_claim: PriorityClaimTable;
    booking: BookingTable;
    booking_person: BookingPersonTable;
    booking_event: BookingEventTable;
    proposal: ProposalTable;
    booking_request: BookingRequestTable;
    no_show_excuse: { booking_id: string; excused_by: number; excused_at: Temporal.Instant };
    attachment: AttachmentTable;
    booking_photo: BookingPhotoTable;
    photo_decision: PhotoDecisionTable;
    attachment_part: { attachment_id: string; position: number; content: Buffer };
    invitation: InvitationTable;
    clearance: ClearanceTable;
    municipality_mailbox: MunicipalityMailboxTable;
    one_time_code: OneTimeCodeTable;
    mass_action: MassActionTable;
    mass_item: MassItemTable;
    imported_booking: ImportedBookingTable;
    waiting_list: WaitingListTable;
    waiting_entry: WaitingEntryTable;
    waiting_place: WaitingPlaceTable;
    waiting_offer: WaitingOfferTable;
    registration: RegistrationTable;
    registration_draw: RegistrationDrawTable;
  }
}

interface HoldTable {
  id: string;
  owner: string;
  account_id: number | null;
  slot_ids: string[];
  slot_id: string;
  planner_id: number;
  offering_id: number;
  day: Temporal.PlainDate;
  starts_at: Temporal.Instant;
  ends_at: Temporal.Instant;
  party: number;
  reschedule_of: string | null;
  state: 'live' | 'booked' | 'released';
  seats_returned: Generated<boolean>;
  created_at: Temporal.Instant;
  first_expires_at: Temporal.Instant;
  expires_at: Temporal.Instant;
  extended: Generated<boolean>;
  draft: Buffer | null;
}

interface BookingTable {
  id: Generated<string>;
  code: string;
  hold_id: string | null;
  account_id: number | null;
  office_id: number;
  offering_id: number;
  service_code: string;
  planner_id: number;
  slot_ids: string[];
  slot_id: string;
  starts_at: Temporal.Instant;
  ends_at: Temporal.Instant;
  party: number;
  channel: Channel;
  status: BookingStatus;
  live: Generated<boolean>;
  cancelled_by: CancelledBy | null;
  /** as written before reasons were encrypted */
  /** since when its people are forgotten */
  forgotten_at: Generated<Temporal.Instant | null>;
  cancel_reason: string | null;
  cancel_reason_cipher: Buffer | null;
  contact_email: string | null;
  contact_phone: string | null;
  /** the office has put the address right: it comes before the account's */
  contact_corrected_at: Temporal.Instant | null;
  language: string;
  reason: string | null;
  notes_cipher: Buffer | null;
  delivery_cipher: Buffer | null;
  fees: Generated<Fees | null>;
  confirm_by: ConfirmBy;
  confirm_opens_at: Temporal.Instant | null;
  confirm_closes_at: Temporal.Instant | null;
  confirm_requested_at: Temporal.Instant | null;
  /** when the request was handed over to the mail server */
  confirm_sent_at: Temporal.Instant | null;
  /** the request is known not to have arrived: the office's matter from then on */
  confirm_undelivered_at: Temporal.Instant | null;
  confirm_undelivered_why: Undelivered | null;
  reminded_at: Temporal.Instant | null;
  /** of what is missing */
  completion_reminded_at: Temporal.Instant | null;
  cancel_closes_at: Temporal.Instant;
  taken_in_charge_at: Temporal.Instant | null;
  taken_in_charge_by: number | null;
  pre_check: PreCheckState | null;
  pre_check_since: Temporal.Instant | null;
  pre_check_due_at: Temporal.Instant | null;
  pre_check_reminded_at: Temporal.Instant | null;
  pre_check_missing_cipher: Buffer | null;
  citizen_confirmed_at: Temporal.Instant | null;
  privacy_accepted_at: Temporal.Instant | null;
  /** for whom the helper who booked works */
  helper_organisation?: string | null;
  created_by: number | null;
  created_at: Temporal.Instant;
}

interface BookingPersonTable {
  booking_id: string;
  position: number;
  given_name: string;
  family_name: string;
  birth_date: Temporal.PlainDate | null;
  birth_place: string | null;
  relationship: string;
  codice_fiscale_cipher: Buffer | null;
  codice_fiscale_key: Buffer | null;
  answers_cipher: Buffer | null;
  visit_cipher: Generated<Buffer | null>;
  person_key: Buffer;
  /** name and birth date: one person booked with and without codice fiscale */
  likeness_key: Generated<Buffer | null>;
  service_code: string;
  live: Generated<boolean>;
}

interface BookingEventTable {
  id: Generated<string>;
  booking_id: string;
  at: Temporal.Instant;
  kind: string;
  actor: 'citizen' | 'office' | 'system';
  account_id: number | null;
  detail: ColumnType<Record<string, unknown>, string | undefined, string>;
}

interface ProposalTable {
  id: GeneratedAlways<string>;
  booking_id: string;
  office_id: number;
  cause: OfferCause;
  state: OfferState;
  hold_id: string | null;
  old_starts_at: Temporal.Instant;
  starts_at: Temporal.Instant | null;
  ends_at: Temporal.Instant | null;
  expires_at: Temporal.Instant | null;
  offered_by: number | null;
  mass_id: Generated<string | null>;
  created_at: Temporal.Instant;
  decided_at: Temporal.Instant | null;
  settled_at: Temporal.Instant | null;
}

interface BookingRequestTable {
  id: GeneratedAlways<string>;
  booking_id: string;
  office_id: number;
  kind: RequestKind;
  text_cipher: Buffer;
  state: RequestState;
  answer_cipher: Buffer | null;
  answered_by: number | null;
  created_at: Temporal.Instant;
  answered_at: Temporal.Instant | null;
}
