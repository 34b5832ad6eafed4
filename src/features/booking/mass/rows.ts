import type { Generated, GeneratedAlways } from 'kysely';
import type { MassKind, MassSkip } from './mass.rules.ts';

export interface MassActionTable {
  id: string;
  office_id: number;
  kind: MassKind;
  total: number;
  words_cipher: Buffer | null;
  asked_by: number | null;
  created_at: Temporal.Instant;
}

export interface MassItemTable {
  id: GeneratedAlways<string>;
  mass_id: string;
  booking_id: string;
  state: Generated<'waiting' | 'done' | 'skipped'>;
  why: MassSkip | null;
  decided_at: Temporal.Instant | null;
}
