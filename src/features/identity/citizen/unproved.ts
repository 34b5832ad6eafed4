import type { FastifyRequest } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { accountState } from '../account.query.ts';
import { begunRegistration, passwordMark } from '../account/registration-cookie.ts';

/** The account whose address this browser is about to prove. */
export interface Unproved {
  readonly accountId: number;
  readonly email: string;
  /** The address belongs to somebody else's account: nothing will be proved. */
  readonly decoy: boolean;
  readonly next: string | undefined;
  /** Present where a registration was begun here; absent where somebody is logged in already. */
  readonly passwordMark: string | undefined;
}

/** Somebody logged in whose address is not proved, or who has just registered in this browser. */
export function findUnproved(request: FastifyRequest, deps: Deps): Unproved | undefined {
  const { viewer } = request;
  if (viewer !== null) {
    if (viewer.emailVerified || viewer.email === '') return undefined;
    return { accountId: viewer.accountId, email: viewer.email, decoy: false, next: undefined, passwordMark: undefined };
  }
  return begunRegistration(request, deps);
}

/** Whether the address has been proved, and the registration begun here is still the account's. */
export async function mayEnter(deps: Deps, unproved: Unproved): Promise<boolean> {
  if (unproved.decoy) return false;
  const account = await accountState(deps.db, unproved.accountId);
  if (account === undefined || account.verifiedAt === null) return false;
  if (unproved.passwordMark === undefined) return true;
  return account.passwordHash !== null && passwordMark(deps, account.passwordHash) === unproved.passwordMark;
}
