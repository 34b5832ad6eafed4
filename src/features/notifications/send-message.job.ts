import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { type Mailer, mailFailure, type OutgoingMail, refusedRecipient } from '#platform/mail.ts';
import { claimMessage, type ClaimedMessage } from './claim-message.ts';
import { messageDropped, messageFailed, messageRefused, messageSent } from './close-message.ts';
import type { Letter } from './letter.ts';
import { writeLetter } from './letters/write-letter.ts';
import { renderLetter } from './render-letter.tsx';
import { messageMark, returnAddress } from './returned/message-mark.ts';
import { isConfirmation } from './rules.ts';

const request = z.object({ messageId: z.string().regex(/^\d{1,18}$/) });

/** Sends one message, written now from what is true now. Without a mail server it waits in the database. */
export async function sendMessage(deps: Deps, mailer: Mailer | undefined, payload: unknown): Promise<void> {
  const { messageId } = request.parse(payload);
  if (mailer === undefined) return;
  const message = await claimMessage(deps.db, { id: messageId, now: deps.clock.now() });
  if (message === undefined) return;
  const letter = await writeLetter(deps, message);
  if (letter === undefined) return messageDropped(deps, message);
  try {
    await mailer.send(finished(deps, message, letter));
  } catch (error) {
    const refusal = refusedRecipient(error);
    if (refusal) await messageRefused(deps, message, refusal.code);
    else await messageFailed(deps, message, mailFailure(error));
    return;
  }
  await messageSent(deps, message);
}

function finished(deps: Deps, message: ClaimedMessage, letter: Letter): OutgoingMail {
  const { bounceAddress, publicUrl } = deps.config;
  const mark = messageMark(deps.secrets, message.id);
  return {
    to: message.recipient,
    subject: letter.subject,
    ...renderLetter(letter, message.language, publicUrl),
    language: message.language,
    // The same at every attempt.
    messageId: `<message-${mark}@${new URL(publicUrl).hostname}>`,
    envelopeId: mark,
    receipt: isConfirmation(message.kind),
    returnTo: bounceAddress && returnAddress(deps.secrets, bounceAddress, message.id),
    ...(letter.attachments && { attachments: letter.attachments }),
  };
}
