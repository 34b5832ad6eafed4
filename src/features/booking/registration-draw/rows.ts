import type { ColumnType, Generated } from 'kysely';
import type { LocalText } from '#platform/language.ts';
import type { OfferedSeats } from './seats-offered.query.ts';
import type { KeptWishes } from './wishes-kept.ts';

export type RegistrationState = 'registered' | 'assigned' | 'not-drawn' | 'refused';

export interface RegistrationTable {
  room_id: number;
  number: number;
  account_id: number | null;
  wishes: ColumnType<KeptWishes, string, string>;
  offering_ids: number[];
  quota_group: string;
  answers_cipher: Buffer | null;
  salt: string;
  wishes_hash: string;
  wants_waiting: boolean;
  registered_at: Temporal.Instant;
  changed_at: Temporal.Instant;
  place: Generated<number | null>;
  state: Generated<RegistrationState>;
  why: Generated<string | null>;
  decided_at: Generated<Temporal.Instant | null>;
  offering_id: Generated<number | null>;
  slot_ids: Generated<string[] | null>;
  starts_at: Generated<Temporal.Instant | null>;
  booking_id: Generated<string | null>;
  next_weight: Generated<number | null>;
  waiting: Generated<string | null>;
}

type Seats = ColumnType<OfferedSeats | null, string | null | undefined, string | null>;

export interface RegistrationDrawTable {
  room_id: number;
  wishes_list: Generated<string | null>;
  wishes_root: Generated<string | null>;
  seats_at_closing: Seats;
  fixed_at: Generated<Temporal.Instant | null>;
  seats_offered: Seats;
  begun_at: Generated<Temporal.Instant | null>;
  assigned_at: Generated<Temporal.Instant | null>;
  cancelled_at: Generated<Temporal.Instant | null>;
  cancelled_by: Generated<number | null>;
  cancel_reason: ColumnType<LocalText | null, string | null | undefined, string | null>;
  told_cancelled_at: Generated<Temporal.Instant | null>;
}
