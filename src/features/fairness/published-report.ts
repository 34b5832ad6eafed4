import { type Office, findOfficeById } from '#features/offices/index.ts';
import type { Db } from '#platform/database.ts';
import { type FairnessReport, findReport } from './report/report.query.ts';

/** A report that its office publishes, with the office, and whether there is a draw to check. */
export async function publishedReport(
  db: Db,
  code: string,
): Promise<{ report: FairnessReport; office: Office; hasDraw: boolean } | undefined> {
  const report = await findReport(db, { code, published: true });
  if (report === undefined) return undefined;
  const [office, draw] = await Promise.all([
    findOfficeById(db, report.officeId),
    db
      .selectFrom('room')
      .innerJoin('draw', 'draw.room_id', 'room.id')
      .select('draw.drawn_at as drawnAt')
      .where('room.code', '=', code)
      .executeTakeFirst(),
  ]);
  return office && { report, office, hasDraw: !!draw?.drawnAt };
}

/** The last published reports of a service of an office, newest first: where people look who want to know how it goes. */
export async function publishedOf(
  db: Db,
  { officeId, offeringId, limit = 3 }: { officeId: number; offeringId: number; limit?: number },
): Promise<{ code: string; opensAt: Temporal.Instant }[]> {
  return db
    .selectFrom('fairness_report')
    .select(['code', 'opens_at as opensAt'])
    .where('office_id', '=', officeId)
    .where('published_at', 'is not', null)
    .where(({ exists, selectFrom, or }) =>
      or([
        exists(
          selectFrom('release')
            .innerJoin('planner_offering', 'planner_offering.planner_id', 'release.planner_id')
            .select('release.id')
            .whereRef('release.id', '=', 'fairness_report.release_id')
            .where('planner_offering.offering_id', '=', offeringId),
        ),
        exists(
          selectFrom('room_planner')
            .innerJoin('planner_offering', 'planner_offering.planner_id', 'room_planner.planner_id')
            .select('room_planner.room_id')
            .whereRef('room_planner.room_id', '=', 'fairness_report.room_id')
            .where('planner_offering.offering_id', '=', offeringId),
        ),
      ]),
    )
    .orderBy('opens_at', 'desc')
    .limit(limit)
    .execute();
}
