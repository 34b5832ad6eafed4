import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';

/** Somebody at work saw or changed what is kept of a person; what they did again on the same day is one of these. */
export interface Opening {
  readonly action: string;
  readonly first: Temporal.Instant;
  readonly last: Temporal.Instant;
  readonly times: number;
  /** of the appointment it was about; null for the account itself */
  readonly bookingCode: string | null;
  readonly officeName: LocalText | null;
  readonly timeZone: string | null;
  /** their first name, where the office signs with names */
  readonly by: string | null;
  /** the body they work for, when it is not the office */
  readonly organisation: string | null;
}

/** What is looked into to find abuse is told to whom it concerns by a notice, once something is decided. */
const notTold = ['see-signal', 'decide-signal'];

/** Days of an agenda name the appointments of that day without listing them. */
const daySheets = ['see-agenda', 'print-agenda'];

/**
 * Who opened what is kept of an account: its appointments, its consents, the account, and `subjects` that other features
 * know to be the person's own. Newest first.
 */
export async function openingsOf(
  db: Db,
  filter: { accountId: number; subjects?: readonly string[]; skip: number; most: number },
): Promise<Opening[]> {
  const { accountId, subjects = [], skip, most } = filter;
  const { rows } = await sql<Opening>`
    WITH own AS MATERIALIZED (
      SELECT b.id, b.code, b.office_id, b.created_at, (b.starts_at AT TIME ZONE o.time_zone)::date AS day
      FROM booking b JOIN office o ON o.id = b.office_id WHERE b.account_id = ${accountId}
    ), found AS (
      SELECT e.id, own.code FROM own JOIN audit_entry e ON e.subject = 'booking:' || own.id
      UNION SELECT e.id, own.code FROM own JOIN clearance c ON c.booking_id = own.id
            JOIN audit_entry e ON e.subject = 'clearance:' || c.id
      UNION SELECT e.id, own.code FROM own JOIN audit_entry e ON e.subject = 'day:' || own.day
            WHERE e.office_id = own.office_id AND e.action = ANY (${daySheets}::text[]) AND e.at >= own.created_at
      UNION SELECT e.id, own.code FROM own JOIN audit_entry e
            ON jsonb_typeof(e.detail -> 'bookings') = 'array' AND e.detail -> 'bookings' ?| ARRAY[own.id::text, own.code]
      UNION SELECT e.id, NULL FROM audit_entry e WHERE e.subject = ANY (${[`account:${accountId}`, ...subjects]}::text[])
      UNION SELECT e.id, NULL FROM audit_entry e
            WHERE jsonb_typeof(e.detail -> 'accounts') = 'array' AND e.detail -> 'accounts' @> ${String(accountId)}::jsonb
    )
    SELECT e.action, min(e.at) AS first, max(e.at) AS last, count(*)::int AS times, f.code AS "bookingCode",
           o.name AS "officeName", o.time_zone AS "timeZone",
           CASE WHEN o.names_operator THEN nullif(a.given_name, '') END AS by,
           (SELECT r.organisation FROM account_role r
            WHERE r.account_id = a.id AND r.office_id = o.id AND r.organisation IS NOT NULL LIMIT 1) AS organisation
    FROM found f JOIN audit_entry e ON e.id = f.id JOIN account a ON a.id = e.account_id
    LEFT JOIN office o ON o.id = e.office_id
    WHERE e.account_id <> ${accountId} AND e.action <> ALL (${notTold}::text[])
    GROUP BY e.action, f.code, a.id, o.id, (e.at AT TIME ZONE coalesce(o.time_zone, 'Europe/Rome'))::date
    ORDER BY max(e.at) DESC, max(e.id) DESC LIMIT ${most} OFFSET ${skip}`.execute(db);
  return rows;
}
