import { audit } from '#features/audit/index.ts';
import { correctPeople } from '#features/booking/index.ts';
import { accountProfile, correctPerson, undoIdentification } from '#features/identity/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { Outcome } from '#platform/transaction.ts';
import { tellOfCase } from '../case-notice.ts';
import { findChange } from './change.query.ts';
import { changedFields } from './person-text.ts';

export type ChangeRefusal =
  | 'decided-already'
  | 'own-account'
  | 'bookings-collide'
  | 'another-person'
  | 'changed-meanwhile';

/**
 * Accepts or refuses what somebody asked to have put right, with a reason. Accepted, the account takes the new details,
 * and so do its live bookings where the office says so; not when somebody with those details has booked the same. The
 * account counts as identified no longer, since the document that was seen said otherwise, unless one with the new
 * details was seen too.
 */
export async function decideChange(
  tx: Tx,
  secrets: Secrets,
  request: {
    changeId: number;
    accept: boolean;
    bookingsToo: boolean;
    /** by whoever decides, with the new details in it */
    documentSeen: boolean;
    answer: string;
    officeId: number;
    operatorId: number;
    now: Temporal.Instant;
  },
): Promise<Outcome<{ accountId: number; corrected: number }, ChangeRefusal>> {
  const { changeId, accept, answer, officeId, operatorId, now } = request;
  const open = await tx
    .selectFrom('account_change')
    .select('account_id')
    .where('id', '=', changeId)
    .where('outcome', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  const change = open && (await findChange(tx, secrets, changeId));
  if (change === undefined) return { ok: false, reason: 'decided-already' };
  const { accountId, before, after } = change;
  if (accountId === operatorId) return { ok: false, reason: 'own-account' };
  const bookingsToo = accept && request.bookingsToo;
  let corrected = 0;
  let unidentified = false;
  if (accept) {
    const profile = await accountProfile(tx, { accountId, secrets });
    // An empty field may have been filled in alone since: nothing is overwritten that the office has not seen.
    if (profile === undefined || changedFields(before, profile).length > 0)
      return { ok: false, reason: 'changed-meanwhile' };
    if (bookingsToo) {
      const people = await correctPeople(tx, secrets, { accountId, before, after, operatorId, now });
      if (!people.ok) return people;
      corrected = people.corrected;
    }
    await correctPerson(tx, secrets, { accountId, person: after });
    if (!request.documentSeen) unidentified = (await undoIdentification(tx, { accountId, operatorId, now })).ok;
  }
  await tx
    .updateTable('account_change')
    .set({
      outcome: accept ? 'accepted' : 'refused',
      answer_cipher: secrets.encrypt(answer),
      bookings_too: bookingsToo,
      decided_by: operatorId,
      decided_office: officeId,
      decided_at: now,
    })
    .where('id', '=', changeId)
    .execute();
  const detail = {
    outcome: accept ? 'accepted' : 'refused',
    fields: changedFields(before, after),
    bookings: corrected,
    ...(unidentified && { unidentified }),
  };
  const entry = { action: 'decide-profile-change', subject: `account:${accountId}`, detail };
  await audit(tx, { at: now, accountId: operatorId, officeId, ...entry });
  await tellOfCase(tx, { kind: 'change-decided', about: changeId, at: now });
  return { ok: true, accountId, corrected };
}
