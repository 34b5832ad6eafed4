import type { Generated, GeneratedAlways } from 'kysely';
import type { Language } from '#platform/language.ts';

declare module '#platform/database.ts' {
  interface Tables {
    site_owner: {
      id: Generated<number>;
      name: string | null;
      address: string | null;
      email: string | null;
      phone: string | null;
      dpo: string | null;
      accessibility_email: string | null;
      security_contact: string | null;
      source_url: string | null;
      changed_at: Temporal.Instant;
      changed_by: number | null;
    };
    accessibility_report: {
      id: GeneratedAlways<number>;
      created_at: Temporal.Instant;
      language: Language;
      content: Buffer;
      answer: Buffer | null;
      closed_at: Temporal.Instant | null;
      closed_by: number | null;
    };
  }
}
