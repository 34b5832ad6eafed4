import type { Db, Tx } from '#platform/database.ts';
import '../tables.ts';

/** Who was proved by another country's electronic identity (eIDAS) and has no codice fiscale. */
export interface ProvedAbroad {
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: Temporal.PlainDate;
}

/** The owner of an account, where they are such a person; null for everybody else. */
export async function provedAbroad(db: Db | Tx, accountId: number): Promise<ProvedAbroad | null> {
  const row = await db
    .selectFrom('account as a')
    .innerJoin('account_identity as i', 'i.account_id', 'a.id')
    .select(['a.given_name as givenName', 'a.family_name as familyName', 'a.birth_date as birthDate'])
    .where('a.id', '=', accountId)
    .where('i.scheme', '=', 'eidas')
    .where('a.codice_fiscale_key', 'is', null)
    .executeTakeFirst();
  return row === undefined || row.birthDate === null ? null : { ...row, birthDate: row.birthDate };
}

/**
 * Whether one of a party is that person, so that no codice fiscale is asked of them where others need one. What is typed
 * of their birth date must not be another one.
 */
export function isFromAbroad(
  person: { givenName: string; familyName: string; birthDate?: Temporal.PlainDate | string | null },
  abroad: ProvedAbroad | null | undefined,
): abroad is ProvedAbroad {
  if (!abroad) return false;
  const isSame = (typed: string, proved: string) =>
    typed.trim().normalize('NFC').toLowerCase() === proved.trim().normalize('NFC').toLowerCase();
  const born = person.birthDate ? person.birthDate.toString() : '';
  return (
    isSame(person.givenName, abroad.givenName) &&
    isSame(person.familyName, abroad.familyName) &&
    (born === '' || born === abroad.birthDate.toString())
  );
}
