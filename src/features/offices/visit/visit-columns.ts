import type { ColumnType, Generated } from 'kysely';
import type { LocalText } from '#platform/language.ts';
import type { Fees } from './fees.rules.ts';

/** What an office says beside a reason, by its code. */
export type ReasonTexts = Readonly<Record<string, LocalText>>;

/** The columns of an offering that say why people come and what follows from it. */
export interface VisitColumns {
  reason_optional: Generated<boolean>;
  reason_texts: ColumnType<ReasonTexts, string | undefined, string>;
  renewal_days: ColumnType<number | null, number | null | undefined, number | null>;
  fees: ColumnType<Fees | null, string | null | undefined, string | null>;
  live_limit: ColumnType<number | null, number | null | undefined, number | null>;
}
