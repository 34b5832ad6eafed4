import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

declare module '#platform/database.ts' {
  interface Tables {
    proof_demand: ProofDemandTable;
    guarded_count: GuardedCountTable;
    proof_used: ProofUsedTable;
    browser_account: BrowserAccountTable;
    signal: SignalTable;
    signal_account: SignalAccountTable;
    signal_booking: SignalBookingTable;
    signal_ticket: SignalTicketTable;
    signal_notice: SignalNoticeTable;
    signal_count: SignalCountTable;
  }
}

type Instant = Temporal.Instant;

/** Numbers by name, as they are shown. */
export type Figures = Readonly<Record<string, number>>;

interface ProofDemandTable {
  id: GeneratedAlways<number>;
  cause: 'signs' | 'by-hand';
  figures: ColumnType<Figures, string, string>;
  began_at: Instant;
  until_at: Instant;
  created_by: number | null;
  ended_by: Generated<number | null>;
}

interface GuardedCountTable {
  minute: Instant;
  kind: string;
  count: number;
}

interface ProofUsedTable {
  key: Buffer;
  request_key: Buffer;
  expires_at: Instant;
}

interface BrowserAccountTable {
  browser_key: Buffer;
  account_id: number;
  first_at: Instant;
  last_at: Instant;
}

export const signalKinds = [
  'speed',
  'shared-browser',
  'account-pattern',
  'cancelling',
  'mass-joins',
  'dropped-holds',
] as const;
/** What was seen that a person should look at. */
export type SignalKind = (typeof signalKinds)[number];

export const decisions = ['no-matter', 'warn', 'identify', 'block'] as const;
/** What a person made of it. */
export type Decision = (typeof decisions)[number];

interface SignalTable {
  id: GeneratedAlways<number>;
  kind: SignalKind;
  subject_key: Buffer;
  evidence: ColumnType<Figures, string, string>;
  first_at: Instant;
  last_at: Instant;
  decision: Generated<Decision | null>;
  reason_cipher: Generated<Buffer | null>;
  decided_office: Generated<number | null>;
  decided_by: Generated<number | null>;
  decided_at: Generated<Instant | null>;
}

interface SignalAccountTable {
  signal_id: number;
  account_id: number;
}

interface SignalBookingTable {
  signal_id: number;
  booking_id: string;
}

interface SignalTicketTable {
  signal_id: number;
  room_id: number;
  number: number;
}

interface SignalNoticeTable {
  id: GeneratedAlways<number>;
  account_id: number;
  office_id: number | null;
  signal_kind: SignalKind;
  decision: 'warn' | 'identify';
  reason_cipher: Buffer;
  created_by: number;
  created_at: Instant;
  appeal_cipher: Generated<Buffer | null>;
  appealed_at: Generated<Instant | null>;
  outcome: Generated<'kept' | 'withdrawn' | null>;
  answer_cipher: Generated<Buffer | null>;
  answered_by: Generated<number | null>;
  answered_at: Generated<Instant | null>;
}

interface SignalCountTable {
  month: Temporal.PlainDate;
  kind: SignalKind;
  decision: Decision;
  count: number;
}
