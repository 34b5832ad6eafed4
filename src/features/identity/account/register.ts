import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import { enqueue } from '#platform/outbox.ts';
import type { Language } from '#platform/language.ts';
import type { Secrets } from '#platform/secrets.ts';
import { codiceFiscaleColumns } from '../encrypted-person.ts';
import { issueProof } from '../issue-proof.ts';
import { personKey } from '../person-key.ts';

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

interface RegisterRequest {
  readonly registration: Registration;
  readonly now: Temporal.Instant;
  readonly secrets: Secrets;
}

/** Ends the address of every decoy; no mailbox can have it (RFC 2606). */
export const decoyDomain = '@decoy.invalid';

/**
 * Opens an account whose address is still to be proved, and has a code sent. Where a proved account has the address, its
 * owner is written to instead, and what is opened is a decoy: an empty account that goes through all the same steps, so
 * that nobody can tell the two apart from outside, and that can never be proved.
 */
export async function register(
  tx: Tx,
  request: RegisterRequest,
): Promise<{ ok: true; accountId: number; decoy: boolean }> {
  const { registration, now } = request;
  const owner = await tx
    .selectFrom('account')
    .select('id')
    .where(sql`lower(email)`, '=', registration.email)
    .where((eb) =>
      eb.or([
        eb('email_verified_at', 'is not', null),
        eb.exists(eb.selectFrom('account_role').select('role').whereRef('account_id', '=', 'account.id')),
      ]),
    )
    .executeTakeFirst();
  const decoy = owner !== undefined;
  const accountId = await openAccount(tx, decoy ? asDecoy(request) : request);
  await issueProof(tx, { accountId, purpose: 'verify-email', now, decoy });
  if (decoy)
    await enqueue(tx, { task: 'notify', payload: { kind: 'already-registered', accountId: owner.id }, at: now });
  return { ok: true, accountId, decoy };
}

/**
 * A registration never proved gives way to a new one, under another id: what the first left behind (sessions, proofs,
 * seats it holds) must not pass to somebody who merely knew the address.
 */
async function openAccount(tx: Tx, { registration, now, secrets }: RegisterRequest): Promise<number> {
  for (;;) {
    await sql`
      DELETE FROM account WHERE lower(email) = ${registration.email} AND email_verified_at IS NULL`.execute(tx);
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
    // None when the same address was registered in the same instant: that one is there now, and gives way.
    if (made) return made.id;
  }
}

/** The same request for nobody: one decoy an address, so that a second registration replaces it as it would a real one. */
function asDecoy(request: RegisterRequest): RegisterRequest {
  const { registration, secrets } = request;
  const mark = secrets.hash('caller', `decoy ${registration.email}`).toString('hex');
  return {
    ...request,
    registration: {
      email: `${mark}${decoyDomain}`,
      passwordHash: registration.passwordHash,
      givenName: '',
      familyName: '',
      birthDate: Temporal.PlainDate.from('1900-01-01'),
      language: registration.language,
    },
  };
}
