import type { Tx } from '#platform/database.ts';
import { enqueue } from '#platform/outbox.ts';
import '../tables.ts';
import type { RoleName } from '../viewer.ts';
import { rolesChanged } from './invite-person.ts';

/** Lets a role that somebody has at an office hold at the sites under it too, or no longer. They are told, once they have a password. */
export async function reachSites(
  tx: Tx,
  request: { accountId: number; role: RoleName; officeId: number; withSites: boolean; now: Temporal.Instant },
): Promise<{ ok: true } | { ok: false; reason: 'nothing-new' }> {
  const { accountId, role, officeId, withSites, now } = request;
  const changed = await tx
    .updateTable('account_role')
    .set({ with_sites: withSites })
    .where('account_id', '=', accountId)
    .where('role', '=', role)
    .where('office_id', '=', officeId)
    .where('with_sites', '!=', withSites)
    .returning('role')
    .executeTakeFirst();
  if (changed === undefined) return { ok: false, reason: 'nothing-new' };
  const account = await tx.selectFrom('account').select('password_hash').where('id', '=', accountId).executeTakeFirst();
  if (account?.password_hash)
    await enqueue(tx, { task: 'notify', payload: rolesChanged(accountId, officeId, now), at: now });
  return { ok: true };
}
