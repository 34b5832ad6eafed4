import type { Tx } from '#platform/database.ts';
import '../tables.ts';
import type { ProvedPerson } from './proved-login.ts';

/** Whether an account can be of the person proved: what it says of codice fiscale and birth date is not another's. */
export async function personAgrees(
  tx: Tx,
  { accountId, person, key }: { accountId: number; person: ProvedPerson; key: Buffer },
): Promise<boolean> {
  const account = await tx
    .selectFrom('account')
    .select(['codice_fiscale_key as codeKey', 'birth_date as birthDate', 'email_verified_at as provedAt'])
    .where('id', '=', accountId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (account.codeKey !== null && person.codiceFiscale !== null) return account.codeKey.equals(key);
  if (account.birthDate === null || person.birthDate === null) return true;
  return account.birthDate.equals(person.birthDate);
}
