import type { Tx } from '#platform/database.ts';
import type { Language } from '#platform/language.ts';
import type { Secrets } from '#platform/secrets.ts';
import { issueInvitation, openAccount, workingAccount } from './invite-person.ts';
import { proofPath } from '../proofs.ts';
import { looksLikeEmail, normalizeEmail } from '../rules.ts';

/**
 * Makes whoever has an address an administrator of the network. `path` is a link, good once and for a week, with which
 * the person chooses a first password; undefined when there is one already. Asked again it changes nothing more.
 */
export async function createFirstAdmin(
  tx: Tx,
  request: {
    email: string;
    givenName: string;
    familyName: string;
    language: Language;
    now: Temporal.Instant;
    secrets: Secrets;
  },
): Promise<{ ok: true; path: string | undefined } | { ok: false; reason: 'email' }> {
  const email = normalizeEmail(request.email);
  if (!looksLikeEmail(email)) return { ok: false, reason: 'email' };
  const account = (await workingAccount(tx, email)) ?? (await openAccount(tx, { ...request, email }));
  await tx
    .insertInto('account_role')
    .values({ account_id: account.id, role: 'network-admin', office_id: null })
    .onConflict((on) => on.doNothing())
    .execute();
  if (account.hasPassword) return { ok: true, path: undefined };
  const { proofId } = await issueInvitation(tx, { accountId: account.id, now: request.now });
  return { ok: true, path: proofPath(request.secrets, 'reset-password', proofId) };
}
