import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { MessageState, ReceiptKind } from './rules.ts';

declare module '#platform/database.ts' {
  interface Tables {
    certified_account: CertifiedAccountTable;
    certified_message: CertifiedMessageTable;
    certified_receipt: CertifiedReceiptTable;
    certified_answer: CertifiedAnswerTable;
    certified_answer_file: CertifiedAnswerFileTable;
  }
}

interface CertifiedAccountTable {
  id: GeneratedAlways<number>;
  /** null: of the whole network */
  office_id: number | null;
  sender: string;
  smtp_host: string;
  smtp_port: number;
  imap_host: string;
  imap_port: number;
  username: string;
  password_cipher: Buffer;
  folder: string;
  done_folder: string | null;
  active: Generated<boolean>;
  uid_validity: Generated<string | null>;
  last_uid: Generated<string>;
  read_at: Generated<Temporal.Instant | null>;
  read_fault: Generated<string | null>;
  created_at: Temporal.Instant;
  changed_at: Temporal.Instant;
  changed_by: number | null;
}

interface CertifiedMessageTable {
  id: GeneratedAlways<string>;
  office_id: number;
  account_id: number | null;
  about: string;
  about_id: string;
  payload: ColumnType<Record<string, unknown>, string, string>;
  dedupe: string;
  recipient: string;
  message_id: string;
  mark: string;
  provider_id: Generated<string | null>;
  state: MessageState;
  fault: Generated<string | null>;
  attempts: Generated<number>;
  next_try_at: Temporal.Instant;
  created_at: Temporal.Instant;
  sent_at: Generated<Temporal.Instant | null>;
  accepted_at: Generated<Temporal.Instant | null>;
  delivered_at: Generated<Temporal.Instant | null>;
  failed_at: Generated<Temporal.Instant | null>;
  settled_at: Generated<Temporal.Instant | null>;
  settled_by: Generated<number | null>;
}

interface CertifiedReceiptTable {
  id: GeneratedAlways<string>;
  message_id: string;
  kind: ReceiptKind;
  own_id: string;
  at: Temporal.Instant;
  error: string | null;
  words: string | null;
  read_at: Temporal.Instant;
  raw_cipher: Buffer;
}

interface CertifiedAnswerTable {
  id: GeneratedAlways<string>;
  message_id: string;
  own_id: string;
  certified: boolean;
  sender: string;
  subject_cipher: Buffer;
  text_cipher: Buffer;
  arrived_at: Temporal.Instant;
  settled_at: Generated<Temporal.Instant | null>;
  settled_by: Generated<number | null>;
}

interface CertifiedAnswerFileTable {
  answer_id: string;
  position: number;
  name_cipher: Buffer;
  size: number;
  content_cipher: Buffer;
}
