import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { Decision, Figures, SignalKind } from './tables.ts';
import './tables.ts';

/** Whose eyes: an office sees what concerns its appointments and its people, the network sees all. */
export type Whose = { readonly officeId: number } | 'network';

export interface Signal {
  readonly id: number;
  readonly kind: SignalKind;
  readonly evidence: Figures;
  readonly firstAt: Temporal.Instant;
  readonly lastAt: Temporal.Instant;
  readonly accounts: number;
  readonly decision: Decision | null;
  readonly decidedAt: Temporal.Instant | null;
}

export interface SignalAccount {
  readonly id: number;
  readonly name: string;
  /** shown to this office: it is theirs, or has booked there */
  readonly own: boolean;
  readonly bookings: readonly string[];
  readonly tickets: number;
}

/** Those nobody has looked at first, then what was decided lately. */
export async function listSignals(db: Db, whose: Whose): Promise<Signal[]> {
  const { rows } = await sql<Signal>`
    SELECT ${columns} FROM signal s WHERE ${seenBy(whose)}
    ORDER BY s.decision IS NOT NULL, coalesce(s.decided_at, s.last_at) DESC, s.id DESC LIMIT 200`.execute(db);
  return rows;
}

export async function findSignal(
  db: Db | Tx,
  { id, whose }: { id: number; whose: Whose },
): Promise<Signal | undefined> {
  const { rows } = await sql<Signal>`
    SELECT ${columns} FROM signal s WHERE s.id = ${id} AND ${seenBy(whose)}`.execute(db);
  return rows[0];
}

/** The accounts of a signal with their appointments and places; an office sees those that are its own. */
export async function accountsOfSignal(
  db: Db | Tx,
  { id, whose }: { id: number; whose: Whose },
): Promise<SignalAccount[]> {
  const officeId = whose === 'network' ? null : whose.officeId;
  const { rows } = await sql<SignalAccount>`
    SELECT a.id, a.given_name || ' ' || a.family_name AS name, ${own(officeId)} AS own,
           ARRAY(SELECT b.code FROM signal_booking sb JOIN booking b ON b.id = sb.booking_id
                 WHERE sb.signal_id = ${id} AND b.account_id = a.id AND (${officeId}::int IS NULL OR b.office_id = ${officeId})
                 ORDER BY b.starts_at) AS bookings,
           (SELECT count(*)::int FROM signal_ticket st JOIN ticket t ON t.room_id = st.room_id AND t.number = st.number
            WHERE st.signal_id = ${id} AND t.account_id = a.id) AS tickets
    FROM signal_account sa JOIN account a ON a.id = sa.account_id
    WHERE sa.signal_id = ${id} AND a.closed_at IS NULL ORDER BY own DESC, a.id LIMIT 100`.execute(db);
  return rows;
}

export interface OutcomeCount {
  readonly kind: SignalKind;
  readonly decided: number;
  readonly falseAlarms: number;
}

/** How many were looked at in the last year, and how many of them were nothing. */
export async function outcomeCounts(db: Db, now: Temporal.Instant): Promise<OutcomeCount[]> {
  const { rows } = await sql<OutcomeCount>`
    SELECT kind, sum(count)::int AS decided, coalesce(sum(count) FILTER (WHERE decision = 'no-matter'), 0)::int AS "falseAlarms"
    FROM signal_count WHERE month > (${now}::timestamptz - interval '1 year')::date GROUP BY kind ORDER BY kind`.execute(
    db,
  );
  return rows;
}

const columns = sql`
  s.id, s.kind, s.evidence, s.first_at AS "firstAt", s.last_at AS "lastAt", s.decision, s.decided_at AS "decidedAt",
  (SELECT count(*)::int FROM signal_account sa WHERE sa.signal_id = s.id) AS accounts`;

function own(officeId: number | null) {
  if (officeId === null) return sql`true`;
  return sql`(a.office_id = ${officeId} OR EXISTS (SELECT FROM booking b WHERE b.account_id = a.id AND b.office_id = ${officeId}))`;
}

function seenBy(whose: Whose) {
  if (whose === 'network') return sql`true`;
  return sql`EXISTS (SELECT FROM signal_account sa JOIN account a ON a.id = sa.account_id
                     WHERE sa.signal_id = s.id AND a.closed_at IS NULL AND ${own(whose.officeId)})`;
}
