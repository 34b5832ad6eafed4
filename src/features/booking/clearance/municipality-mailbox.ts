import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';

/** Where a municipality receives certified mail: as an office has entered it, for all, or as the reference data know it. */
export async function mailboxOf(db: Db | Tx, municipality: string): Promise<string | undefined> {
  const { rows } = await sql<{ address: string | null }>`
    SELECT coalesce((SELECT address FROM municipality_mailbox WHERE code = ${municipality}),
                    (SELECT pec FROM municipality_contact WHERE municipality_code = ${municipality})) AS address`.execute(
    db,
  );
  return rows[0]?.address ?? undefined;
}

/** Enters it, or puts it right. */
export async function saveMailbox(
  tx: Tx,
  { municipality, address, by, now }: { municipality: string; address: string; by: number; now: Temporal.Instant },
): Promise<void> {
  const entered = { address, changed_at: now, changed_by: by };
  await tx
    .insertInto('municipality_mailbox')
    .values({ code: municipality, ...entered })
    .onConflict((on) => on.column('code').doUpdateSet(entered))
    .execute();
}
