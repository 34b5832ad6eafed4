import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { PriorityGround } from '../editing/settings.rules.ts';

/** A planner that keeps seats for people with priority. */
export interface PrioritySeats {
  readonly plannerId: number;
  readonly grounds: readonly PriorityGround[];
  readonly minAge: number;
}

/** The published planners of an offering that keep seats for people with priority; most offerings have none. */
export async function prioritySeats(db: Db | Tx, offeringId: number): Promise<PrioritySeats[]> {
  const { rows } = await sql<PrioritySeats>`
    SELECT p.id AS "plannerId", p.priority_grounds AS grounds, p.priority_min_age AS "minAge"
    FROM planner_offering po JOIN planner p ON p.id = po.planner_id
    WHERE po.offering_id = ${offeringId} AND p.published AND p.audience = 'priority' ORDER BY p.id`.execute(db);
  return rows;
}
