import type { GeneratedAlways } from 'kysely';
import type { Language } from '#platform/language.ts';
import type { PictureKind } from './help.rules.ts';

declare module '#platform/database.ts' {
  interface Tables {
    help_request: {
      id: GeneratedAlways<number>;
      office_id: number | null;
      /** of whoever works there, and asks the network */
      from_office_id: number | null;
      account_id: number | null;
      email_cipher: Buffer;
      proved: boolean;
      language: Language;
      page: string | null;
      browser: string | null;
      state: 'waiting' | 'answered' | 'closed';
      taken_by: number | null;
      created_at: Temporal.Instant;
      changed_at: Temporal.Instant;
    };
    help_message: {
      id: GeneratedAlways<number>;
      request_id: number;
      at: Temporal.Instant;
      author: 'citizen' | 'office';
      account_id: number | null;
      text_cipher: Buffer;
    };
    help_picture: {
      id: GeneratedAlways<number>;
      message_id: number;
      media_type: PictureKind;
      size: number;
      content: Buffer;
    };
  }
}
