import type { ColumnType, Generated } from 'kysely';
import type { Language } from '#platform/language.ts';
import type { MessageDetail, MessageKind } from './rules.ts';

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
  status: Generated<'queued' | 'sent' | 'failed' | 'dropped'>;
  attempts: Generated<number>;
  last_error: string | null;
  created_at: Temporal.Instant;
  sent_at: Temporal.Instant | null;
  next_attempt_at: Temporal.Instant;
}
