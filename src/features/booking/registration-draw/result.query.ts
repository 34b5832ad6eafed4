import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';
import type { Secrets } from '#platform/secrets.ts';
import { openAnswers } from './answers.ts';
import type { RegistrationState } from './rows.ts';
import type { OfferedSeats } from './seats-offered.query.ts';

/** What came of one ticket, as everybody may know it. */
export interface PublicResult {
  readonly place: number;
  readonly number: number;
  readonly pseudonym: string;
  readonly party: number;
  readonly weight: number;
  readonly wishesHash: string;
  readonly state: RegistrationState;
  readonly why: string | null;
  readonly officeCode: string | null;
  readonly officeName: LocalText | null;
  readonly timeZone: string | null;
  readonly startsAt: Temporal.Instant | null;
  readonly slotIds: readonly string[] | null;
}

/** The results of a draw in its order; `after` is a place. */
export async function resultsOf(
  db: Db | Tx,
  { roomId, after = 0, most }: { roomId: number; after?: number; most: number },
): Promise<PublicResult[]> {
  const { rows } = await sql<PublicResult>`
    SELECT g.place, g.number, t.pseudonym, t.party, t.weight, g.wishes_hash AS "wishesHash", g.state, g.why,
           f.code AS "officeCode", f.name AS "officeName", f.time_zone AS "timeZone", g.starts_at AS "startsAt",
           g.slot_ids AS "slotIds"
    FROM registration g JOIN ticket t ON t.room_id = g.room_id AND t.number = g.number
    LEFT JOIN offering o ON o.id = g.offering_id LEFT JOIN office f ON f.id = o.office_id
    WHERE g.room_id = ${roomId} AND g.place > ${after} ORDER BY g.place LIMIT ${most}`.execute(db);
  return rows;
}

/** How many tickets are in which state, and how many of them are still to be told. */
export async function progressOf(
  db: Db | Tx,
  roomId: number,
): Promise<{ assigned: number; notDrawn: number; refused: number; left: number }> {
  const { rows } = await sql<{ assigned: number; notDrawn: number; refused: number; left: number }>`
    SELECT count(*) FILTER (WHERE state = 'assigned')::int AS assigned, count(*) FILTER (WHERE state = 'not-drawn')::int AS "notDrawn",
           count(*) FILTER (WHERE state = 'refused')::int AS refused,
           count(*) FILTER (WHERE state = 'registered' AND place IS NOT NULL)::int AS left
    FROM registration WHERE room_id = ${roomId}`.execute(db);
  return rows[0] ?? { assigned: 0, notDrawn: 0, refused: 0, left: 0 };
}

/** What is published beside the results: what was fixed at closing, and the seats before and as the assignment began. */
export async function publishedOf(
  db: Db | Tx,
  roomId: number,
): Promise<{
  wishesRoot: string | null;
  wishesList: string | null;
  atClosing: OfferedSeats | null;
  offered: OfferedSeats | null;
}> {
  const row = await db
    .selectFrom('registration_draw')
    .select([
      'wishes_root as wishesRoot',
      'wishes_list as wishesList',
      'seats_at_closing as atClosing',
      'seats_offered as offered',
    ])
    .where('room_id', '=', roomId)
    .executeTakeFirst();
  return row ?? { wishesRoot: null, wishesList: null, atClosing: null, offered: null };
}

/** Who is behind tickets, for those who may see bookings. */
export async function namesOfRegistrations(
  db: Db | Tx,
  secrets: Secrets,
  { roomId, numbers }: { roomId: number; numbers: readonly number[] },
): Promise<Map<number, { readonly names: readonly string[]; readonly bookingCode: string | null }>> {
  const { rows } = await sql<{ number: number; answers: Buffer | null; bookingCode: string | null }>`
    SELECT g.number, g.answers_cipher AS answers, b.code AS "bookingCode"
    FROM registration g LEFT JOIN booking b ON b.id = g.booking_id
    WHERE g.room_id = ${roomId} AND g.number = ANY (${[...numbers]}::int[])`.execute(db);
  return new Map(
    rows.map(({ number, answers, bookingCode }) => {
      const people = answers ? openAnswers(secrets, answers).people : [];
      return [number, { names: people.map((one) => `${one.givenName} ${one.familyName}`), bookingCode }];
    }),
  );
}
