import type { Tx } from '#platform/database.ts';
import { languageOrItalian } from '#platform/language.ts';
import type { NewMessage } from './add-messages.ts';
import type { WaitingKind } from './rules.ts';

/** To somebody on a waiting list, in the language they joined in: one message for each event. */
export async function waitingMessage(
  tx: Tx,
  { kind, entryId, about }: { kind: WaitingKind; entryId: string; about: string },
): Promise<NewMessage | undefined> {
  const who = await tx
    .selectFrom('waiting_entry')
    .innerJoin('account', 'account.id', 'waiting_entry.account_id')
    .where('waiting_entry.id', '=', entryId)
    .where('account.closed_at', 'is', null)
    .select(['account.id as accountId', 'account.email', 'waiting_entry.language'])
    .executeTakeFirst();
  if (who === undefined) return undefined;
  const { accountId, email: recipient } = who;
  const language = languageOrItalian(who.language);
  return { key: `${kind}:${entryId}:${about}`, kind, accountId, detail: { entryId, about }, recipient, language };
}
