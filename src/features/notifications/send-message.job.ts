import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { type Mailer, mailFailure } from '#platform/mail.ts';
import { claimMessage, type ClaimedMessage } from './claim-message.ts';
import { writeLetter } from './letters/write-letter.ts';
import { renderLetter } from './render-letter.tsx';
import { retryAfter } from './rules.ts';

const request = z.object({ messageId: z.string().regex(/^\d{1,18}$/) });

/** Sends one message, written now from what is true now. Without a mail server it waits in the database. */
export async function sendMessage(deps: Deps, mailer: Mailer | undefined, payload: unknown): Promise<void> {
  const { messageId } = request.parse(payload);
  if (mailer === undefined) return;
  const message = await claimMessage(deps.db, { id: messageId, now: deps.clock.now() });
  if (message === undefined) return;
  const letter = await writeLetter(deps, message);
  if (letter === undefined) return close(deps, message, { status: 'dropped' });
  try {
    const { text, html } = renderLetter(letter, message.language, deps.config.publicUrl);
    const { subject, attachments } = letter;
    await mailer.send({
      to: message.recipient,
      subject,
      text,
      html,
      language: message.language,
      messageId: messageIdOf(message, deps.config.publicUrl),
      ...(attachments && { attachments }),
    });
  } catch (error) {
    return await failed(deps, message, mailFailure(error));
  }
  await close(deps, message, { status: 'sent', sent_at: deps.clock.now(), last_error: null });
}

/** The same at every attempt. */
function messageIdOf(message: ClaimedMessage, publicUrl: string): string {
  return `<message-${message.id}.${message.createdAt.epochMilliseconds}@${new URL(publicUrl).hostname}>`;
}

async function failed(deps: Deps, message: ClaimedMessage, failure: string): Promise<void> {
  const pause = retryAfter(message.attempts);
  deps.log.warn(
    { message: message.id, kind: message.kind, attempts: message.attempts, failure },
    'an e-mail was not taken',
  );
  await close(deps, message, {
    last_error: failure,
    ...(pause === undefined ? { status: 'failed' } : { next_attempt_at: deps.clock.now().add(pause) }),
  });
}

type Change =
  | { status: 'dropped' }
  | { status: 'sent'; sent_at: Temporal.Instant; last_error: null }
  | { last_error: string; status?: 'failed'; next_attempt_at?: Temporal.Instant };

async function close(deps: Deps, message: ClaimedMessage, change: Change): Promise<void> {
  await deps.db
    .updateTable('message')
    .set(change)
    .where('id', '=', message.id)
    .where('attempts', '=', message.attempts)
    .execute();
}
