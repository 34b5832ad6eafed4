import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { Draft } from './draft.query.ts';
import type { EditKind } from './edit-draft.ts';

/** A step of a planner's draft. */
export interface Step {
  readonly number: number;
  readonly kind: EditKind;
  readonly at: Temporal.Instant;
  /** given and family name of who did it */
  readonly by: string;
  readonly before: Draft;
  readonly after: Draft;
}

/** What can be undone next, and what can be done again. */
export interface UndoSteps {
  readonly undo: Step | undefined;
  readonly redo: Step | undefined;
}

export async function undoSteps(db: Db | Tx, plannerId: number): Promise<UndoSteps> {
  const { rows } = await sql<Step & { undone: boolean }>`
    SELECT e.number, e.kind, e.at, e.before, e.after, e.undone, a.given_name || ' ' || a.family_name AS by
    FROM planner_edit e JOIN account a ON a.id = e.account_id
    WHERE e.planner_id = ${plannerId}
      AND e.number IN ((SELECT max(number) FROM planner_edit WHERE planner_id = ${plannerId} AND NOT undone),
                       (SELECT min(number) FROM planner_edit WHERE planner_id = ${plannerId} AND undone))`.execute(db);
  return { undo: rows.find(({ undone }) => !undone), redo: rows.find(({ undone }) => undone) };
}
