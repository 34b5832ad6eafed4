import type pg from 'pg';

/** A wish for seats, with its candidates in order of preference. */
export interface SeatRequest {
  /** Also the id of the hold when it is won: a UUID. */
  readonly id: string;
  /** `a:<account>` or `b:<browser>`: one live hold each. */
  readonly owner: string;
  readonly accountId: number | null;
  readonly offeringId: number;
  readonly party: number;
  /** Runs of consecutive slots (by start), all of the same length; the first that has room is taken. */
  readonly candidates: readonly (readonly string[])[];
  readonly now: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
  /** A booking that does not count as the person's own: the one being moved. */
  readonly rescheduleOf: string | null;
  /** The account's own person does not come: that they have a live booking is no hindrance. */
  readonly forOthers?: boolean;
  /** What the seats count as where the planner has quotas (`groupOf`). */
  readonly group?: string;
  readonly key: string | null;
  readonly keyHash: Buffer | null;
}

export type SeatStatus = 'held' | 'full' | 'quota' | 'closed' | 'booked' | 'cap' | 'replay' | 'key' | 'again';

export interface SeatAnswer {
  readonly status: SeatStatus;
  readonly holdId: string;
  readonly slotId: string;
  readonly startsAt: Temporal.Instant | null;
  readonly endsAt: Temporal.Instant | null;
  readonly expiresAt: Temporal.Instant;
}

interface Row {
  ord: number;
  status: SeatStatus;
  hold_id: string;
  slot_id: string;
  starts_at: Temporal.Instant | null;
  ends_at: Temporal.Instant | null;
  expires_at: Temporal.Instant;
}

const statement = {
  name: 'hold_batch',
  text: `SELECT * FROM hold_batch($1::timestamptz, $2::bigint[], $3::int[], $4::uuid[], $5::text[], $6::int[], $7::int[],
    $8::int[], $9::int[], $10::int[], $11::int[], $12::timestamptz[], $13::bigint[], $14::boolean[], $15::text[], $16::bytea[], $17::text[]) ORDER BY ord`,
};

/** Decides a batch of requests in one statement and one commit; answers in the order of the requests. */
export async function holdBatch(
  pool: pg.Pool | pg.PoolClient,
  requests: readonly SeatRequest[],
): Promise<SeatAnswer[]> {
  const slots = [...new Set(requests.flatMap((request) => request.candidates.flat()))].sort(byNumber);
  const positionOf = new Map(slots.map((slot, index) => [slot, index + 1]));
  const positions: number[] = [];
  const at: number[] = [];
  for (const request of requests) {
    at.push(positions.length + 1);
    for (const slot of request.candidates.flat()) positions.push(positionOf.get(slot) ?? 0);
  }
  const { rows } = await pool.query<Row>({
    ...statement,
    values: [
      latest(requests),
      slots,
      positions,
      requests.map((request) => request.id),
      requests.map((request) => request.owner),
      requests.map((request) => request.accountId),
      requests.map((request) => request.offeringId),
      requests.map((request) => request.party),
      at,
      requests.map((request) => request.candidates.length),
      requests.map((request) => request.candidates[0]?.length ?? 0),
      requests.map((request) => request.expiresAt),
      requests.map((request) => request.rescheduleOf),
      requests.map((request) => request.forOthers ?? false),
      requests.map((request) => request.key),
      requests.map((request) => request.keyHash),
      requests.map((request) => request.group ?? null),
    ],
  });
  return rows.map((row) => ({
    status: row.status,
    holdId: row.hold_id,
    slotId: row.slot_id,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    expiresAt: row.expires_at,
  }));
}

function latest(requests: readonly SeatRequest[]): Temporal.Instant | undefined {
  return requests
    .map((request) => request.now)
    .reduce<Temporal.Instant | undefined>((a, b) => (a && Temporal.Instant.compare(a, b) > 0 ? a : b), undefined);
}

// Ids are decimal strings of a bigint: shorter ones are smaller.
function byNumber(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
