import type pg from 'pg';
import type { Device } from '../tables.ts';

/** Live tickets that one account may have in a room: a family, or a helper's people. */
export const mostTickets = 5;

/** Somebody who wants a place in a room. */
export interface JoinRequest {
  readonly roomId: number;
  readonly offeringId: number;
  /** null: entered by an operator for somebody without an account */
  readonly accountId: number | null;
  readonly enteredBy: number | null;
  /** 32 hexadecimal digits (`pseudonymOf`) */
  readonly pseudonym: string;
  /** `personKey` of each of the party, first that of the person the pseudonym is made of */
  readonly keys: readonly Buffer[];
  /** who is to be served, encrypted (`sealPeople`) */
  readonly people: Buffer;
  /** the first person is the account's own */
  readonly own?: boolean | undefined;
  /** an operator sees who the first person is; of an account's own person it is known by what offices saw before */
  readonly proved: boolean;
  readonly weight: number;
  readonly channel: string;
  readonly language: string;
  readonly device: Device;
  readonly now: Temporal.Instant;
}

export type JoinStatus =
  /** a new ticket */
  | 'joined'
  /** this account has it already */
  | 'there'
  /** somebody of the party waits with another ticket */
  | 'already-waiting'
  | 'too-many-tickets'
  | 'not-yet'
  | 'over';

export interface JoinAnswer {
  readonly status: JoinStatus;
  /** of the new ticket, or of the one that is there */
  readonly number: number;
  readonly joinedAt: Temporal.Instant;
  readonly offeringId: number;
}

const statement = {
  name: 'join_room',
  text: `SELECT ord, status, number, joined_at AS "joinedAt", offering_id AS "offeringId"
    FROM join_room($1, $2::timestamptz, $3::int[], $4::int[], $5::int[], $6::text[], $7::bytea[], $8::bytea[], $9::int[], $10::int[],
      $11::boolean[], $12::boolean[], $13::int[], $14::text[], $15::text[], $16::text[], $17) ORDER BY ord`,
};

/** Gives places to all who join at the same instant: one statement and one commit for each room; answers in their order. */
export async function joinBatch(
  pool: pg.Pool | pg.PoolClient,
  requests: readonly JoinRequest[],
): Promise<readonly JoinAnswer[]> {
  const answers: JoinAnswer[] = [];
  const byRoom = Map.groupBy(requests.keys(), (at) => requests[at]?.roomId ?? 0);
  for (const [roomId, places] of byRoom) {
    const some = places.flatMap((at) => requests[at] ?? []);
    const given = await joinOneRoom(pool, roomId, some);
    for (const [index, at] of places.entries()) {
      const answer = given[index];
      if (answer) answers[at] = answer;
    }
  }
  return answers;
}

async function joinOneRoom(
  pool: pg.Pool | pg.PoolClient,
  roomId: number,
  requests: readonly JoinRequest[],
): Promise<JoinAnswer[]> {
  const keyAt: number[] = [];
  const keys: Buffer[] = [];
  for (const request of requests) {
    keyAt.push(keys.length + 1);
    keys.push(...request.keys);
  }
  const of = (key: keyof JoinRequest) => requests.map((request) => request[key]);
  const { rows } = await pool.query<JoinAnswer & { ord: number }>({
    ...statement,
    values: [
      roomId,
      latest(requests),
      of('offeringId'),
      of('accountId'),
      of('enteredBy'),
      of('pseudonym'),
      of('people'),
      keys,
      keyAt,
      requests.map((request) => request.keys.length),
      requests.map(({ own }) => own ?? false),
      of('proved'),
      of('weight'),
      of('channel'),
      of('language'),
      of('device'),
      mostTickets,
    ],
  });
  return rows.map(({ status, number, joinedAt, offeringId }) => ({ status, number, joinedAt, offeringId }));
}

function latest(requests: readonly JoinRequest[]): Temporal.Instant | undefined {
  return requests.map(({ now }) => now).sort((a, b) => Temporal.Instant.compare(b, a))[0];
}
