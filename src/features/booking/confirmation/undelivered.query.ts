import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';
import type { Undelivered } from './unconfirmed.rules.ts';
import { firstPosition } from '../first-position.ts';
import { writtenTo } from '../written-to.ts';

/** A booking whose people were not reached when they should have confirmed: the office calls them. */
export interface UndeliveredConfirmation {
  readonly id: string;
  readonly code: string;
  readonly startsAt: Temporal.Instant;
  readonly serviceName: LocalText;
  /** First person of the party. */
  readonly name: string;
  readonly party: number;
  readonly phone: string | null;
  readonly email: string | null;
  readonly why: Undelivered;
  readonly since: Temporal.Instant;
  /** The report came after the booking had ended for the missing confirmation. */
  readonly lost: boolean;
  /** For a lost one: its seats could be given back now. */
  readonly seatsFree: boolean;
}

/** The office's confirmation requests that did not arrive, for appointments still to come; the nearest first. */
export async function undeliveredConfirmations(
  db: Db,
  filter: { officeId: number; now: Temporal.Instant; most?: number },
): Promise<UndeliveredConfirmation[]> {
  const { rows } = await sql<UndeliveredConfirmation>`
    SELECT b.id, b.code, b.starts_at AS "startsAt", s.name AS "serviceName", b.party,
           coalesce(p.given_name || ' ' || p.family_name, b.code) AS name,
           coalesce(b.contact_phone, a.phone) AS phone,
           ${writtenTo('b', 'a')} AS email,
           b.confirm_undelivered_why AS why, b.confirm_undelivered_at AS since, b.status = 'cancelled' AS lost,
           b.status = 'cancelled' AND (
             SELECT count(*) FROM slot t WHERE t.id = ANY (b.slot_ids) AND least(t.capacity, t.planned) - t.taken >= b.party
           ) = cardinality(b.slot_ids) AS "seatsFree"
    FROM booking b
    JOIN service s ON s.code = b.service_code
    LEFT JOIN account a ON a.id = b.account_id
    LEFT JOIN booking_person p ON p.booking_id = b.id AND p.position = ${firstPosition(sql`b.id`)}
    WHERE b.office_id = ${filter.officeId} AND b.confirm_undelivered_at IS NOT NULL AND b.starts_at > ${filter.now}
      AND (b.status = 'booked' OR b.cancelled_by = 'not-confirmed')
    ORDER BY b.starts_at, b.id LIMIT ${filter.most ?? 200}`.execute(db);
  return rows;
}
