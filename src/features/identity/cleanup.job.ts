import { sql } from 'kysely';
import type { Task, TaskList } from '#platform/jobs.ts';
import { forgetEmailFailures } from './account/email-failure.ts';
import { forgetUnused } from './account/forget-unused.job.ts';
import { forgetBlocks } from './blocks/forget-blocks.ts';
import { decoyDomain } from './account/register.ts';
import { forgetOldWork } from './own-sessions/kept-work.ts';
import { failureWindow } from './rules.ts';
import { warnOwners } from './local-accounts/warn-owners.job.ts';
import './tables.ts';

const keepProofs = Temporal.Duration.from({ hours: 30 * 24 });

/** Time enough to find the e-mail; afterwards the address was somebody's mistake, or somebody else's. */
const keepUnproved = Temporal.Duration.from({ hours: 7 * 24 });

/** Removes what has run out: sessions, proofs of addresses, accounts never proved, decoys, counted wrong passwords. */
const cleanUp: Task = async (deps) => {
  const now = deps.clock.now();
  await forgetEmailFailures(deps.db, now);
  await forgetBlocks(deps.db, now);
  await deps.db.deleteFrom('session').where('expires_at', '<=', now).execute();
  await deps.db.deleteFrom('half_login').where('expires_at', '<=', now).execute();
  await deps.db.deleteFrom('passkey_challenge').where('expires_at', '<=', now).execute();
  await forgetOldWork(deps.db, now);
  await deps.db.deleteFrom('email_proof').where('created_at', '<', now.subtract(keepProofs)).execute();
  await deps.db
    .deleteFrom('account')
    .where('email', 'like', `%${decoyDomain}`)
    .where('created_at', '<', now.subtract(failureWindow))
    .execute();
  await deps.db
    .deleteFrom('account')
    .where('email_verified_at', 'is', null)
    .where('closed_at', 'is', null)
    .where('created_at', '<', now.subtract(keepUnproved))
    .where(sql<boolean>`NOT EXISTS (SELECT FROM account_role r WHERE r.account_id = account.id)`)
    .where(sql<boolean>`NOT EXISTS (SELECT FROM account_identity i WHERE i.account_id = account.id)`)
    .where(sql<boolean>`NOT EXISTS (SELECT FROM booking b WHERE b.account_id = account.id)`)
    .execute();
  await deps.db
    .deleteFrom('login_failure')
    .where('first_at', '<', now.subtract(failureWindow))
    .where((eb) => eb.or([eb('locked_until', 'is', null), eb('locked_until', '<', now)]))
    .execute();
};

export const identityTasks: TaskList = {
  'identity-cleanup': cleanUp,
  'identity-warn-owners': warnOwners,
  'forget-unused-accounts': forgetUnused,
};

/** Every hour, at a minute nothing else begins; letters about the end of passwords by day, in Italy and far from it. */
export const identityCrontab =
  '17 * * * * identity-cleanup\n43 8,16 * * * identity-warn-owners\n23 9 * * * forget-unused-accounts';
