import type { ColumnType, Generated, GeneratedAlways, JSONColumnType } from 'kysely';
import type { LocalText } from '#platform/language.ts';
import type { Audience, PriorityGround } from './editing/settings.rules.ts';
import type { OpenDay } from './open-days/open-day.rules.ts';
import type { Quota } from './quotas/quota.rules.ts';
import type { ReleaseRule } from './releases/release-rule.rules.ts';
import type { Break, OpeningRule } from './rules.ts';

declare module '#platform/database.ts' {
  interface Tables {
    planner: PlannerTable;
    planner_offering: PlannerOfferingTable;
    opening_rule: OpeningRuleTable;
    closure: ClosureTable;
    extra_opening: ExtraOpeningTable;
    slot: SlotTable;
    release: ReleaseTable;
  }
}

type Day = ColumnType<Temporal.PlainDate, Temporal.PlainDate | string, Temporal.PlainDate | string>;
type MaybeDay = ColumnType<
  Temporal.PlainDate | null,
  Temporal.PlainDate | string | null | undefined,
  Temporal.PlainDate | string | null
>;

interface PlannerTable {
  id: GeneratedAlways<number>;
  office_id: number;
  name: string;
  published: Generated<boolean>;
  horizon_days: Generated<number>;
  notice_minutes: Generated<number>;
  release_time: Generated<string>;
  /** null: one more day opens every day, at the release time */
  release_rule: JSONColumnType<ReleaseRule> | null;
  /** what drawn moments are drawn from; never told nor copied */
  release_secret: Generated<string>;
  /** Whether a seat that comes back is free at once, or after a delay drawn between the two limits. */
  returned_seats: Generated<'at-once' | 'random'>;
  returned_min_minutes: Generated<number>;
  returned_max_minutes: Generated<number>;
  audience: Generated<Audience>;
  priority_grounds: Generated<PriorityGround[]>;
  priority_min_age: Generated<number>;
  audience_until_minutes: number | null;
  without_proof: Generated<'serve' | 'send-back'>;
  /** of the seats of a slot or a day, so many at most for some, or kept for them; null: none */
  quotas: JSONColumnType<Quota[]> | null;
  /** how long a seat is kept while a form is filled in; null: as usual */
  hold_minutes: number | null;
  /** an opening of its own that is announced by name; null: an ordinary planner */
  open_day: JSONColumnType<OpenDay> | null;
  published_through: MaybeDay;
  /** The rules as they were when last published: slots are made from these, not from what is being edited. */
  published_rules: JSONColumnType<OpeningRule[]> | null;
  version: Generated<number>;
  updated_at: Temporal.Instant;
}

interface PlannerOfferingTable {
  planner_id: number;
  offering_id: number;
}

interface OpeningRuleTable {
  id: GeneratedAlways<number>;
  planner_id: number;
  valid_from: Day;
  valid_to: MaybeDay;
  weekdays: number[];
  starts: string;
  ends: string;
  breaks: JSONColumnType<Break[]>;
  minutes: number;
  desks: number;
}

interface ClosureTable {
  id: GeneratedAlways<number>;
  office_id: number;
  planner_id: number | null;
  first_day: Day;
  last_day: Day;
  starts: string | null;
  ends: string | null;
  reason: JSONColumnType<LocalText>;
  /** it comes back every year on these days */
  yearly: Generated<boolean>;
  created_at: Temporal.Instant;
}

interface ExtraOpeningTable {
  id: Generated<number>;
  planner_id: number;
  first_day: Day;
  last_day: Day;
  starts: string;
  ends: string;
  minutes: number;
  desks: number;
  reason: JSONColumnType<LocalText>;
  created_at: Temporal.Instant;
}

interface SlotTable {
  id: GeneratedAlways<string>;
  planner_id: number;
  starts_at: Temporal.Instant;
  ends_at: Temporal.Instant;
  day: Day;
  opens_at: Temporal.Instant;
  planned: number;
  capacity: number;
  taken: Generated<number>;
  open: GeneratedAlways<boolean>;
  /** the office opens it apart from the rule */
  release_id: string | null;
}

interface ReleaseTable {
  id: GeneratedAlways<string>;
  code: string;
  planner_id: number;
  kind: 'rolling' | 'batch' | 'manual' | 'drip' | 'returned';
  opens_at: Temporal.Instant;
  last_opens_at: Temporal.Instant;
  told_from: Temporal.Instant | null;
  told_by: Temporal.Instant | null;
  first_day: Day;
  last_day: Day;
  seats: number;
  sold_out_at: Temporal.Instant | null;
  created_by: number | null;
  created_at: Temporal.Instant;
  cancelled_at: Temporal.Instant | null;
  cancelled_by: number | null;
}
