import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';

/** Makes the person of a booking somebody else for a test, which the database lets nobody do otherwise. */
export async function rewritePerson(
  db: Db,
  { bookingId, ...who }: { bookingId: string } & ({ personKey: Buffer } | { personOf: number }),
): Promise<void> {
  const key =
    'personKey' in who ? sql`${who.personKey}` : sql`(SELECT person_key FROM account WHERE id = ${who.personOf})`;
  await db.transaction().execute(async (tx) => {
    await sql`SELECT set_config('turno.correcting', ${bookingId}, true)`.execute(tx);
    await sql`UPDATE booking_person SET person_key = ${key} WHERE booking_id = ${bookingId}`.execute(tx);
  });
}
