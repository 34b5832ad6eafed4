import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';

/** The municipality that is written to, and the office that asks it. */
interface Between {
  readonly municipality: string;
  readonly officeId: number;
}

/** Where a municipality receives certified mail: as this office has entered it for itself, or as the reference data know it. */
export async function mailboxOf(db: Db | Tx, { municipality, officeId }: Between): Promise<string | undefined> {
  const { rows } = await sql<{ address: string | null }>`
    SELECT coalesce((SELECT address FROM municipality_mailbox WHERE office_id = ${officeId} AND code = ${municipality}),
                    (SELECT pec FROM municipality_contact WHERE municipality_code = ${municipality})) AS address`.execute(
    db,
  );
  return rows[0]?.address ?? undefined;
}

/** Enters it, or puts it right, for this office alone. */
export async function saveMailbox(
  tx: Tx,
  request: Between & { readonly address: string; readonly by: number; readonly now: Temporal.Instant },
): Promise<void> {
  const { municipality, officeId, address, by, now } = request;
  const entered = { address, changed_at: now, changed_by: by };
  await tx
    .insertInto('municipality_mailbox')
    .values({ office_id: officeId, code: municipality, ...entered })
    .onConflict((on) => on.columns(['office_id', 'code']).doUpdateSet(entered))
    .execute();
}
