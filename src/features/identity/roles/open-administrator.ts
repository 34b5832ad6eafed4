import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { Language } from '#platform/language.ts';
import type { Secrets } from '#platform/secrets.ts';
import { codiceFiscaleColumns } from '../encrypted-person.ts';
import { issueProof } from '../issue-proof.ts';
import { openAccount, workingAccount } from './invite-person.ts';

/** The first person who looks after an office, as they say who they are. */
export interface FirstAdministrator {
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly codiceFiscale: string;
  readonly passwordHash: string;
  readonly language: Language;
}

/**
 * Opens the account of whoever activates an office, with that role. The password is their own; the address is proved by a
 * code, as for anybody. `known-address`: somebody works or books with that address already, and has to log in instead.
 */
export async function openAdministrator(
  tx: Tx,
  request: { person: FirstAdministrator; officeId: number; secrets: Secrets; now: Temporal.Instant },
): Promise<{ ok: true; accountId: number } | { ok: false; reason: 'known-address' }> {
  const { person, officeId, secrets, now } = request;
  if (await workingAccount(tx, person.email)) return { ok: false, reason: 'known-address' };
  const { id } = await openAccount(tx, { ...person, now });
  await tx
    .updateTable('account')
    .set({ password_hash: person.passwordHash, ...codiceFiscaleColumns(secrets, person.codiceFiscale) })
    .where('id', '=', id)
    .execute();
  await giveAdministration(tx, { accountId: id, officeId });
  await issueProof(tx, { accountId: id, purpose: 'verify-email', now });
  return { ok: true, accountId: id };
}

/** Makes an account that exists the administrator of an office; asked again it changes nothing. */
export async function giveAdministration(tx: Tx, { accountId, officeId }: { accountId: number; officeId: number }) {
  await sql`
    INSERT INTO account_role (account_id, role, office_id) VALUES (${accountId}, 'office-admin', ${officeId})
    ON CONFLICT DO NOTHING`.execute(tx);
}
