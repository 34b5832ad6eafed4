import type { Tx } from '#platform/database.ts';
import { enqueue } from '#platform/outbox.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { Picture } from './pictures.ts';
import './tables.ts';

/** What `notify` is asked for: an answer to the person, or news for the office. */
export interface HelpNotice {
  readonly kind: 'help-received' | 'help-answered' | 'help-waiting';
  readonly helpMessageId: number;
}

export interface Written {
  readonly text: string;
  readonly pictures: readonly Picture[];
}

/** One message more in a thread. */
export async function writeMessage(
  tx: Tx,
  secrets: Secrets,
  message: Written & {
    requestId: number;
    author: 'citizen' | 'office';
    accountId: number | null;
    now: Temporal.Instant;
  },
): Promise<number> {
  const { id } = await tx
    .insertInto('help_message')
    .values({
      request_id: message.requestId,
      at: message.now,
      author: message.author,
      account_id: message.accountId,
      text_cipher: secrets.encrypt(message.text),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const { kind, bytes } of message.pictures) {
    await tx
      .insertInto('help_picture')
      .values({
        message_id: id,
        media_type: kind,
        size: bytes.length,
        content: secrets.encrypt(bytes.toString('base64')),
      })
      .execute();
  }
  return id;
}

export function tell(tx: Tx, notice: HelpNotice, at: Temporal.Instant): Promise<void> {
  return enqueue(tx, { task: 'notify', payload: { ...notice }, at });
}
