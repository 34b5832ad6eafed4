import type { ColumnType, Generated } from 'kysely';
import type { Channel, BookingStatus, CancelledBy, ConfirmBy } from './rules.ts';

declare module '#platform/database.ts' {
  interface Tables {
    hold: HoldTable;
    booking: BookingTable;
    booking_person: BookingPersonTable;
    booking_event: BookingEventTable;
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
  cancel_reason: string | null;
  contact_email: string | null;
  contact_phone: string | null;
  language: string;
  reason: string | null;
  notes_cipher: Buffer | null;
  delivery_cipher: Buffer | null;
  confirm_by: ConfirmBy;
  confirm_opens_at: Temporal.Instant | null;
  confirm_closes_at: Temporal.Instant | null;
  confirm_requested_at: Temporal.Instant | null;
  reminded_at: Temporal.Instant | null;
  cancel_closes_at: Temporal.Instant;
  taken_in_charge_at: Temporal.Instant | null;
  taken_in_charge_by: number | null;
  privacy_accepted_at: Temporal.Instant | null;
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
  person_key: Buffer;
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
