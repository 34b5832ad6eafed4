import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';

export interface BookingEvent {
  readonly at: Temporal.Instant;
  readonly kind: string;
  readonly actor: 'citizen' | 'office' | 'system';
  /** Name of the operator, when the office did it; or of who was logged in when a municipality’s link was used. */
  readonly operator: string | null;
  readonly detail: Record<string, unknown>;
}

/** What happened to a booking, from the beginning. */
export async function historyOf(db: Db | Tx, bookingId: string): Promise<BookingEvent[]> {
  return (await historiesOf(db, [bookingId])).get(bookingId) ?? [];
}

/** The histories of several bookings, by booking. */
export async function historiesOf(db: Db | Tx, bookingIds: readonly string[]): Promise<Map<string, BookingEvent[]>> {
  const { rows } = await sql<BookingEvent & { bookingId: string }>`
    SELECT e.booking_id AS "bookingId", e.at, e.kind, e.actor, e.detail,
           CASE WHEN e.actor <> 'citizen' THEN a.given_name || ' ' || a.family_name END AS operator
    FROM booking_event e LEFT JOIN account a ON a.id = e.account_id
    WHERE e.booking_id = ANY (${bookingIds}::bigint[]) ORDER BY e.booking_id, e.at, e.id`.execute(db);
  return Map.groupBy(rows, (row) => row.bookingId);
}

/** When the people of these bookings arrived and were last called, by booking id; absent where neither happened. */
export async function marksOf(
  db: Db,
  bookingIds: readonly string[],
): Promise<Map<string, { arrivedAt: Temporal.Instant | null; calledAt: Temporal.Instant | null }>> {
  const { rows } = await sql<{ id: string; arrivedAt: Temporal.Instant | null; calledAt: Temporal.Instant | null }>`
    SELECT booking_id AS id, max(at) FILTER (WHERE kind = 'checked-in') AS "arrivedAt", max(at) FILTER (WHERE kind = 'called') AS "calledAt"
    FROM booking_event WHERE booking_id = ANY (${bookingIds}::bigint[]) AND kind IN ('checked-in', 'called')
    GROUP BY booking_id`.execute(db);
  return new Map(rows.map(({ id, ...marks }) => [id, marks]));
}
