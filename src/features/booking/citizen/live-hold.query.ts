import type { Db } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import { type HoldOwner, ownerKeys } from '../hold-owner.ts';

/** The seat that an account or browser holds now, if any. */
export async function liveHold(
  db: Db,
  secrets: Secrets,
  filter: { owner: HoldOwner; now: Temporal.Instant },
): Promise<{ id: string; slotId: string } | undefined> {
  return db
    .selectFrom('hold')
    .select(['id', 'slot_id as slotId'])
    .where('owner', 'in', ownerKeys(secrets, filter.owner))
    .where('state', '=', 'live')
    .where('expires_at', '>', filter.now)
    .orderBy('created_at', 'desc')
    .executeTakeFirst();
}
