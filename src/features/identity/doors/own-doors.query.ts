import type { Db, Tx } from '#platform/database.ts';
import '../tables.ts';
import type { DoorScheme } from './door.ts';
import { hasNoAddress } from './no-address.ts';

export interface OwnDoor {
  readonly scheme: DoorScheme;
  readonly linkedAt: Temporal.Instant;
  readonly usedAt: Temporal.Instant;
}

/** The ways into an account. */
export interface OwnDoors {
  readonly linked: readonly OwnDoor[];
  /** e-mail and password lead in too */
  readonly hasPassword: boolean;
  readonly email: string | null;
}

export async function ownDoors(db: Db | Tx, accountId: number): Promise<OwnDoors> {
  const account = await db
    .selectFrom('account')
    .select(['email', 'password_hash as passwordHash'])
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow();
  const linked = await db
    .selectFrom('account_identity')
    .select(['scheme', 'linked_at as linkedAt', 'used_at as usedAt'])
    .where('account_id', '=', accountId)
    .orderBy('linked_at')
    .execute();
  const email = hasNoAddress(account.email) ? null : account.email;
  return { linked, hasPassword: account.passwordHash !== null, email };
}
