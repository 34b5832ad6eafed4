import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { addCorrectionPage } from './citizen/correction.route.tsx';
import { addRestrictionPages } from './citizen/restrictions.route.tsx';
import { addAccountPage } from './office/account.route.tsx';
import { addAccountsPage } from './office/accounts.route.tsx';
import { addBlockPage } from './office/block.route.tsx';
import { addChangePage } from './office/change.route.tsx';
import { addMergePage } from './office/merge.route.tsx';
import { addNoShowRulePage } from './office/no-show-rule.route.tsx';
import { addOneBlockPage } from './office/one-block.route.tsx';
import { addPausePage } from './office/pause.route.tsx';

/** What people decide about accounts: blocks and appeals, changes of profile data, duplicates; for citizens and offices. */
export function addAccountCases(app: FastifyInstance, deps: Deps): void {
  addRestrictionPages(app, deps);
  addCorrectionPage(app, deps);
  addAccountsPage(app, deps);
  addAccountPage(app, deps);
  addBlockPage(app, deps);
  addOneBlockPage(app, deps);
  addPausePage(app, deps);
  addChangePage(app, deps);
  addMergePage(app, deps);
  addNoShowRulePage(app, deps);
}
