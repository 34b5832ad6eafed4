import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import type { Outcome } from '#platform/transaction.ts';
import { codiceFiscaleColumns } from '../encrypted-person.ts';
import { personKey } from '../person-key.ts';
import '../tables.ts';
import { giveAddress } from './give-address.ts';
import type { ProvedLogin } from './proved-login.ts';

/**
 * Writes down that an account can be entered by this door, and what the federation says of its owner: who they are is
 * proved from then on. An address it sends is taken where the account has none and nobody else has it.
 */
export async function keepIdentity(
  tx: Tx,
  deps: Deps,
  request: { accountId: number; proved: ProvedLogin; key: Buffer; now: Temporal.Instant },
): Promise<Outcome<object, 'other-identity'>> {
  const { accountId, proved, key, now } = request;
  const { scheme, provider, level, person } = proved;
  const { rows } = await sql`
    INSERT INTO account_identity (account_id, scheme, subject_key, provider, level, linked_at, used_at)
    VALUES (${accountId}, ${scheme}, ${key}, ${provider}, ${level}, ${now}, ${now})
    ON CONFLICT (account_id, scheme) DO UPDATE SET provider = excluded.provider, level = excluded.level, used_at = excluded.used_at
      WHERE account_identity.subject_key = excluded.subject_key
    RETURNING id`.execute(tx);
  // The account has another person's identity of this scheme: one of the two is a mistake.
  if (rows.length === 0) return { ok: false, reason: 'other-identity' };
  const known = await tx
    .selectFrom('account')
    .select(['birth_date', 'birth_place', 'codice_fiscale_cipher', 'phone'])
    .where('id', '=', accountId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const knownCode = known.codice_fiscale_cipher === null ? null : deps.secrets.decrypt(known.codice_fiscale_cipher);
  const codiceFiscale = person.codiceFiscale ?? knownCode;
  const { givenName, familyName } = person;
  const birthDate = person.birthDate ?? known.birth_date;
  const who = { givenName, familyName, birthDate, birthPlace: known.birth_place, codiceFiscale };
  await tx
    .updateTable('account')
    .set({
      given_name: givenName,
      family_name: familyName,
      birth_date: birthDate,
      person_key: personKey(deps.secrets, who),
      // Encrypting makes other bytes each time: what has not changed is left alone.
      ...(codiceFiscale !== knownCode && codiceFiscaleColumns(deps.secrets, codiceFiscale ?? undefined)),
      ...(known.phone === null && person.phone !== null && { phone: person.phone }),
    })
    .where('id', '=', accountId)
    .execute();
  await sql`
    INSERT INTO identification (account_id, how, identified_at) VALUES (${accountId}, ${scheme}, ${now})
    ON CONFLICT (account_id) WHERE undone_at IS NULL DO NOTHING`.execute(tx);
  if (person.email !== null) await giveAddress(tx, { accountId, email: person.email, now });
  return { ok: true };
}
