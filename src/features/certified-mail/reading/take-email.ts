import type { Deps } from '#platform/deps.ts';
import { errorCode, transact } from '#platform/transaction.ts';
import { largestEmail } from '../rules.ts';
import type { CertifiedSubjects } from '../subject.ts';
import { NotPlainXml } from './plain-xml.ts';
import {
  answerIn,
  answerNamesIn,
  certifiedDataOf,
  type EmailKind,
  type Headers,
  kindOfEmail,
  readEmail,
  UnreadableEmail,
} from './read-envelope.ts';
import { answeredMessage, recordAnswer } from './record-answer.ts';
import { recordReceipt } from './record-receipt.ts';

/** An e-mail as it lies in the mailbox; its source is fetched only when its headers concern us. */
export interface FoundEmail {
  readonly headers: Headers;
  readonly size: number;
  /** when it arrived */
  readonly at: Temporal.Instant;
  /** the beginning of it, or all */
  source(most: number): Promise<Uint8Array>;
}

/**
 * `kept`: it is in the database now, or was before. `not-ours`: other post of the mailbox, left as it is. `refused`: it
 * claims to be about a message of ours and cannot be right; somebody should look at it in the mailbox.
 */
export type Taken = 'kept' | 'not-ours' | 'refused';

interface Needs {
  readonly certifiedAccountId: number;
  readonly subjects: CertifiedSubjects;
}

/** How much of an envelope is enough to see which message it answers. */
const beginning = 64 * 1024;

/** Takes one e-mail. @throws only when the mailbox or the database does not answer: it is then taken the next time */
export async function takeEmail(deps: Deps, needs: Needs, email: FoundEmail): Promise<Taken> {
  const kind = kindOfEmail(email.headers);
  try {
    switch (kind.kind) {
      case 'receipt':
        return await takeReceipt(deps, needs, email, kind);
      case 'transport':
        return await takeAnswer(deps, needs, email, kind.certified);
      case 'other':
        return 'not-ours';
    }
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return refuse(deps, needs, 'unreadable');
  }
}

async function takeReceipt(
  deps: Deps,
  { certifiedAccountId, subjects }: Needs,
  email: FoundEmail,
  header: Extract<EmailKind, { kind: 'receipt' }>,
): Promise<Taken> {
  const isOurs = await deps.db
    .selectFrom('certified_message')
    .select('id')
    .where('message_id', '=', header.about)
    .executeTakeFirst();
  if (isOurs === undefined) return 'not-ours';
  if (email.size > largestEmail) return refuse(deps, { certifiedAccountId }, 'too-large');
  const raw = await email.source(largestEmail);
  const data = certifiedDataOf(await readEmail(raw));
  if (data === undefined) return refuse(deps, { certifiedAccountId }, 'no-data');
  const ownId = ownIdOf(email) ?? `${header.receipt} ${data.identifier}`;
  const { secrets } = deps;
  const now = deps.clock.now();
  const outcome = await transact(deps.db, (tx) =>
    recordReceipt(tx, { certifiedAccountId, header, data, ownId, raw, secrets, subjects, now }),
  );
  return outcome.ok ? 'kept' : refuse(deps, { certifiedAccountId }, outcome.reason);
}

async function takeAnswer(
  deps: Deps,
  { certifiedAccountId, subjects }: Needs,
  email: FoundEmail,
  certified: boolean,
): Promise<Taken> {
  const { secrets } = deps;
  const names = await answerNamesIn(await readEmail(await email.source(beginning)));
  const message = await answeredMessage(deps.db, { certifiedAccountId, names, secrets });
  if (message === undefined) return 'not-ours';
  if (email.size > largestEmail) return refuse(deps, { certifiedAccountId }, 'too-large');
  const answer = await answerIn(await readEmail(await email.source(largestEmail)));
  const ownId = ownIdOf(email) ?? `${email.at.toString()} ${answer.sender}`;
  await transact(deps.db, (tx) =>
    recordAnswer(tx, { message, answer, ownId, certified, secrets, subjects, at: email.at }),
  );
  return 'kept';
}

/** One bad e-mail must not stop a mailbox: values that the database takes none of (SQLSTATE class 22) are bad too. */
function isUnreadable(error: unknown): boolean {
  if (error instanceof NotPlainXml || error instanceof UnreadableEmail) return true;
  return /^22[0-9A-Z]{3}$/.test(errorCode(error) ?? '');
}

function ownIdOf({ headers }: FoundEmail): string | undefined {
  const id = headers.get('message-id')?.trim();
  return id === undefined || id === '' ? undefined : id.slice(0, 300);
}

function refuse(deps: Deps, { certifiedAccountId }: Pick<Needs, 'certifiedAccountId'>, why: string): Taken {
  deps.log.warn({ certifiedAccount: certifiedAccountId, why }, 'an e-mail in a certified mailbox was left unread');
  return 'refused';
}
