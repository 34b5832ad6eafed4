import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';
import type { Secrets } from '#platform/secrets.ts';
import { firstPosition } from '../first-position.ts';
import type { Clearance } from './clearance.rules.ts';

type Row = Omit<Clearance, 'reason'> & { bookingId: string; reasonCipher: Buffer | null };

/** The municipal consents of bookings, by booking. */
export async function clearancesOf(
  db: Db | Tx,
  secrets: Secrets,
  bookingIds: readonly string[],
): Promise<Map<string, Clearance>> {
  const { rows } = await sql<Row>`
    SELECT c.booking_id AS "bookingId", ${columns}
    FROM clearance c
    LEFT JOIN municipality m ON m.code = c.municipality_code LEFT JOIN office w ON w.id = c.answering_office_id
    WHERE c.booking_id = ANY (${bookingIds}::bigint[])`.execute(db);
  return new Map(
    rows.map(({ bookingId, reasonCipher, ...row }) => [
      bookingId,
      { ...row, reason: reasonCipher && secrets.decrypt(reasonCipher) },
    ]),
  );
}

export const clearanceSections = ['overdue', 'to-ask', 'asked', 'to-tell'] as const;
/** Consents past their day, still to be asked, awaited, and municipalities still to be told. */
export type ClearanceSection = (typeof clearanceSections)[number];

interface OfficeDay {
  readonly officeId: number;
  /** at the office */
  readonly today: Temporal.PlainDate;
}

export async function clearanceCounts(db: Db, at: OfficeDay): Promise<Record<ClearanceSection, number>> {
  const { rows } = await sql<Record<ClearanceSection, number>>`
    SELECT count(*) FILTER (WHERE ${inSection('overdue', at)})::int AS overdue,
           count(*) FILTER (WHERE ${inSection('to-ask', at)})::int AS "to-ask",
           count(*) FILTER (WHERE ${inSection('asked', at)})::int AS asked,
           count(*) FILTER (WHERE ${inSection('to-tell', at)})::int AS "to-tell"
    FROM clearance c JOIN booking b ON b.id = c.booking_id
    WHERE c.office_id = ${at.officeId} AND c.state IN ('to-ask', 'asked', 'to-tell')`.execute(db);
  return rows[0] ?? { overdue: 0, 'to-ask': 0, asked: 0, 'to-tell': 0 };
}

export interface ListedClearance {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly party: number;
  readonly serviceName: LocalText;
  readonly startsAt: Temporal.Instant;
  readonly municipality: string | null;
  readonly askedOn: Temporal.PlainDate | null;
  readonly dueOn: Temporal.PlainDate | null;
  readonly protocol: string | null;
  /** of the row, for the page after it */
  readonly key: string;
}

/** One kind of the office's consents: those with a day by that day, the others by appointment. `after`: the key of the last one seen. */
export async function listClearances(
  db: Db,
  filter: OfficeDay & { section: ClearanceSection; after: string | undefined; most: number },
): Promise<ListedClearance[]> {
  const { officeId, section, after, most } = filter;
  const order = section === 'overdue' || section === 'asked' ? sql`c.due_on::text` : sql`b.starts_at::text`;
  const [afterOrder, afterId] = readKey(after);
  const later =
    afterOrder === undefined
      ? sql<boolean>`true`
      : sql<boolean>`(${order}, c.id) > (${afterOrder}, ${afterId}::bigint)`;
  const { rows } = await sql<ListedClearance>`
    SELECT c.id, b.code, coalesce(p.given_name || ' ' || p.family_name, b.code) AS name, b.party, s.name AS "serviceName",
           b.starts_at AS "startsAt", m.name AS municipality, c.asked_on AS "askedOn", c.due_on AS "dueOn", c.protocol,
           ${order} || '~' || c.id AS key
    FROM clearance c
    JOIN booking b ON b.id = c.booking_id
    JOIN service s ON s.code = b.service_code
    LEFT JOIN municipality m ON m.code = c.municipality_code
    LEFT JOIN booking_person p ON p.booking_id = b.id AND p.position = ${firstPosition(sql`b.id`)}
    WHERE c.office_id = ${officeId} AND ${inSection(section, filter)} AND ${later}
    ORDER BY ${order}, c.id LIMIT ${most}`.execute(db);
  return rows;
}

function inSection(section: ClearanceSection, { today }: OfficeDay): RawBuilder<boolean> {
  switch (section) {
    case 'overdue':
      return sql<boolean>`(b.live AND c.state = 'asked' AND c.due_on < ${today})`;
    case 'asked':
      return sql<boolean>`(b.live AND c.state = 'asked' AND c.due_on >= ${today})`;
    case 'to-ask':
      return sql<boolean>`(b.live AND c.state = 'to-ask')`;
    // Told once the person was served; its own office in the system hears of it by itself.
    case 'to-tell':
      return sql<boolean>`(b.status = 'served' AND c.state = 'to-tell' AND c.answering_office_id IS NULL)`;
  }
}

/** Both parts of a key, or nothing for one that nobody made. */
function readKey(key: string | undefined): [order: string, id: string] | [undefined, undefined] {
  const [, order, id] = /^([-\d :+.]{8,40})~(\d{1,18})$/.exec(key ?? '') ?? [];
  return order !== undefined && id !== undefined ? [order, id] : [undefined, undefined];
}

const columns = sql`c.id, c.mode, c.state, c.municipality_code AS residence, m.name AS municipality, m.province_code AS province, c.channel,
  c.asked_on AS "askedOn", c.protocol, c.due_on AS "dueOn", c.reminded_on AS "remindedOn", c.answered_on AS "answeredOn",
  c.answer_protocol AS "answerProtocol", c.reason_cipher AS "reasonCipher",
  c.answered_by AS "answeredBy", w.name AS "answeringOffice", c.at_deadline AS "atDeadline", c.certified`;
