import { ownCases } from '#features/account-cases/index.ts';
import type { AlsoKept } from '#features/booking/index.ts';
import { helpSubjects, ownHelp } from '#features/help/index.ts';
import { messagesOfAccount } from '#features/notifications/index.ts';
import { openingsOf } from '#features/office-admin/index.ts';
import { ownNotices } from '#features/signals/index.ts';
import type { Deps } from '#platform/deps.ts';

/** What the features that booking does not know keep of an account, for the file of all one's data. */
export function allThatIsKept(deps: Deps): AlsoKept {
  const { db, secrets, clock } = deps;
  return async (accountId) => ({
    help: await ownHelp(db, secrets, accountId),
    cases: await ownCases(db, secrets, { accountId, now: clock.now() }),
    notices: await ownNotices(db, secrets, accountId),
    openedBy: await openingsOf(db, {
      accountId,
      subjects: await helpSubjects(db, accountId),
      skip: 0,
      most: 10_000,
    }),
    messages: await messagesOfAccount(db, accountId),
  });
}
