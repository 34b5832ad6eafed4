import { sql } from 'kysely';
import { certifiedAddressOf } from '#features/offices/index.ts';
import type { Db, Tx } from '#platform/database.ts';

/** Where a municipality receives certified mail: as an office has entered it, the same for all, else as the data know it. */
export async function mailboxOf(db: Db | Tx, municipality: string): Promise<string | undefined> {
  const { rows } = await sql<{ address: string }>`
    SELECT address FROM municipality_mailbox WHERE code = ${municipality}`.execute(db);
  return rows[0]?.address ?? certifiedAddressOf(db, municipality);
}

/** Enters it, or puts it right. */
export async function saveMailbox(
  tx: Tx,
  { municipality, address, by, now }: { municipality: string; address: string; by: number; now: Temporal.Instant },
): Promise<void> {
  await sql`
    INSERT INTO municipality_mailbox (code, address, changed_at, changed_by) VALUES (${municipality}, ${address}, ${now}, ${by})
    ON CONFLICT (code) DO UPDATE SET address = excluded.address, changed_at = excluded.changed_at,
      changed_by = excluded.changed_by`.execute(tx);
}
