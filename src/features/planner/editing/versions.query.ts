import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { OpeningRule } from '../rules.ts';
import type { PlannerSettings } from './settings.rules.ts';

/** A planner as it was published once. */
export interface Version {
  readonly number: number;
  readonly publishedAt: Temporal.Instant;
  /** given and family name; null: published before versions were kept */
  readonly by: string | null;
  readonly rules: readonly OpeningRule[];
  readonly settings: PlannerSettings;
  /** new slots; null: not known */
  readonly slotsMade: number | null;
  /** all seats from then to the horizon */
  readonly seats: number;
}

/** Versions of a planner, the newest first: at most `limit`, older than `before` where given. */
export async function listVersions(
  db: Db | Tx,
  filter: { plannerId: number; before: number | null; limit: number },
): Promise<Version[]> {
  const { rows } = await sql<Version>`
    SELECT v.number, v.published_at AS "publishedAt", a.given_name || ' ' || a.family_name AS by, v.rules, v.settings,
           v.slots_made AS "slotsMade", v.seats
    FROM planner_version v LEFT JOIN account a ON a.id = v.account_id
    WHERE v.planner_id = ${filter.plannerId} AND (${filter.before}::int IS NULL OR v.number < ${filter.before}::int)
    ORDER BY v.number DESC LIMIT ${filter.limit}`.execute(db);
  return rows;
}
