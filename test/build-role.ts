import { sql } from 'kysely';
import type { RoleName } from '#features/identity/index.ts';
import type { Db } from '#platform/database.ts';
import { buildAccount } from './build-office.ts';

/** An account that works with a role: at an office, or in the whole network when none is given. */
export async function buildRole(db: Db, role: RoleName, officeId: number | null): Promise<number> {
  const accountId = await buildAccount(db, `${role}-${officeId ?? 'network'}@prova.example`);
  await sql`
    INSERT INTO account_role (account_id, role, office_id) VALUES (${accountId}, ${role}, ${officeId})`.execute(db);
  return accountId;
}
