import { accountProfile, type PersonDetails } from '#features/identity/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import { brokenConstraint, type Outcome } from '#platform/transaction.ts';
import { tellOfCase } from '../case-notice.ts';
import '../tables.ts';
import { changedFields, writePerson } from './person-text.ts';

/** Asks the office to put right who an account's owner is; one request at a time. */
export async function askChange(
  tx: Tx,
  secrets: Secrets,
  request: { accountId: number; after: PersonDetails; why: string; now: Temporal.Instant },
): Promise<Outcome<{ changeId: number }, 'nothing-changed' | 'asked-already' | 'gone'>> {
  const { accountId, after, why, now } = request;
  const profile = await accountProfile(tx, { accountId, secrets });
  if (profile === undefined) return { ok: false, reason: 'gone' };
  const { givenName, familyName, birthDate, birthPlace, codiceFiscale } = profile;
  const before = { givenName, familyName, birthDate, birthPlace, codiceFiscale };
  if (changedFields(before, after).length === 0) return { ok: false, reason: 'nothing-changed' };
  try {
    const { id } = await tx
      .insertInto('account_change')
      .values({
        account_id: accountId,
        old_cipher: secrets.encrypt(writePerson(before)),
        new_cipher: secrets.encrypt(writePerson(after)),
        why_cipher: secrets.encrypt(why),
        created_at: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await tellOfCase(tx, { kind: 'change-asked', about: id, at: now });
    return { ok: true, changeId: id };
  } catch (error) {
    if (brokenConstraint(error) === 'account_change_one_open') return { ok: false, reason: 'asked-already' };
    throw error;
  }
}

/** Takes a request back before anybody has decided. */
export async function withdrawChange(
  tx: Tx,
  { accountId, now }: { accountId: number; now: Temporal.Instant },
): Promise<Outcome<object, 'decided-already'>> {
  const withdrawn = await tx
    .updateTable('account_change')
    .set({ outcome: 'withdrawn', decided_at: now })
    .where('account_id', '=', accountId)
    .where('outcome', 'is', null)
    .executeTakeFirst();
  return withdrawn.numUpdatedRows > 0n ? { ok: true } : { ok: false, reason: 'decided-already' };
}
