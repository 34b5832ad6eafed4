import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { Wish } from './assign.rules.ts';
import type { DrawPlace } from './seats-offered.query.ts';
import { type KeptWishes, readKept } from './wishes-kept.ts';

/** Somebody in the order drawn who has no answer yet. */
export interface RegistrationToAssign extends Wish {
  readonly roomId: number;
  readonly number: number;
  readonly place: number;
  readonly accountId: number | null;
  /** where they registered first of all: what their weight is kept for */
  readonly offeringId: number;
  readonly enteredBy: number | null;
  readonly quotaGroup: string;
  readonly channel: string;
  readonly language: string;
  readonly weight: number;
  readonly wantsWaiting: boolean;
  readonly personKeys: readonly Buffer[];
  /** null: forgotten, or they have left and their account is closed */
  readonly answers: Buffer | null;
}

type Row = Omit<RegistrationToAssign, 'wishes' | 'places'> & { kept: KeptWishes; offeringIds: number[] };

/** The next in the order, with the offices where they would go as they serve now. */
export async function toAssign(
  db: Db | Tx,
  { roomId, places, most }: { roomId: number; places: readonly DrawPlace[]; most: number },
): Promise<RegistrationToAssign[]> {
  const { rows } = await sql<Row>`
    SELECT g.room_id AS "roomId", g.number, g.place, g.account_id AS "accountId", t.offering_id AS "offeringId",
           t.entered_by AS "enteredBy", g.quota_group AS "quotaGroup", t.channel, t.language, t.weight,
           g.wants_waiting AS "wantsWaiting", CASE WHEN a.closed_at IS NULL AND t.state = 'waiting' THEN g.answers_cipher END AS answers, g.wishes AS kept, g.offering_ids AS "offeringIds",
           ARRAY(SELECT p.person_key FROM ticket_person p WHERE p.room_id = g.room_id AND p.number = g.number) AS "personKeys"
    FROM registration g JOIN ticket t ON t.room_id = g.room_id AND t.number = g.number
    LEFT JOIN account a ON a.id = g.account_id
    WHERE g.room_id = ${roomId} AND g.state = 'registered' AND g.place IS NOT NULL
    ORDER BY g.place LIMIT ${most}`.execute(db);
  const known = new Map(places.map((place) => [place.offeringId, place]));
  return rows.map(({ kept, offeringIds, ...row }) => ({
    ...row,
    wishes: readKept(kept),
    places: offeringIds.flatMap((id) => known.get(id) ?? []),
  }));
}
