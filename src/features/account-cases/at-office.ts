import type { FastifyRequest } from 'fastify';
import { audit } from '#features/audit/index.ts';
import {
  isNetworkAdmin,
  mayDo,
  type OfficeTask,
  requireOfficeTask,
  requireViewer,
  type Viewer,
} from '#features/identity/index.ts';
import { type Office, officeAt } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { numberInPath, pathPart } from '#platform/http/path.ts';
import { notFound } from '#platform/http/problem.ts';
import { transact } from '#platform/transaction.ts';
import { type CaseAccount, caseAccount } from './account.query.ts';
import { reaches } from './reach.query.ts';

/** Somebody who looks after accounts at an office. */
export interface AtOffice {
  readonly office: Office;
  readonly viewer: Viewer;
  readonly now: Temporal.Instant;
  /** looks after the whole network: every account, and what holds everywhere */
  readonly network: boolean;
  may(task: OfficeTask): boolean;
}

/** The office of an address and who may do a task there; 404 for no office, 403 for the others, the login for nobody. */
export async function openAccounts(
  deps: Deps,
  request: FastifyRequest,
  task: OfficeTask = 'look-after-accounts',
): Promise<AtOffice> {
  requireViewer(request);
  const office = await officeAt(deps.db, pathPart(request, 'office'));
  if (office === undefined) throw notFound('unknown-office');
  const viewer = requireOfficeTask(request, office, task);
  return {
    office,
    viewer,
    now: deps.clock.now(),
    network: isNetworkAdmin(viewer),
    may: (wanted) => mayDo(viewer, office.id, wanted),
  };
}

/** The account an address speaks of; 404 for those the office does not look after, as if there were none. */
export async function requireAccount(
  deps: Deps,
  request: FastifyRequest,
  at: AtOffice,
  part = 'account',
): Promise<CaseAccount> {
  return accountFor(deps, at, numberInPath(request, part));
}

export async function accountFor(deps: Deps, at: AtOffice, accountId: number): Promise<CaseAccount> {
  const isOurs = at.network || (await reaches(deps.db, { officeId: at.office.id, accountId }));
  const officeId = at.network ? null : at.office.id;
  const account = isOurs ? await caseAccount(deps.db, deps.secrets, { accountId, officeId }) : undefined;
  if (account === undefined) throw notFound('unknown-account');
  return account;
}

/** Writes down that a person's data were looked at. */
export async function noteReading(deps: Deps, at: AtOffice, action: string, accountId: number): Promise<void> {
  const { viewer, office, now } = at;
  await transact(deps.db, async (tx) => {
    const subject = `account:${accountId}`;
    await audit(tx, { at: now, accountId: viewer.accountId, officeId: office.id, action, subject });
    return { ok: true };
  });
}
