import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';
import { firstPosition } from '../first-position.ts';
import type { BookingStatus } from '../status.rules.ts';
import type { PreCheckState } from './pre-check.rules.ts';
import type { QueueOrder, QueuePlace, QueueState } from './queue.rules.ts';

/** A booking in the office's queue. */
export interface QueuedBooking {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly party: number;
  readonly serviceName: LocalText;
  readonly startsAt: Temporal.Instant;
  readonly createdAt: Temporal.Instant;
  readonly status: BookingStatus;
  readonly preCheck: PreCheckState | null;
  readonly since: Temporal.Instant | null;
  readonly dueAt: Temporal.Instant | null;
  /** when the last file came, where one came since it stands so */
  readonly newFileAt: Temporal.Instant | null;
  readonly chargedBy: number | null;
  readonly chargeOperator: string | null;
  readonly inCharge: boolean;
  /** where the page that ends with it goes on */
  readonly place: QueuePlace;
}

interface Desk {
  readonly officeId: number;
  readonly operatorId: number;
  readonly now: Temporal.Instant;
}

export interface QueueFilter extends Desk {
  readonly state: QueueState;
  /** of one offering only */
  readonly service: string | undefined;
  readonly order: QueueOrder;
  readonly after: QueuePlace | undefined;
  readonly most: number;
}

/**
 * The office's queue: what is overdue on top, the longest first, then by appointment or by deadline. Two walks along an
 * index, each ended by the page's length.
 */
export async function listQueue(db: Db, filter: QueueFilter): Promise<QueuedBooking[]> {
  const { order, after, most } = filter;
  const key = order === 'deadline' ? sql`coalesce(b.pre_check_due_at, b.starts_at)` : sql`b.starts_at`;
  const late = after?.late === false ? undefined : part(filter, { late: true, key: sql`b.pre_check_due_at` });
  const others = part(filter, { late: false, key });
  const { rows } = await sql<QueueRow>`
    SELECT q.*, s.name AS "serviceName", coalesce(p.given_name || ' ' || p.family_name, q.code) AS name,
           i.given_name || ' ' || i.family_name AS "chargeOperator", ${newFile(sql`q.id`, sql`q.since`)}
    FROM (SELECT * FROM (${late === undefined ? others : sql`(${late}) UNION ALL (${others})`}) parts
          ORDER BY "isLate" DESC, key, id LIMIT ${most}) q
    JOIN service s ON s.code = q.service_code
    LEFT JOIN booking_person p ON p.booking_id = q.id AND p.position = ${firstPosition(sql`q.id`)}
    LEFT JOIN account i ON i.id = q."chargedBy"
    ORDER BY q."isLate" DESC, q.key, q.id`.execute(db);
  return rows.map(queued);
}

/** The queue's bookings of somebody, by the beginning of a surname or by code. */
export async function searchQueue(db: Db, filter: Desk & { text: string; most: number }): Promise<QueuedBooking[]> {
  const typed = filter.text.trim();
  const code = typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
  const words = typed
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[\\%_]/g, '\\$&');
  const [first = ''] = words.split(' ');
  const { rows } = await sql<QueueRow>`
    SELECT ${columns(sql`b.starts_at`, sql<boolean>`${isLate(filter.now)}`)}, s.name AS "serviceName",
           coalesce(p.given_name || ' ' || p.family_name, b.code) AS name,
           i.given_name || ' ' || i.family_name AS "chargeOperator", ${newFile(sql`b.id`, sql`b.pre_check_since`)}
    FROM booking b
    JOIN service s ON s.code = b.service_code
    LEFT JOIN booking_person p ON p.booking_id = b.id AND p.position = ${firstPosition(sql`b.id`)}
    LEFT JOIN account i ON i.id = b.taken_in_charge_by
    WHERE b.office_id = ${filter.officeId} AND ${inQueue} AND b.starts_at > ${filter.now}
      AND (b.code = ${code} OR b.id IN (
        SELECT w.booking_id FROM booking_person w
        WHERE lower(w.family_name) LIKE ${`${first}%`} AND lower(w.family_name || ' ' || w.given_name) LIKE ${`${words}%`}))
    ORDER BY b.starts_at, b.id LIMIT ${filter.most}`.execute(db);
  return rows.map(queued);
}

export type QueueCounts = Readonly<Record<QueueState, number>>;

/** How many there are of each kind; in all, and of one service. */
export async function queueCounts(db: Db, filter: Desk & { service: string | undefined }): Promise<QueueCounts> {
  const { rows } = await sql<QueueCounts>`
    SELECT count(*)::int AS all,
           count(*) FILTER (WHERE ${inState('to-examine', filter)})::int AS "to-examine",
           count(*) FILTER (WHERE ${inState('mine', filter)})::int AS mine,
           count(*) FILTER (WHERE ${inState('others', filter)})::int AS others,
           count(*) FILTER (WHERE ${inState('waiting', filter)})::int AS waiting,
           count(*) FILTER (WHERE ${inState('overdue', filter)})::int AS overdue
    FROM booking b
    WHERE b.office_id = ${filter.officeId} AND ${inQueue} AND b.starts_at > ${filter.now} AND ${ofService(filter.service)}`.execute(
    db,
  );
  return rows[0] ?? { all: 0, 'to-examine': 0, mine: 0, others: 0, waiting: 0, overdue: 0 };
}

