import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { addCasesCount } from './cases-count.ts';
import { addCorrectionPage } from './citizen/correction.route.tsx';
import { addRestrictionPages } from './citizen/restrictions.route.tsx';

/** What people decide about accounts: blocks and appeals, changes of profile data, duplicates; for citizens and offices. */
export function addAccountCases(app: FastifyInstance, deps: Deps): void {
  addCasesCount(app, deps);
  addRestrictionPages(app, deps);
  addCorrectionPage(app, deps);
}
