import type { Db, Tx } from '#platform/database.ts';
import type { Ordering } from '#features/waiting-room/index.ts';
import type { Part } from '../tables.ts';
import '../tables.ts';

/** A release that is over, in figures; null is not known, or kept back. */
export interface FairnessReport {
  readonly code: string;
  readonly officeId: number;
  readonly source: 'tickets' | 'holds';
  readonly ordering: Ordering | null;
  readonly outcome: 'sold-out' | 'emptied' | null;
  readonly planners: readonly string[];
  readonly joinsAt: Temporal.Instant | null;
  readonly closesAt: Temporal.Instant | null;
  readonly opensAt: Temporal.Instant;
  readonly soldOutAt: Temporal.Instant | null;
  readonly endedAt: Temporal.Instant | null;
  readonly seats: number | null;
  readonly people: number | null;
  readonly winners: number | null;
  readonly answered: number | null;
  readonly medianSeconds: number | null;
  readonly mostSeconds: number | null;
  readonly correlation: number | null;
  readonly madeAt: Temporal.Instant;
  readonly publishedAt: Temporal.Instant | null;
  readonly figures: readonly FairnessFigure[];
}

export interface FairnessFigure {
  readonly part: Part;
  readonly value: string;
  readonly people: number | null;
  readonly winners: number | null;
}

/** The report of a release or a room; of the public one, only while the office publishes it. */
export async function findReport(
  db: Db | Tx,
  { code, published = false }: { code: string; published?: boolean },
): Promise<FairnessReport | undefined> {
  let query = db.selectFrom('fairness_report').selectAll().where('code', '=', code);
  if (published) query = query.where('published_at', 'is not', null);
  const row = await query.executeTakeFirst();
  if (row === undefined) return undefined;
  const figures = await db
    .selectFrom('fairness_figure')
    .select(['part', 'value', 'people', 'winners'])
    .where('code', '=', code)
    .orderBy('part')
    .orderBy('value')
    .execute();
  return {
    code: row.code,
    officeId: row.office_id,
    source: row.source,
    ordering: row.ordering,
    outcome: row.outcome,
    planners: row.planners,
    joinsAt: row.joins_at,
    closesAt: row.closes_at,
    opensAt: row.opens_at,
    soldOutAt: row.sold_out_at,
    endedAt: row.ended_at,
    seats: row.seats,
    people: row.people,
    winners: row.winners,
    answered: row.answered,
    medianSeconds: row.median_seconds,
    mostSeconds: row.most_seconds,
    correlation: row.correlation,
    madeAt: row.made_at,
    publishedAt: row.published_at,
    figures,
  };
}
