import type { Generated } from 'kysely';
import type { Ordering } from '#features/waiting-room/index.ts';

declare module '#platform/database.ts' {
  interface Tables {
    fairness_report: FairnessReportTable;
    fairness_figure: FairnessFigureTable;
  }
}

type Instant = Temporal.Instant;

/** What people of a release are told apart by. */
export type Part = 'outcome' | 'quarter' | 'channel' | 'language' | 'device' | 'hour' | 'party';

interface FairnessReportTable {
  code: string;
  office_id: number;
  release_id: string | null;
  room_id: number | null;
  source: 'tickets' | 'holds';
  ordering: Ordering | null;
  outcome: 'sold-out' | 'emptied' | null;
  planners: string[];
  joins_at: Instant | null;
  closes_at: Instant | null;
  opens_at: Instant;
  sold_out_at: Instant | null;
  ended_at: Instant | null;
  seats: number | null;
  people: number | null;
  winners: number | null;
  answered: number | null;
  median_seconds: number | null;
  most_seconds: number | null;
  correlation: number | null;
  made_at: Instant;
  published_at: Generated<Instant | null>;
  published_by: Generated<number | null>;
}

interface FairnessFigureTable {
  code: string;
  part: Part;
  value: string;
  people: number | null;
  winners: number | null;
}
