import { invitationToTell } from '#features/booking/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { NewMessage } from './add-messages.ts';
import { lettersLanguages } from './letters/invitation-letter.ts';

/** An invitation to a service, to the address the office gave, in the language it chose for the person. */
export async function invitationMessage(
  tx: Tx,
  secrets: Secrets,
  request: { id: number; now: Temporal.Instant },
): Promise<NewMessage | undefined> {
  const invitation = await invitationToTell(tx, secrets, request);
  if (!invitation?.email) return undefined;
  const { id } = request;
  const detail = { invitationId: id };
  const [language] = lettersLanguages(invitation);
  return { key: `invitation:${id}`, kind: 'invitation', detail, recipient: invitation.email, language };
}
