import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import '../tables.ts';

/** Something that happened to a booking elsewhere. `nth`: of several that are alike, which one this is. */
export interface MovedEvent {
  readonly bookingId: string;
  readonly at: string;
  readonly kind: string;
  readonly actor: 'citizen' | 'office' | 'system';
  readonly accountId: number | null;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly nth: number;
}

/** Writes what is not written yet; answers, by place, what was new. */
export async function writeEvents(tx: Tx, events: readonly MovedEvent[]): Promise<Set<number>> {
  const { rows } = await sql<{ n: number }>`
    WITH given AS (
      SELECT u.n::int AS n, (u.j ->> 'bookingId')::bigint AS booking_id, (u.j ->> 'at')::timestamptz AS at, u.j ->> 'kind' AS kind,
             u.j ->> 'actor' AS actor, (u.j ->> 'accountId')::int AS account_id, u.j -> 'detail' AS detail, (u.j ->> 'nth')::int AS nth
      FROM jsonb_array_elements(${JSON.stringify(events)}::jsonb) WITH ORDINALITY AS u(j, n)
    ), missing AS (
      SELECT g.* FROM given g WHERE g.nth > (
        SELECT count(*) FROM booking_event e
        WHERE e.booking_id = g.booking_id AND e.at = g.at AND e.kind = g.kind AND e.actor = g.actor AND e.detail = g.detail)
    ), written AS (
      INSERT INTO booking_event (booking_id, at, kind, actor, account_id, detail)
      SELECT booking_id, at, kind, actor, account_id, detail FROM missing ORDER BY n
    )
    SELECT n FROM missing`.execute(tx);
  return new Set(rows.map(({ n }) => n - 1));
}
