import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import { languages, type LocalText, writtenFor, type WrittenLanguage } from '#platform/language.ts';
import { type BookingStatus, expected } from '../status.rules.ts';
import { writtenTo } from '../written-to.ts';

/** Bookings of an office: those of some days, narrowed down, or some by their codes. */
export interface Selection {
  readonly officeId: number;
  /** of the office's calendar, both included */
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  /** `HH:MM`, those that start from then and before then */
  readonly starts: string | null;
  readonly ends: string | null;
  readonly plannerId: number | null;
  readonly serviceCode: string | null;
  /** undefined: all of them */
  readonly codes?: readonly string[] | undefined;
}

export interface SelectedBooking {
  readonly id: string;
  readonly code: string;
  readonly startsAt: Temporal.Instant;
  readonly status: BookingStatus;
  readonly party: number;
  readonly service: LocalText;
  readonly planner: string;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly phone: string | null;
  readonly hasEmail: boolean;
  readonly language: string;
}

export interface SelectionCount {
  readonly count: number;
  readonly people: number;
  readonly withoutEmail: number;
  /** differs when other bookings are in it */
  readonly fingerprint: string;
}

/** How many bookings are chosen, and which, in one number that changes with them. */
export async function countSelection(db: Db | Tx, selection: Selection): Promise<SelectionCount> {
  const { rows } = await sql<SelectionCount>`
    SELECT count(*)::int AS count, coalesce(sum(b.party), 0)::int AS people,
           count(*) FILTER (WHERE ${writtenTo('b', 'a')} IS NULL)::int AS "withoutEmail",
           md5(coalesce(string_agg(b.id::text, ',' ORDER BY b.id), '')) AS fingerprint
    FROM booking b LEFT JOIN account a ON a.id = b.account_id WHERE ${chosen(selection)}`.execute(db);
  return rows[0] ?? { count: 0, people: 0, withoutEmail: 0, fingerprint: '' };
}

/** Part of the chosen bookings, in the order of their appointments. */
export async function listSelection(
  db: Db,
  selection: Selection,
  part: { skip: number; most: number; withoutEmail?: boolean },
): Promise<SelectedBooking[]> {
  const { rows } = await sql<SelectedBooking>`
    SELECT b.id, b.code, b.starts_at AS "startsAt", b.status, b.party, s.name AS service, p.name AS planner, b.language,
           first.given_name AS "givenName", first.family_name AS "familyName",
           coalesce(b.contact_phone, a.phone) AS phone, ${writtenTo('b', 'a')} IS NOT NULL AS "hasEmail"
    FROM booking b
    JOIN service s ON s.code = b.service_code
    JOIN planner p ON p.id = b.planner_id
    LEFT JOIN account a ON a.id = b.account_id
    LEFT JOIN LATERAL (
      SELECT given_name, family_name FROM booking_person WHERE booking_id = b.id ORDER BY position LIMIT 1) AS first ON true
    WHERE ${chosen(selection)} ${part.withoutEmail ? sql`AND ${writtenTo('b', 'a')} IS NULL` : sql``}
    ORDER BY b.starts_at, b.id OFFSET ${part.skip} LIMIT ${part.most}`.execute(db);
  return rows;
}

/** How many of the chosen bookings are written about in each language an office writes. */
export async function selectionLanguages(db: Db, selection: Selection): Promise<Record<WrittenLanguage, number>> {
  const readEnglish = languages.filter((language) => writtenFor(language) === 'en');
  const { rows } = await sql<Record<WrittenLanguage, number>>`
    SELECT count(*) FILTER (WHERE b.language = ANY (${readEnglish}))::int AS en,
           count(*) FILTER (WHERE b.language <> ALL (${readEnglish}))::int AS it
    FROM booking b WHERE ${chosen(selection)}`.execute(db);
  return rows[0] ?? { it: 0, en: 0 };
}

/** Services and planners of an office that have appointments to come, to choose from. */
export async function selectionChoices(
  db: Db,
  officeId: number,
): Promise<{ services: { code: string; name: LocalText }[]; planners: { id: number; name: string }[] }> {
  const services = await sql<{ code: string; name: LocalText }>`
    SELECT s.code, s.name FROM offering o JOIN service s ON s.code = o.service_code
    WHERE o.office_id = ${officeId} ORDER BY s.position, s.code`.execute(db);
  const planners = await sql<{ id: number; name: string }>`
    SELECT id, name FROM planner WHERE office_id = ${officeId} ORDER BY name, id`.execute(db);
  return { services: services.rows, planners: planners.rows };
}

/** The chosen ones of `booking b`: appointments that are expected, whatever is still to be said about them. */
export function chosen(selection: Selection): RawBuilder<unknown> {
  const { officeId, from, to, starts, ends, plannerId, serviceCode, codes } = selection;
  const zone = sql`(SELECT time_zone FROM office WHERE id = ${officeId})`;
  const clock = sql`(b.starts_at AT TIME ZONE ${zone})::time`;
  return sql`b.office_id = ${officeId} AND b.status = ANY (${expected}::text[])
    AND b.starts_at >= ${from}::date::timestamp AT TIME ZONE ${zone}
    AND b.starts_at < (${to}::date + 1)::timestamp AT TIME ZONE ${zone}
    ${starts === null ? sql`` : sql`AND ${clock} >= ${starts}::time`}
    ${ends === null ? sql`` : sql`AND ${clock} < ${ends}::time`}
    ${plannerId === null ? sql`` : sql`AND b.planner_id = ${plannerId}`}
    ${serviceCode === null ? sql`` : sql`AND b.service_code = ${serviceCode}`}
    ${codes === undefined ? sql`` : sql`AND b.code = ANY (${codes}::text[])`}`;
}
