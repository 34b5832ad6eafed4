import { sql } from 'kysely';
import { publishPlanner } from '#features/planner/index.ts';
import type { Db } from '#platform/database.ts';

export interface RuleWish {
  validFrom?: string;
  validTo?: string | null;
  weekdays?: number[];
  starts?: string;
  ends?: string;
  breaks?: { starts: string; ends: string }[];
  minutes?: number;
  desks?: number;
}

/** A planner that serves one offering, with opening rules, not yet published. By default 09:00–10:00 every day, 20 minutes, two desks. */
export async function buildPlanner(
  db: Db,
  wish: {
    officeId: number;
    offeringIds: number[];
    rules?: RuleWish[];
    horizonDays?: number;
    noticeMinutes?: number;
    releaseTime?: string;
  },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO planner (office_id, name, horizon_days, notice_minutes, release_time, updated_at)
    VALUES (${wish.officeId}, 'Sportello', ${wish.horizonDays ?? 14}, ${wish.noticeMinutes ?? 0}, ${wish.releaseTime ?? '00:00'}, '2026-11-01')
    RETURNING id`.execute(db);
  const id = rows[0]?.id ?? 0;
  await sql`INSERT INTO planner_offering SELECT ${id}, unnest(${wish.offeringIds}::int[])`.execute(db);
  for (const rule of wish.rules ?? [{}]) await addRule(db, id, rule);
  return id;
}

export async function addRule(db: Db, plannerId: number, rule: RuleWish): Promise<void> {
  await sql`
    INSERT INTO opening_rule (planner_id, valid_from, valid_to, weekdays, starts, ends, breaks, minutes, desks)
    VALUES (${plannerId}, ${rule.validFrom ?? '2026-01-01'}, ${rule.validTo ?? null}, ${rule.weekdays ?? [1, 2, 3, 4, 5, 6, 7]},
            ${rule.starts ?? '09:00'}, ${rule.ends ?? '10:00'}, ${JSON.stringify(rule.breaks ?? [])}, ${rule.minutes ?? 20}, ${rule.desks ?? 2})`.execute(
    db,
  );
}

/** Publishes a planner in the name of somebody who may. */
export async function publish(db: Db, plannerId: number, now: Temporal.Instant) {
  const request = await byManager(db, plannerId, now);
  return db.transaction().execute((tx) => publishPlanner(tx, request));
}

/** A planner and the manager who edits it, for the planner's verbs. */
export async function byManager(db: Db, plannerId: number, now: Temporal.Instant) {
  const { rows } = await sql<{ accountId: number; officeId: number }>`
    WITH made AS (
      INSERT INTO account (email, email_verified_at, given_name, family_name, birth_date, created_at)
      VALUES ('plans@prova.example', '2026-11-01', 'Ada', 'Prova', '1980-05-05', '2026-11-01')
      ON CONFLICT DO NOTHING RETURNING id)
    SELECT a.id AS "accountId", p.office_id AS "officeId" FROM planner p,
      (SELECT id FROM made UNION ALL SELECT id FROM account WHERE email = 'plans@prova.example') AS a
    WHERE p.id = ${plannerId}`.execute(db);
  const [who] = rows;
  if (who === undefined) throw new Error(`no planner ${plannerId}`);
  return { ...who, plannerId, now };
}
