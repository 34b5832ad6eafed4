import { registrationByNumber, type RegistrationNotice } from '#features/booking/index.ts';
import type { Tx } from '#platform/database.ts';
import { languageOrItalian } from '#platform/language.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { NewMessage } from './add-messages.ts';

/** To somebody who registered for a draw, in the language they registered in: one message for each event. */
export async function registrationMessage(
  tx: Tx,
  secrets: Secrets,
  { kind, registration, about }: RegistrationNotice,
): Promise<NewMessage | undefined> {
  const { roomId, number } = registration;
  const found = await registrationByNumber(tx, secrets, registration);
  if (!found) return undefined;
  const account =
    found.accountId === null
      ? undefined
      : await tx
          .selectFrom('account')
          .select(['id', 'email'])
          .where('id', '=', found.accountId)
          .where('closed_at', 'is', null)
          .executeTakeFirst();
  const recipient = account?.email ?? (found.accountId === null ? found.contactEmail : null);
  if (recipient === null) return undefined;
  const language = languageOrItalian(found.language);
  const key = `${kind}:${roomId}:${number}:${about}`;
  return { key, kind, accountId: account?.id, detail: { roomId, number, about }, recipient, language };
}
