import type { Generated } from 'kysely';

/** Until when accounts with a password may be opened and used by citizens of consular offices; one row at most. */
export interface LocalAccountRuleTable {
  id: Generated<number>;
  last_opening_day: Temporal.PlainDate | null;
  last_use_day: Temporal.PlainDate | null;
  warn_days: Generated<number>;
  changed_at: Temporal.Instant;
  changed_by: number | null;
}

export interface LocalAccountWarningTable {
  account_id: number;
  last_use_day: Temporal.PlainDate;
  kind: 'ahead' | 'soon';
  warned_at: Temporal.Instant;
}
