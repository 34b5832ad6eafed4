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

/** What people decide about accounts: blocks and appeals, changes of profile data, duplicates; for citizens, and for offices with connections of their own. */
export function addAccountCases(app: FastifyInstance, deps: Deps, office: Deps = deps): void {
  addRestrictionPages(app, deps);
  addCorrectionPage(app, deps);
  addAccountsPage(app, office);
  addAccountPage(app, office);
  addBlockPage(app, office);
  addOneBlockPage(app, office);
  addPausePage(app, office);
  addChangePage(app, office);
  addMergePage(app, office);
  addNoShowRulePage(app, office);
}
