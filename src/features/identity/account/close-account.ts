import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import { forgetFactors } from '../second-factor/change-factors.ts';
import { deleteSessionsOf } from '../session/session.ts';
import '../tables.ts';

/**
 * Ends an account at its owner's wish: nobody can log in to it any more, and nothing in it says whose it was. The row
 * stays for the bookings that name it, which the office keeps as its own records. People with roles are let go by the
 * office first, since what they did stays under their name.
 */
export async function closeAccount(
  tx: Tx,
  request: { accountId: number; now: Temporal.Instant; secrets: Secrets },
): Promise<{ ok: true } | { ok: false; reason: 'has-roles' | 'gone' }> {
  const { accountId, now, secrets } = request;
  const account = await tx
    .selectFrom('account')
    .select('closed_at')
    .where('id', '=', accountId)
    .forUpdate()
    .executeTakeFirst();
  if (account === undefined || account.closed_at !== null) return { ok: false, reason: 'gone' };
  const role = await tx
    .selectFrom('account_role')
    .select('role')
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  if (role !== undefined) return { ok: false, reason: 'has-roles' };
  await tx
    .updateTable('account')
    .set({
      email: `${accountId}${closedDomain}`,
      user_name: null,
      email_verified_at: null,
      password_hash: null,
      must_change_password: false,
      given_name: '',
      family_name: '',
      birth_date: null,
      birth_place: null,
      codice_fiscale_cipher: null,
      codice_fiscale_key: null,
      person_key: null,
      phone: null,
      office_id: null,
      closed_at: now,
    })
    .where('id', '=', accountId)
    .execute();
  // Addresses that led here are the person's too.
  await tx.deleteFrom('account_alias').where('account_id', '=', accountId).execute();
  // SPID and CIE lead here no more: whoever comes back by them begins anew.
  await tx.deleteFrom('account_identity').where('account_id', '=', accountId).execute();
  await tx.deleteFrom('local_account_warning').where('account_id', '=', accountId).execute();
  await tx.deleteFrom('email_proof').where('account_id', '=', accountId).execute();
  await forgetFactors(tx, accountId);
  await tx.deleteFrom('kept_work').where('account_id', '=', accountId).execute();
  await deleteSessionsOf(tx, { accountId, secrets });
  return { ok: true };
}

/** No mailbox can have an address that ends so (RFC 2606). */
const closedDomain = '@closed.invalid';
