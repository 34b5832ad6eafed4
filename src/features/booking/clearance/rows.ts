import type { Generated, GeneratedAlways } from 'kysely';
import type { ClearanceChannel, ClearanceMode, ClearanceState } from './clearance.rules.ts';

export interface ClearanceTable {
  id: GeneratedAlways<string>;
  booking_id: string;
  office_id: number;
  municipality_code: string | null;
  answering_office_id: number | null;
  mode: ClearanceMode;
  state: ClearanceState;
  channel: ClearanceChannel | null;
  asked_on: Temporal.PlainDate | null;
  protocol: string | null;
  due_on: Temporal.PlainDate | null;
  reminded_on: Temporal.PlainDate | null;
  answered_on: Temporal.PlainDate | null;
  answer_protocol: string | null;
  reason_cipher: Buffer | null;
  recorded_by: number | null;
  at_deadline: Generated<'cancel' | 'stays'>;
  /** counts the requests: links of an earlier one open nothing */
  round: Generated<number>;
  reminders: Generated<number>;
  /** the request left from the system by certified mail */
  certified: Generated<boolean>;
  passed_on_at: Temporal.Instant | null;
  /** who answered by a link */
  answered_by: string | null;
  created_at: Temporal.Instant;
  changed_at: Temporal.Instant;
}

/** Where municipalities receive certified mail, as an office has entered it for its own requests. */
export interface MunicipalityMailboxTable {
  office_id: number;
  /** cadastral */
  code: string;
  address: string;
  changed_at: Temporal.Instant;
  changed_by: number | null;
}
