import { sql } from 'kysely';
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
  /** code of the office the person belongs to */
  readonly office?: string | undefined;
  readonly language: Language;
}

/** What the owner of an account says of themselves. Bookings made before keep what was written in them. */
export async function editProfile(
  tx: Tx,
  request: { accountId: number; profile: ProfileChange; secrets: Secrets },
): Promise<{ ok: true } | { ok: false; reason: 'unknown-office' }> {
  const { accountId, profile, secrets } = request;
  const officeId = profile.office === undefined ? null : await findOfficeId(tx, profile.office);
  if (officeId === undefined) return { ok: false, reason: 'unknown-office' };
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
      office_id: officeId,
      language: profile.language,
    })
    .where('id', '=', accountId)
    .execute();
  return { ok: true };
}

async function findOfficeId(tx: Tx, code: string): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`SELECT id FROM office WHERE code = ${code}`.execute(tx);
  return rows[0]?.id;
}
