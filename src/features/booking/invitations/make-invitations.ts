import { randomBytes } from 'node:crypto';
import type { Tx } from '#platform/database.ts';
import type { Language } from '#platform/language.ts';
import { enqueue } from '#platform/outbox.ts';
import type { Secrets } from '#platform/secrets.ts';
import { invitationCode, invitationKey } from './invitation-code.ts';

export interface Invited {
  /** null: nobody in particular */
  readonly person: string | null;
  readonly email: string | null;
}

/** Invites people to book a service, once each. Those with an address are written to where the office so wishes. */
export async function makeInvitations(
  tx: Tx,
  secrets: Secrets,
  request: {
    offeringId: number;
    invited: readonly Invited[];
    note: string | null;
    validUntil: Temporal.Instant;
    write: boolean;
    /** of the letters; null: in all the languages of the site */
    language: Language | null;
    operatorId: number;
    now: Temporal.Instant;
  },
): Promise<{ ok: true; made: number }> {
  const { invited, note, now } = request;
  const cipher = (text: string | null): Buffer | null => (text === null ? null : secrets.encrypt(text));
  for (const { person, email } of invited) {
    const salt = randomBytes(16);
    const { id } = await tx
      .insertInto('invitation')
      .values({
        offering_id: request.offeringId,
        language: request.language,
        salt,
        code_key: invitationKey(secrets, invitationCode(secrets, salt)),
        person_cipher: cipher(person),
        email_cipher: cipher(email),
        note_cipher: cipher(note),
        valid_until: request.validUntil,
        created_by: request.operatorId,
        created_at: now,
        revoked_at: null,
        hold_id: null,
        booking_id: null,
        used_at: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    if (email !== null && request.write)
      await enqueue(tx, { task: 'notify', payload: { kind: 'invitation', invitationId: id }, at: now });
  }
  return { ok: true, made: invited.length };
}

/** Takes an invitation back, unless somebody has booked with it. */
export async function revokeInvitation(
  tx: Tx,
  request: { offeringId: number; id: number; now: Temporal.Instant },
): Promise<{ ok: true; revoked: boolean }> {
  const changed = await tx
    .updateTable('invitation')
    .set({ revoked_at: request.now })
    .where('id', '=', request.id)
    .where('offering_id', '=', request.offeringId)
    .where('booking_id', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow();
  return { ok: true, revoked: changed.numUpdatedRows === 1n };
}
