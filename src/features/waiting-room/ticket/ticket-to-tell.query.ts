import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';
import type { OfficeKind } from '#features/offices/index.ts';
import type { Mixing, TicketState } from '../tables.ts';

/** What an e-mail about a ticket is written from; whoever has no account is told by the office. */
export interface TicketToTell {
  readonly roomId: number;
  readonly number: number;
  readonly offeringId: number;
  readonly joinedAt: Temporal.Instant;
  readonly state: TicketState;
  readonly turnEndsAt: Temporal.Instant | null;
  readonly accountId: number;
  readonly email: string;
  readonly language: string;
  readonly roomCode: string;
  readonly roomState: string;
  readonly outcome: 'sold-out' | 'emptied' | 'cancelled' | null;
  readonly turnSeconds: number;
  /** some were drawn: how can be checked */
  readonly wasDrawn: boolean;
  /** of the list that is drawn, once it is fixed */
  readonly listRoot: string | null;
  /** the public value that is mixed in */
  readonly mixing: Mixing | null;
  readonly isDrawn: boolean;
  readonly serviceCode: string;
  readonly serviceName: LocalText;
  readonly waitingList: boolean;
  readonly officeCode: string;
  readonly officeName: LocalText;
  readonly officeCity: LocalText;
  readonly officeKind: OfficeKind;
  readonly timeZone: string;
}

export async function ticketToTell(
  db: Db | Tx,
  { roomId, number }: { roomId: number; number: number },
): Promise<TicketToTell | undefined> {
  const { rows } = await sql<TicketToTell>`
    SELECT t.room_id AS "roomId", t.number, t.offering_id AS "offeringId", t.joined_at AS "joinedAt", t.state,
           t.turn_ends_at AS "turnEndsAt", a.id AS "accountId", a.email, t.language, r.code AS "roomCode", r.state AS "roomState",
           r.outcome, r.turn_seconds AS "turnSeconds", coalesce(r.drawn, 0) > 0 AS "wasDrawn",
           d.list_root AS "listRoot", d.mixing, d.places IS NOT NULL AS "isDrawn",
           s.code AS "serviceCode", s.name AS "serviceName", o.waiting_list AS "waitingList",
           f.code AS "officeCode", f.name AS "officeName", f.city AS "officeCity", f.kind AS "officeKind", f.time_zone AS "timeZone"
    FROM ticket t JOIN room r ON r.id = t.room_id JOIN account a ON a.id = t.account_id AND a.closed_at IS NULL
    JOIN offering o ON o.id = t.offering_id JOIN service s ON s.code = o.service_code JOIN office f ON f.id = o.office_id
    LEFT JOIN draw d ON d.room_id = r.id
    WHERE t.room_id = ${roomId} AND t.number = ${number}`.execute(db);
  return rows[0];
}
