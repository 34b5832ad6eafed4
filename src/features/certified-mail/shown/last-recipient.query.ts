import type { Db, Tx } from '#platform/database.ts';
import '../tables.ts';

/** Where the last certified e-mail about a row of another feature went, or is going; undefined before the first. */
export async function lastRecipient(
  db: Db | Tx,
  of: { about: string; aboutId: string | number },
): Promise<string | undefined> {
  const last = await db
    .selectFrom('certified_message')
    .select('recipient')
    .where('about', '=', of.about)
    .where('about_id', '=', String(of.aboutId))
    .where('state', '<>', 'dropped')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.recipient;
}
