import type { ColumnType, Generated } from 'kysely';

export interface CaughtAttachment {
  readonly filename: string;
  readonly contentType: string;
  readonly content: string;
  /** Text stands as it is, other files in base64. */
  readonly encoding?: 'base64';
}

declare module '#platform/database.ts' {
  interface Tables {
    caught_mail: CaughtMailTable;
  }
}

interface CaughtMailTable {
  id: Generated<string>;
  recipient: string;
  subject: string;
  text: string;
  html: string;
  attachments: ColumnType<readonly CaughtAttachment[], string | undefined, string>;
  sent_at: Temporal.Instant;
}
