import type { Tx } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import { transact } from '#platform/transaction.ts';
import { checkLogin, type LoginAnswer } from '../check-login.ts';
import type { KnownDevice } from '../check-login.ts';
import type { JoinAccounts, JoinRefusal } from './enter-by-door.ts';
import { hasSecondFactor } from '../second-factor/factors.query.ts';
import '../tables.ts';

export type JoinByPassword =
  | { ok: true; closedId: number }
  | { ok: false; reason: 'same-account' | 'other-person' | JoinRefusal }
  | (LoginAnswer & { ok: false });

/**
 * The account of an e-mail and its password becomes one with the account that somebody is in by SPID or CIE: the password
 * is the proof of the one, the session that of the other.
 */
export async function joinByPassword(
  deps: Deps,
  request: { accountId: number; email: string; password: string; device: KnownDevice | undefined },
  joinAccounts: JoinAccounts,
): Promise<JoinByPassword> {
  const { accountId, email, password, device } = request;
  const answer = await checkLogin(deps, { email, password, device });
  if (!answer.ok) return answer;
  const closedId = answer.accountId;
  if (closedId === accountId) return { ok: false, reason: 'same-account' };
  // Of somebody who works, or has: a password alone is not the proof of it.
  if (await hasSecondFactor(deps.db, closedId)) return { ok: false, reason: 'has-roles' };
  const now = deps.clock.now();
  return transact(deps.db, async (tx) => {
    if (!(await speakOfOnePerson(tx, accountId, closedId))) return { ok: false, reason: 'other-person' } as const;
    const joined = await joinAccounts(tx, { keptId: accountId, closedId, now });
    return joined.ok ? ({ ok: true, closedId } as const) : joined;
  });
}

/** What both say of codice fiscale and birth date does not differ. */
async function speakOfOnePerson(tx: Tx, one: number, other: number): Promise<boolean> {
  const [a, b] = await tx
    .selectFrom('account')
    .select(['codice_fiscale_key as codeKey', 'birth_date as birthDate'])
    .where('id', 'in', [one, other])
    .execute();
  if (a === undefined || b === undefined) return false;
  if (a.codeKey !== null && b.codeKey !== null) return a.codeKey.equals(b.codeKey);
  return a.birthDate === null || b.birthDate === null || a.birthDate.equals(b.birthDate);
}
