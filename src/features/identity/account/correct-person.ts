import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import { codiceFiscaleColumns } from '../encrypted-person.ts';
import { personKey } from '../person-key.ts';
import '../tables.ts';

/** Who somebody is, as an account says it. */
export interface PersonDetails {
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: Temporal.PlainDate | null;
  readonly birthPlace: string | null;
  readonly codiceFiscale: string | null;
}

/** Puts right who an account's owner is, as an office has decided. */
export async function correctPerson(
  tx: Tx,
  secrets: Secrets,
  { accountId, person }: { accountId: number; person: PersonDetails },
): Promise<void> {
  await tx
    .updateTable('account')
    .set({
      given_name: person.givenName,
      family_name: person.familyName,
      birth_date: person.birthDate,
      birth_place: person.birthPlace,
      ...codiceFiscaleColumns(secrets, person.codiceFiscale ?? undefined),
      person_key: personKey(secrets, person),
    })
    .where('id', '=', accountId)
    .execute();
}
