import type { ColumnType, Generated } from 'kysely';
import type { Language } from '#platform/language.ts';
import type { MessageDetail, MessageKind, MessageStatus } from './rules.ts';

declare module '#platform/database.ts' {
  interface Tables {
    message: MessageTable;
  }
}

interface MessageTable {
  id: Generated<string>;
  dedupe_key: string;
  kind: MessageKind;
  booking_id: string | null;
  account_id: number | null;
  detail: ColumnType<MessageDetail, string | undefined, string>;
  recipient: string;
  language: Language;
  status: Generated<MessageStatus>;
  attempts: Generated<number>;
  last_error: string | null;
  /** when it was refused, came back, or was reported as delivered; with the code of RFC 3463 */
  outcome_at: Temporal.Instant | null;
  outcome_code: string | null;
  created_at: Temporal.Instant;
  sent_at: Temporal.Instant | null;
  next_attempt_at: Temporal.Instant;
}
