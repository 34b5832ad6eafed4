import type { Tx } from '#platform/database.ts';
import '../tables.ts';
import type { ProvedPerson } from './proved-login.ts';

/**
 * Whether an account is of the person proved, by codice fiscale, else by birth date; `unknown` where it, or the
 * federation, says too little to tell.
 */
export async function personAgrees(
  tx: Tx,
  { accountId, person, key }: { accountId: number; person: ProvedPerson; key: Buffer },
): Promise<'yes' | 'no' | 'unknown'> {
  const account = await tx
    .selectFrom('account')
    .select(['codice_fiscale_key as codeKey', 'birth_date as birthDate'])
    .where('id', '=', accountId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (account.codeKey !== null && person.codiceFiscale !== null) return account.codeKey.equals(key) ? 'yes' : 'no';
  if (account.birthDate === null || person.birthDate === null) return 'unknown';
  return account.birthDate.equals(person.birthDate) ? 'yes' : 'no';
}
