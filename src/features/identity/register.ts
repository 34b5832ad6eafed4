import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import { enqueue } from '#platform/jobs.ts';
import type { Language } from '#platform/language.ts';
import type { Secrets } from '#platform/secrets.ts';
import { codiceFiscaleColumns } from './encrypted-person.ts';
import { issueProof } from './issue-proof.ts';
import { personKey } from './person-key.ts';

export interface Registration {
  readonly email: string;
  readonly passwordHash: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: Temporal.PlainDate;
  readonly birthPlace?: string | undefined;
  readonly codiceFiscale?: string | undefined;
  readonly phone?: string | undefined;
  readonly officeId?: number | undefined;
  readonly language: Language;
}

/**
 * Opens an account whose address is still to be proved, and has a code sent. Where a proved account has the address its
 * owner is written to instead, and the answer is a decoy: nobody can tell the two apart from outside.
 *
 * A registration never proved gives way to a new one, under another id: what the first left behind (sessions, proofs,
 * seats it holds) must not pass to somebody who merely knew the address.
 */
export async function register(
  tx: Tx,
  request: { registration: Registration; now: Temporal.Instant; secrets: Secrets },
): Promise<{ ok: true; accountId: number; decoy: boolean }> {
  const { registration, now, secrets } = request;
  await sql`
    DELETE FROM account a WHERE lower(a.email) = lower(${registration.email}) AND a.email_verified_at IS NULL
      AND NOT EXISTS (SELECT FROM account_role r WHERE r.account_id = a.id)`.execute(tx);
  const made = await tx
    .insertInto('account')
    .values({
      email: registration.email,
      password_hash: registration.passwordHash,
      given_name: registration.givenName,
      family_name: registration.familyName,
      birth_date: registration.birthDate,
      birth_place: registration.birthPlace ?? null,
      ...codiceFiscaleColumns(secrets, registration.codiceFiscale),
      person_key: personKey(secrets, registration),
      phone: registration.phone ?? null,
      office_id: registration.officeId ?? null,
      language: registration.language,
      created_at: now,
    })
    .onConflict((on) => on.expression(sql`lower(email)`).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (made) {
    await issueProof(tx, { accountId: made.id, purpose: 'verify-email', now });
    return { ok: true, accountId: made.id, decoy: false };
  }
  const owner = await tx
    .selectFrom('account')
    .select('id')
    .where(sql`lower(email)`, '=', registration.email.toLowerCase())
    .executeTakeFirstOrThrow();
  await issueProof(tx, { accountId: owner.id, purpose: 'verify-email', now, decoy: true });
  await enqueue(tx, { task: 'notify', payload: { kind: 'already-registered', accountId: owner.id }, at: now });
  return { ok: true, accountId: owner.id, decoy: true };
}
