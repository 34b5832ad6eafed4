import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import './tables.ts';

interface Place {
  readonly officeId: number;
  /** the whole network is looked at, not only who belongs to the office or has booked there */
  readonly network: boolean;
  readonly now: Temporal.Instant;
}

export type PairReason = 'codice-fiscale' | 'person' | 'names' | 'similar';

/** Two accounts that may be of one person. */
export interface Pair {
  readonly one: number;
  readonly other: number;
  readonly oneName: string;
  readonly otherName: string;
  readonly reason: PairReason;
}

/** Accounts that may be of one person, the surest first. A hint for people: twins and namesakes are here too. */
export async function likelyPairs(db: Db, place: Place): Promise<Pair[]> {
  const { rows } = await sql<Pair>`
    WITH mine AS MATERIALIZED (${accountsOf(place)}), pair AS (
      SELECT a.id AS one, b.id AS other, 1 AS rank FROM mine a
      JOIN mine b ON b.codice_fiscale_key = a.codice_fiscale_key AND b.id > a.id
      UNION ALL
      SELECT a.id, b.id, 2 FROM mine a JOIN mine b ON b.person_key = a.person_key AND b.id > a.id
      UNION ALL
      SELECT a.id, b.id, CASE WHEN lower(a.family_name) = lower(b.family_name) AND lower(a.given_name) = lower(b.given_name)
                              THEN 3 ELSE 4 END
      FROM mine a JOIN mine b ON b.birth_date = a.birth_date AND b.id > a.id
        AND (lower(a.family_name) = lower(b.family_name) OR lower(a.given_name) = lower(b.given_name))
        AND left(lower(a.family_name), 3) = left(lower(b.family_name), 3)
        AND left(lower(a.given_name), 3) = left(lower(b.given_name), 3)
    )
    SELECT one, other, (array['codice-fiscale', 'person', 'names', 'similar'])[min(rank)] AS reason,
           a.given_name || ' ' || a.family_name AS "oneName", b.given_name || ' ' || b.family_name AS "otherName"
    FROM pair JOIN account a ON a.id = one JOIN account b ON b.id = other
    GROUP BY one, other, a.given_name, a.family_name, b.given_name, b.family_name
    ORDER BY min(rank), one, other LIMIT 50`.execute(db);
  return rows;
}

export type HintReason = 'same-phone' | 'many-cancelled' | 'no-shows';

/** Something about an account that a person may want to look at; nothing follows from it by itself. */
export interface Hint {
  readonly accountId: number;
  readonly name: string;
  readonly reason: HintReason;
  readonly count: number;
}

/** A telephone number of three accounts, five cancellations in 90 days, two absences in a year. */
export async function hints(db: Db, place: Place): Promise<Hint[]> {
  const { officeId, now } = place;
  const { rows } = await sql<Hint>`
    WITH mine AS MATERIALIZED (${accountsOf(place)}), found AS (
      SELECT m.id, 'same-phone' AS reason, p.count FROM mine m
      JOIN (SELECT phone, count(*)::int AS count FROM mine WHERE phone IS NOT NULL GROUP BY phone HAVING count(*) >= 3) p
        ON p.phone = m.phone
      UNION ALL
      SELECT b.account_id, 'many-cancelled', count(*)::int FROM booking b
      WHERE b.office_id = ${officeId} AND b.account_id IS NOT NULL AND b.cancelled_by = 'citizen'
        AND b.created_at > ${now.subtract({ hours: 90 * 24 })}
      GROUP BY b.account_id HAVING count(*) >= 5
      UNION ALL
      SELECT b.account_id, 'no-shows', count(*)::int FROM booking b
      WHERE b.office_id = ${officeId} AND b.account_id IS NOT NULL AND b.status = 'no-show'
        AND b.starts_at > ${now.subtract({ hours: 365 * 24 })}
        AND NOT EXISTS (SELECT FROM no_show_excuse e WHERE e.booking_id = b.id)
      GROUP BY b.account_id HAVING count(*) >= 2
    )
    SELECT f.id AS "accountId", a.given_name || ' ' || a.family_name AS name, f.reason, f.count
    FROM found f JOIN account a ON a.id = f.id AND a.closed_at IS NULL
    ORDER BY f.count DESC, f.id LIMIT 50`.execute(db);
  return rows;
}

function accountsOf({ officeId, network }: Place): RawBuilder<unknown> {
  return sql`
    SELECT a.id, a.given_name, a.family_name, a.birth_date, a.phone, a.codice_fiscale_key, a.person_key FROM account a
    WHERE a.closed_at IS NULL AND a.email_verified_at IS NOT NULL
      AND NOT EXISTS (SELECT FROM account_role r WHERE r.account_id = a.id)
      AND ${
        network
          ? sql`true`
          : sql`(a.office_id = ${officeId} OR a.id IN (SELECT b.account_id FROM booking b WHERE b.office_id = ${officeId}))`
      }`;
}
