import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import { insertRecords, type TableRecord, updateRecords } from '#platform/records.ts';
import { tableColumns, type TableColumn } from '#platform/table-columns.ts';
import { remakeSlots } from '../slots/publish.ts';
import type { OpeningRule } from '../rules.ts';
import { ruleJson } from '../plan.query.ts';

/** What is made by publishing, or is told nobody. */
const kept = new Set(['published', 'published_through', 'published_rules', 'version', 'updated_at', 'release_secret']);
const place = new Set(['office_id', 'name', 'updated_at']);

/** The settings of a planner, as they are carried from one installation to another. */
export async function movablePlannerColumns(db: Db | Tx): Promise<TableColumn[]> {
  const columns = await tableColumns(db, 'planner');
  return columns.filter(({ name, references }) => !kept.has(name) && !place.has(name) && references === null);
}

export interface PlannerRow {
  readonly id: number;
  readonly officeId: number;
  /** its name, with a number where the office has several of that name */
  readonly key: string;
  readonly published: boolean;
  /** codes, in the order of the catalogue's codes */
  readonly services: readonly string[];
  readonly offeringIds: readonly number[];
  readonly rules: readonly OpeningRule[];
  readonly row: Readonly<Record<string, unknown>>;
}

/** All planners of some offices, in the order in which they were made. */
export async function plannerRows(db: Db | Tx, officeIds: readonly number[]): Promise<PlannerRow[]> {
  const { rows } = await sql<PlannerRow>`
    SELECT p.id, p.office_id AS "officeId", p.published, to_jsonb(p) - 'n' AS row,
           p.name || CASE WHEN p.n > 1 THEN ' #' || p.n ELSE '' END AS key,
           (SELECT coalesce(array_agg(o.service_code ORDER BY o.service_code COLLATE "C"), '{}')
            FROM planner_offering po JOIN offering o ON o.id = po.offering_id WHERE po.planner_id = p.id) AS services,
           ARRAY(SELECT po.offering_id FROM planner_offering po WHERE po.planner_id = p.id ORDER BY 1) AS "offeringIds",
           coalesce((SELECT jsonb_agg(${ruleJson} ORDER BY r.id) FROM opening_rule r WHERE r.planner_id = p.id), '[]') AS rules
    FROM (SELECT planner.*, row_number() OVER (PARTITION BY office_id, name ORDER BY id) AS n
          FROM planner WHERE office_id = ANY (${officeIds}::int[])) AS p
    ORDER BY p.id`.execute(db);
  return rows;
}

export interface NewPlanner {
  readonly officeId: number;
  readonly name: string;
  readonly offeringIds: readonly number[];
  readonly record: TableRecord;
}

/** Makes planners, unpublished and without rules; answers their ids in the same order. */
export async function createPlanners(
  tx: Tx,
  request: { columns: readonly TableColumn[]; planners: readonly NewPlanner[]; now: Temporal.Instant },
): Promise<number[]> {
  const { planners, now } = request;
  const columns = [...request.columns, ...(await tableColumns(tx, 'planner')).filter(({ name }) => place.has(name))];
  const records = planners.map(({ officeId, name, record }) => {
    return { ...record, office_id: officeId, name, updated_at: now.toString() };
  });
  const made = await insertRecords<{ id: number }>(tx, { table: 'planner', columns, records, returning: sql`id` });
  const ids = made.map(({ id }) => id);
  const pairs = planners.flatMap(({ offeringIds }, index) => offeringIds.map((offering) => [ids[index], offering]));
  await sql`
    INSERT INTO planner_offering (planner_id, offering_id)
    SELECT * FROM unnest(${pairs.map(([id]) => id)}::int[], ${pairs.map(([, offering]) => offering)}::int[])`.execute(
    tx,
  );
  return ids;
}

/** Changes settings and services of planners; slots that are published follow. */
export async function changePlanners(
  tx: Tx,
  request: {
    columns: readonly TableColumn[];
    planners: readonly {
      id: number;
      record: TableRecord;
      offeringIds: readonly number[] | undefined;
      published: boolean;
    }[];
    now: Temporal.Instant;
  },
): Promise<void> {
  const { columns, planners, now } = request;
  await updateRecords(tx, {
    table: 'planner',
    columns,
    records: planners.map(({ id, record }) => ({ ...record, id })),
  });
  for (const { id, offeringIds } of planners) {
    if (offeringIds === undefined) continue;
    await sql`DELETE FROM planner_offering WHERE planner_id = ${id} AND offering_id <> ALL (${offeringIds}::int[])`.execute(
      tx,
    );
    await sql`
      INSERT INTO planner_offering SELECT ${id}, u.id FROM unnest(${offeringIds}::int[]) AS u(id) ON CONFLICT DO NOTHING`.execute(
      tx,
    );
  }
  await sql`
    UPDATE planner SET version = version + 1, updated_at = ${now}
    WHERE id = ANY (${planners.map(({ id }) => id)}::int[])`.execute(tx);
  // In the order in which they are locked.
  const published = planners.filter((planner) => planner.published).map(({ id }) => id);
  for (const plannerId of published.sort((a, b) => a - b)) await remakeSlots(tx, { plannerId, now, anew: true });
}
