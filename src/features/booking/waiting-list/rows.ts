import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { LocalText } from '#platform/language.ts';
import type { AsleepWhy, EntryState, SeatOfferState } from './entry.rules.ts';

/** What an office decides about the waiting list of an offering; no row: as it is by default. */
export interface WaitingListTable {
  offering_id: number;
  open: Generated<boolean>;
  text: ColumnType<LocalText | null, string | null | undefined, string | null>;
  offer_hours: Generated<number>;
  most_lapses: Generated<number>;
  least_hours: Generated<number>;
}

export interface WaitingEntryTable {
  id: GeneratedAlways<string>;
  account_id: number;
  person_key: Buffer;
  /** by name and birth date, as they were at joining */
  likeness_key: Generated<Buffer | null>;
  offering_id: number;
  service_code: string;
  party: number;
  weekdays: number[];
  from_day: Temporal.PlainDate | null;
  to_day: Temporal.PlainDate | null;
  from_time: string | null;
  to_time: string | null;
  language: string;
  state: Generated<EntryState>;
  live: GeneratedAlways<boolean>;
  asleep_why: AsleepWhy | null;
  requested_at: Temporal.Instant;
  state_at: Temporal.Instant;
  needed_at: Temporal.Instant;
  asked_at: Temporal.Instant | null;
  lapses: Generated<number>;
  reason_cipher: Buffer | null;
  closed_by: number | null;
}

export interface WaitingPlaceTable {
  offering_id: number;
  entry_id: string;
}

export interface WaitingOfferTable {
  id: GeneratedAlways<string>;
  entry_id: string;
  offering_id: number;
  hold_id: string;
  starts_at: Temporal.Instant;
  ends_at: Temporal.Instant;
  offered_at: Temporal.Instant;
  expires_at: Temporal.Instant;
  state: Generated<SeatOfferState>;
  decided_at: Temporal.Instant | null;
  booking_id: string | null;
  offered_by: number | null;
  reason_cipher: Buffer | null;
}
