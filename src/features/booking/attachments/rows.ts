import type { ColumnType } from 'kysely';
import type { LocalText } from '#platform/language.ts';
import type { FileKind } from './file-kind.rules.ts';

export interface AttachmentTable {
  id: string;
  hold_id: string | null;
  booking_id: string | null;
  account_id: number;
  file_code: string;
  label: ColumnType<LocalText, string, string>;
  name_cipher: Buffer;
  media_type: FileKind;
  size: number;
  created_at: Temporal.Instant;
}
