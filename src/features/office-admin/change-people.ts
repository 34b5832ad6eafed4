import { audit } from '#features/audit/index.ts';
import {
  invitePerson,
  reachSites,
  type Invitation,
  removeRole,
  resetFactors,
  type RoleName,
  sendInvitationAgain,
} from '#features/identity/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';

interface ByWhom {
  /** null: roles of the whole network */
  readonly officeId: number | null;
  /** the account of whoever does it */
  readonly by: number;
  readonly now: Temporal.Instant;
}

/** Gives roles to whoever has an address, and writes down to which account. */
export async function addPerson(tx: Tx, request: ByWhom & Invitation) {
  const { officeId, by, now, roles, withSites = false, organisation = null } = request;
  const added = await invitePerson(tx, request);
  if (!added.ok) return added;
  const subject = `account:${added.accountId}`;
  await audit(tx, {
    at: now,
    accountId: by,
    officeId,
    action: 'give-roles',
    subject,
    detail: { roles, withSites, ...(organisation && { organisation }) },
  });
  return added;
}

/** Lets a role hold at the sites under its office too, or no longer. */
export async function changeReach(
  tx: Tx,
  request: ByWhom & { officeId: number; accountId: number; role: RoleName; withSites: boolean },
) {
  const { officeId, by, now, accountId, role, withSites } = request;
  const changed = await reachSites(tx, request);
  if (!changed.ok) return changed;
  const detail = { role, withSites };
  await audit(tx, {
    at: now,
    accountId: by,
    officeId,
    action: 'change-reach',
    subject: `account:${accountId}`,
    detail,
  });
  return changed;
}

/** Takes a role away. */
export async function takeRole(tx: Tx, request: ByWhom & { accountId: number; role: RoleName; byNetwork: boolean }) {
  const { officeId, by, now, accountId, role } = request;
  const removed = await removeRole(tx, request);
  if (!removed.ok) return removed;
  const subject = `account:${accountId}`;
  await audit(tx, { at: now, accountId: by, officeId, action: 'take-role', subject, detail: { role } });
  return removed;
}

/** Takes the second factor away from somebody who has lost it, once it is sure who asks. */
export async function resetSecondFactor(tx: Tx, request: ByWhom & { accountId: number; secrets: Secrets }) {
  const { officeId, by, now, accountId } = request;
  const reset = await resetFactors(tx, request);
  if (!reset.ok) return reset;
  await audit(tx, { at: now, accountId: by, officeId, action: 'reset-second-factor', subject: `account:${accountId}` });
  return reset;
}

/** Sends another link to somebody who has not chosen a password. */
export async function inviteAgain(tx: Tx, request: ByWhom & { accountId: number }) {
  const { officeId, by, now, accountId } = request;
  const sent = await sendInvitationAgain(tx, request);
  if (!sent.ok) return sent;
  await audit(tx, { at: now, accountId: by, officeId, action: 'invite-again', subject: `account:${accountId}` });
  return sent;
}
