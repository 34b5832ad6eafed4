import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';
import type { HeldRole } from './viewer.ts';

/** The names of the offices that somebody has roles at. */
export async function officeNames(
  db: Db,
  roles: readonly Pick<HeldRole, 'officeId'>[],
): Promise<ReadonlyMap<number, LocalText>> {
  const ids = roles.map(({ officeId }) => officeId).filter((id) => id !== null);
  const { rows } = await sql<{ id: number; name: LocalText }>`
    SELECT id, name FROM office WHERE id = ANY (${ids}::int[])`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
