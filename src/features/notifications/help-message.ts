import { helpToTell } from '#features/help/index.ts';
import { siteOwner } from '#features/site/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { NewMessage } from './add-messages.ts';
import type { HelpKind } from './rules.ts';

/** News for the office goes to its own address, where it has entered one; the rest to whoever asked. */
export async function helpMessage(
  tx: Tx,
  secrets: Secrets,
  { kind, helpMessageId }: { kind: HelpKind; helpMessageId: number },
): Promise<NewMessage | undefined> {
  const help = await helpToTell(tx, secrets, helpMessageId);
  if (help === undefined) return undefined;
  const about = { key: `${kind}:${helpMessageId}`, kind, detail: { helpMessageId } };
  if (kind !== 'help-waiting') return { ...about, recipient: help.email, language: help.language };
  const recipient = help.isForSite ? (await siteOwner(tx)).email : help.officeEmail;
  return recipient === null ? undefined : { ...about, recipient, language: 'it' };
}
