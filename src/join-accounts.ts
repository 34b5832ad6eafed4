import { mergeAccounts } from '#features/account-cases/index.ts';
import type { JoinAccounts } from '#features/identity/index.ts';
import { passNotices } from '#features/signals/index.ts';
import type { Deps } from '#platform/deps.ts';

/** Two accounts of one person, who has proved to be the owner of both, become one with all that either had. */
export function joinAccounts({ secrets }: Deps): JoinAccounts {
  return async (tx, { keptId, closedId, now }) => {
    const merged = await mergeAccounts(tx, secrets, { keptId, closedId, officeId: null, by: { owner: true }, now });
    if (merged.ok) {
      await passNotices(tx, { keptId, closedId });
      return merged;
    }
    switch (merged.reason) {
      case 'has-roles':
        return { ok: false, reason: 'has-roles' };
      case 'two-identities':
        return { ok: false, reason: 'other-identity' };
      case 'bookings-collide':
        return { ok: false, reason: 'collide' };
      case 'same-account':
      case 'own-account':
      case 'gone':
        return { ok: false, reason: 'gone' };
    }
  };
}
