import type { Db, Tx } from '#platform/database.ts';
import './tables.ts';

/** The certified address of a municipality, by its cadastral code, as far as the data know one. */
export async function certifiedAddressOf(db: Db | Tx, municipality: string): Promise<string | undefined> {
  const found = await db
    .selectFrom('municipality_contact')
    .select('pec')
    .where('municipality_code', '=', municipality)
    .executeTakeFirst();
  return found?.pec ?? undefined;
}
