import type { GeneratedAlways } from 'kysely';
import type { Language } from '#platform/language.ts';

export interface InvitationTable {
  id: GeneratedAlways<number>;
  offering_id: number;
  /** of its letter; null: in all */
  language: Language | null;
  salt: Buffer;
  code_key: Buffer;
  person_cipher: Buffer | null;
  email_cipher: Buffer | null;
  note_cipher: Buffer | null;
  valid_until: Temporal.Instant;
  created_by: number | null;
  created_at: Temporal.Instant;
  revoked_at: Temporal.Instant | null;
  hold_id: string | null;
  booking_id: string | null;
  used_at: Temporal.Instant | null;
}
