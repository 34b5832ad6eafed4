import { findNotice } from '#features/signals/index.ts';
import type { Tx } from '#platform/database.ts';
import { languageOrItalian } from '#platform/language.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { NewMessage } from './add-messages.ts';
import type { SignalKind } from './signal-kinds.ts';

/** To the person a notice is about. */
export async function signalMessage(
  tx: Tx,
  secrets: Secrets,
  { kind, noticeId }: { kind: SignalKind; noticeId: number },
): Promise<NewMessage | undefined> {
  const notice = await findNotice(tx, secrets, noticeId);
  const account = await tx
    .selectFrom('account')
    .select(['email as recipient', 'language'])
    .where('id', '=', notice?.accountId ?? 0)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  if (notice === undefined || account === undefined) return undefined;
  const { recipient } = account;
  const language = languageOrItalian(account.language);
  return {
    key: `${kind}:${noticeId}`,
    kind,
    accountId: notice.accountId,
    detail: { caseId: noticeId },
    recipient,
    language,
  };
}
