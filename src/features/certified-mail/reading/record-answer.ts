import type { Db, Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import { messageNamedIn } from '../mark.ts';
import type { CertifiedSubjects } from '../subject.ts';
import { messagesReadBy } from './messages-read-by.ts';
import type { Answer, AnswerNames } from './read-envelope.ts';
import '../tables.ts';

/**
 * The message that somebody answers: by the Message-IDs the answer names, ours or the provider's, or by the mark in its
 * subject, where a registry office's program begins a new e-mail. Undefined for all the other post of the mailbox.
 */
export async function answeredMessage(
  db: Db | Tx,
  request: { certifiedAccountId: number; names: AnswerNames; secrets: Secrets },
): Promise<{ id: string; about: string; aboutId: string } | undefined> {
  const { answersTo, subject } = request.names;
  const bare = answersTo.map((id) => id.slice(1, -1));
  const named = messageNamedIn(request.secrets, subject);
  return db
    .selectFrom('certified_message')
    .select(['id', 'about', 'about_id as aboutId'])
    .where(messagesReadBy(request.certifiedAccountId))
    .where((eb) =>
      eb.or([
        ...(answersTo.length > 0
          ? [eb('message_id', 'in', answersTo), eb('provider_id', 'in', [...answersTo, ...bare])]
          : []),
        ...(named === undefined ? [] : [eb('id', '=', named)]),
        eb.lit(false),
      ]),
    )
    .orderBy('id', 'desc')
    .executeTakeFirst();
}

/** Keeps an answer with its files, once. */
export async function recordAnswer(
  tx: Tx,
  request: {
    message: { id: string; about: string; aboutId: string };
    answer: Answer;
    ownId: string;
    certified: boolean;
    secrets: Secrets;
    subjects: CertifiedSubjects;
    /** when it arrived in the mailbox */
    at: Temporal.Instant;
  },
): Promise<{ ok: true; isNew: boolean }> {
  const { message, answer, secrets, at } = request;
  const kept = await tx
    .insertInto('certified_answer')
    .values({
      message_id: message.id,
      own_id: request.ownId,
      certified: request.certified,
      sender: answer.sender,
      subject_cipher: secrets.encrypt(answer.subject),
      text_cipher: secrets.encrypt(answer.text),
      arrived_at: at,
    })
    .onConflict((on) => on.constraint('certified_answer_once').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (kept === undefined) return { ok: true, isNew: false };
  for (const [position, file] of answer.files.entries()) {
    await tx
      .insertInto('certified_answer_file')
      .values({
        answer_id: kept.id,
        position,
        name_cipher: secrets.encrypt(file.name),
        size: file.content.length,
        content_cipher: secrets.seal(file.content, `certified-answer ${kept.id} ${position}`),
      })
      .execute();
  }
  await request.subjects[message.about]?.answered?.(tx, { aboutId: message.aboutId, at });
  return { ok: true, isNew: true };
}
