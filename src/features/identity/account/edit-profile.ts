import type { Tx } from '#platform/database.ts';
import type { Language } from '#platform/language.ts';
import type { Secrets } from '#platform/secrets.ts';
import { codiceFiscaleColumns } from '../encrypted-person.ts';
import { personKey } from '../person-key.ts';

export interface ProfileChange {
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: Temporal.PlainDate;
  readonly birthPlace?: string | undefined;
  readonly codiceFiscale?: string | undefined;
  readonly phone?: string | undefined;
  readonly language: Language;
}

/** What the owner of an account says of themselves. Bookings made before keep what was written in them. */
export async function editProfile(
  tx: Tx,
  request: { accountId: number; profile: ProfileChange; secrets: Secrets },
): Promise<{ ok: true }> {
  const { accountId, profile, secrets } = request;
  await tx
    .updateTable('account')
    .set({
      given_name: profile.givenName,
      family_name: profile.familyName,
      birth_date: profile.birthDate,
      birth_place: profile.birthPlace ?? null,
      ...codiceFiscaleColumns(secrets, profile.codiceFiscale),
      person_key: personKey(secrets, profile),
      phone: profile.phone ?? null,
      language: profile.language,
    })
    .where('id', '=', accountId)
    .execute();
  return { ok: true };
}
