import type { Tx } from '#platform/database.ts';
import { enqueue } from '#platform/outbox.ts';
import { rolesChanged } from './invite-person.ts';
import '../tables.ts';
import type { RoleName } from '../viewer.ts';

/**
 * Takes a role away; it is felt at the person's next request. The last administrator of the network always stays, the
 * last of an office stays unless the network itself takes the role.
 */
export async function removeRole(
  tx: Tx,
  request: { accountId: number; role: RoleName; officeId: number | null; byNetwork: boolean; now: Temporal.Instant },
): Promise<{ ok: true } | { ok: false; reason: 'unknown' | 'last-admin' }> {
  const { accountId, role, officeId, byNetwork, now } = request;
  // Two administrators who take the role from each other at once wait here for one another.
  const holders = await tx
    .selectFrom('account_role')
    .select('account_id')
    .where('role', '=', role)
    .where('office_id', officeId === null ? 'is' : '=', officeId)
    .orderBy('account_id')
    .forUpdate()
    .execute();
  if (!holders.some((holder) => holder.account_id === accountId)) return { ok: false, reason: 'unknown' };
  const mustStay = role === 'network-admin' || (role === 'office-admin' && !byNetwork);
  if (mustStay && holders.length === 1) return { ok: false, reason: 'last-admin' };
  await tx
    .deleteFrom('account_role')
    .where('account_id', '=', accountId)
    .where('role', '=', role)
    .where('office_id', officeId === null ? 'is' : '=', officeId)
    .execute();
  await enqueue(tx, { task: 'notify', payload: rolesChanged(accountId, officeId, now), at: now });
  return { ok: true };
}
