import type { Generated, GeneratedAlways, JSONColumnType } from 'kysely';
import type { SetUpHours } from './set-up/hours.rules.ts';

declare module '#platform/database.ts' {
  interface Tables {
    contact_import: {
      id: GeneratedAlways<number>;
      account_id: number;
      content: string;
      created_at: Temporal.Instant;
      applied_at: Temporal.Instant | null;
      changed: number | null;
    };
    activation: {
      id: GeneratedAlways<number>;
      office_id: number;
      recipient: string;
      way: 'certified' | 'by-hand';
      created_by: number | null;
      created_at: Temporal.Instant;
      expires_at: Temporal.Instant;
      used_at: Generated<Temporal.Instant | null>;
      used_by: Generated<number | null>;
      withdrawn_at: Generated<Temporal.Instant | null>;
    };
    office_set_up: {
      office_id: number;
      started_at: Temporal.Instant;
      details_at: Generated<Temporal.Instant | null>;
      hours: JSONColumnType<SetUpHours> | null;
      hours_at: Generated<Temporal.Instant | null>;
      services_at: Generated<Temporal.Instant | null>;
      planner_id: Generated<number | null>;
      planner_at: Generated<Temporal.Instant | null>;
      published_at: Generated<Temporal.Instant | null>;
    };
  }
}
