import type { GeneratedAlways } from 'kysely';
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
  created_at: Temporal.Instant;
  changed_at: Temporal.Instant;
}
