import { sql } from 'kysely';
import type { LocalText } from '#platform/language.ts';
import type { Deps } from '#platform/deps.ts';
import type { TicketState } from '../../tables.ts';
import { openPeople } from '../../ticket/ticket-people.ts';

/** A ticket as the office reads it out. */
export interface EnteredTicket {
  readonly number: number;
  readonly joinedAt: Temporal.Instant;
  readonly state: TicketState;
  readonly serviceName: LocalText;
  /** null before the order is known */
  readonly place: number | null;
  readonly names: readonly string[];
}

/** Of those that the office entered itself: what others wait for is not its business. */
export async function enteredTicket(
  { db, secrets }: Pick<Deps, 'db' | 'secrets'>,
  { roomId, number }: { roomId: number; number: number },
): Promise<EnteredTicket | undefined> {
  const { rows } = await sql<Omit<EnteredTicket, 'names'> & { people: Buffer }>`
    SELECT t.number, t.joined_at AS "joinedAt", t.state, s.name AS "serviceName", t.people_cipher AS people,
           CASE WHEN r.drawn IS NULL THEN NULL WHEN t.number > r.drawn THEN t.number ELSE array_position(d.places, t.number) END AS place
    FROM ticket t JOIN room r ON r.id = t.room_id JOIN offering o ON o.id = t.offering_id JOIN service s ON s.code = o.service_code
    LEFT JOIN draw d ON d.room_id = r.id
    WHERE t.room_id = ${roomId} AND t.number = ${number} AND t.entered_by IS NOT NULL`.execute(db);
  const [row] = rows;
  if (row === undefined) return undefined;
  const { people, ...ticket } = row;
  return { ...ticket, names: openPeople(secrets, people).map((one) => `${one.givenName} ${one.familyName}`) };
}
