import {
  type AccountTrial,
  certifiedAccountOf,
  openAccount,
  tryCertifiedAccount,
} from '#features/certified-mail/index.ts';
import type { Deps } from '#platform/deps.ts';

/** `demo`: nothing leaves the machine there. */
export type ShownTrial = AccountTrial | 'demo';

/** Tries the mailbox as it is kept; undefined when there is none in use. */
export async function tryKept(deps: Deps, officeId: number | null): Promise<ShownTrial | undefined> {
  if (deps.config.demo) return 'demo';
  const kept = await certifiedAccountOf(deps.db, officeId);
  const account = kept && (await openAccount(deps.db, deps.secrets, kept.id));
  return account && tryCertifiedAccount(account);
}
