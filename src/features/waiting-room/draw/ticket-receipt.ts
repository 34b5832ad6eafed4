import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import { shortCache } from '#platform/short-cache.ts';
import type { TicketName } from '../ticket/ticket-name.ts';
import { type Receipt, receiptOf } from './receipt.ts';

type Kept = Parameters<typeof receiptOf>[1];

/** The receipt of a ticket that is there, as it was given at joining; undefined when its room is gone. */
export async function ticketReceipt(
  { db, secrets }: Pick<Deps, 'db' | 'secrets'>,
  { roomId, number }: Pick<TicketName, 'roomId' | 'number'>,
): Promise<Receipt | undefined> {
  const { rows } = await sql<Kept>`
    SELECT r.code AS room, t.number, t.pseudonym, t.weight, t.joined_at AS "joinedAt", d.commitment
    FROM ticket t JOIN room r ON r.id = t.room_id LEFT JOIN draw d ON d.room_id = r.id
    WHERE t.room_id = ${roomId} AND t.number = ${number}`.execute(db);
  return rows[0] && receiptOf(secrets, rows[0]);
}

/** Commitments by room: they never change, so that who joins costs no further question. */
export function knownCommitments({ db }: { readonly db: Db }): (roomId: number) => Promise<string | null> {
  const kept = shortCache<string | null>({ milliseconds: 10_000, most: 1000 });
  return (roomId) =>
    kept(String(roomId), async () => {
      const row = await db.selectFrom('draw').select('commitment').where('room_id', '=', roomId).executeTakeFirst();
      return row?.commitment ?? null;
    });
}