/** What the queue asks of the office itself: for the menu. */
export async function queueSize(db: Db, filter: { officeId: number; now: Temporal.Instant }): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM booking b
    WHERE b.office_id = ${filter.officeId} AND ${inQueue} AND b.starts_at > ${filter.now}
      AND (${officesTurn} OR ${isLate(filter.now)})`.execute(db);
  return rows[0]?.count ?? 0;
}

/** The next ones that nobody has in charge, overdue ones first: whoever takes the first of them may be a moment too late. */
export async function nextInQueue(
  db: Db,
  filter: Desk & { service: string | undefined; order: QueueOrder },
): Promise<{ id: string; code: string }[]> {
  const most = 10;
  const late = await listQueue(db, { ...filter, state: 'overdue', after: undefined, most });
  const fresh = await listQueue(db, { ...filter, state: 'to-examine', after: undefined, most });
  return [...late.filter(({ inCharge }) => !inCharge), ...fresh].map(({ id, code }) => ({ id, code }));
}

type QueueRow = Omit<QueuedBooking, 'place'> & { key: Temporal.Instant; isLate: boolean };

function queued({ key, isLate, ...row }: QueueRow): QueuedBooking {
  return { ...row, place: { late: isLate, at: key, id: row.id } };
}

function part(filter: QueueFilter, { late, key }: { late: boolean; key: RawBuilder<unknown> }): RawBuilder<unknown> {
  const { officeId, now, after, most } = filter;
  const isOfPart = late ? sql<boolean>`${isLate(now)}` : sql<boolean>`NOT ${isLate(now)}`;
  const isLater =
    after?.late === late ? sql<boolean>`(${key}, b.id) > (${after.at}, ${after.id}::bigint)` : sql<boolean>`true`;
  return sql`
    SELECT ${columns(key, sql<boolean>`${late}::boolean`)} FROM booking b
    WHERE b.office_id = ${officeId} AND ${inQueue} AND b.starts_at > ${now} AND ${isOfPart}
      AND ${inState(filter.state, filter)} AND ${ofService(filter.service)} AND ${isLater}
    ORDER BY ${key}, b.id LIMIT ${most}`;
}

function columns(key: RawBuilder<unknown>, late: RawBuilder<boolean>): RawBuilder<unknown> {
  return sql`b.id, b.code, b.party, b.service_code, b.starts_at AS "startsAt", b.created_at AS "createdAt", b.status,
    b.pre_check AS "preCheck", b.pre_check_since AS since, b.pre_check_due_at AS "dueAt",
    b.taken_in_charge_by AS "chargedBy", b.taken_in_charge_at IS NOT NULL AS "inCharge", ${key} AS key, ${late} AS "isLate"`;
}

function newFile(bookingId: RawBuilder<unknown>, since: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(SELECT max(a.created_at) FROM attachment a WHERE a.booking_id = ${bookingId} AND a.created_at > ${since}) AS "newFileAt"`;
}

// As in the index, word for word.
const inQueue = sql<boolean>`b.live
  AND (b.status = 'awaiting-office' OR b.pre_check IN ('to-send', 'to-examine', 'to-regularise')) AND b.status <> 'checked-in'`;

const officesTurn = sql<boolean>`coalesce(b.pre_check NOT IN ('to-send', 'to-regularise'), true)`;

function isLate(now: Temporal.Instant): RawBuilder<boolean> {
  return sql<boolean>`coalesce(b.pre_check IN ('to-send', 'to-regularise') AND b.pre_check_due_at <= ${now}, false)`;
}

function inState(state: QueueState, { operatorId, now }: Desk): RawBuilder<boolean> {
  switch (state) {
    case 'all':
      return sql<boolean>`true`;
    case 'to-examine':
      return sql<boolean>`(b.taken_in_charge_at IS NULL AND ${officesTurn})`;
    case 'mine':
      return sql<boolean>`(b.taken_in_charge_at IS NOT NULL AND b.taken_in_charge_by = ${operatorId})`;
    case 'others':
      return sql<boolean>`(b.taken_in_charge_at IS NOT NULL AND b.taken_in_charge_by IS DISTINCT FROM ${operatorId})`;
    case 'waiting':
      return sql<boolean>`(b.pre_check IN ('to-send', 'to-regularise') AND b.pre_check_due_at > ${now})`;
    case 'overdue':
      return isLate(now);
  }
}

function ofService(service: string | undefined): RawBuilder<boolean> {
  return service === undefined ? sql<boolean>`true` : sql<boolean>`b.service_code = ${service}`;
}
