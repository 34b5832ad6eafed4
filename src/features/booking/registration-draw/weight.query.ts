import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';

/**
 * What people count as in the next registration draw of an offering, in the order of their keys: more after each one in
 * which there was no seat for them, until they book there, whatever way.
 */
export async function weightsOf(
  db: Db | Tx,
  { personKeys, offeringId }: { personKeys: readonly Buffer[]; offeringId: number },
): Promise<number[]> {
  const { rows } = await sql<{ weight: number }>`
    SELECT coalesce(w.weight, 1) AS weight FROM unnest(${[...personKeys]}::bytea[]) WITH ORDINALITY AS k(key, ord)
    LEFT JOIN draw_weight w ON w.person_key = k.key AND w.offering_id = ${offeringId} AND NOT EXISTS (
      SELECT FROM booking_person bp JOIN booking b ON b.id = bp.booking_id
      WHERE bp.person_key = k.key AND b.offering_id = w.offering_id AND b.created_at > w.changed_at)
    ORDER BY k.ord`.execute(db);
  return rows.map(({ weight }) => weight);
}

/** Whose live booking for the service keeps them from registering: the position of the first; undefined where nobody has one. */
export async function bookedAlready(
  db: Db | Tx,
  { personKeys, serviceCode }: { personKeys: readonly Buffer[]; serviceCode: string },
): Promise<number | undefined> {
  const { rows } = await sql<{ position: number }>`
    SELECT k.ord::int - 1 AS position FROM unnest(${[...personKeys]}::bytea[]) WITH ORDINALITY AS k(key, ord)
    JOIN booking_person bp ON bp.person_key = k.key AND bp.service_code = ${serviceCode} AND bp.live
    ORDER BY k.ord LIMIT 1`.execute(db);
  return rows[0]?.position;
}
