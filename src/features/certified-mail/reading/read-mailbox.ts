import type { FetchMessageObject, ImapFlow } from 'imapflow';
import type { Deps } from '#platform/deps.ts';
import { type OpenAccount, openAccount } from '../account/account.query.ts';
import { withMailbox } from '../connect-imap.ts';
import { mailFaultOf } from '../mail-fault.ts';
import type { CertifiedSubjects } from '../subject.ts';
import { withoutControls } from './plain-text.ts';
import { type FoundEmail, type Taken, takeEmail } from './take-email.ts';
import '../tables.ts';

/** What the headers of an e-mail must tell before anything else of it is read. */
const wanted = ['message-id', 'x-ricevuta', 'x-riferimento-message-id', 'x-trasporto'];
/** E-mails of one reading; the rest follows with the next. */
const most = 500;

export type Reading = Record<Taken, number>;

/**
 * Reads what is new in an account's mailbox. Each e-mail of ours is first kept in the database, then marked as read and
 * moved, and only then is the place noted up to which the mailbox was read: whoever dies in between leaves at most one
 * e-mail to be read again, which counts once. Everything else in the mailbox stays untouched.
 */
export async function readMailbox(
  deps: Deps,
  request: { certifiedAccountId: number; subjects: CertifiedSubjects },
): Promise<Reading> {
  const reading: Reading = { kept: 0, 'not-ours': 0, refused: 0 };
  const account = await openAccount(deps.db, deps.secrets, request.certifiedAccountId);
  if (account === undefined) return reading;
  try {
    await withMailbox(account, (mailbox) => readNew(deps, { ...request, mailbox, account, reading }));
    await note(deps, account.id, { read_fault: null });
  } catch (error) {
    const fault = mailFaultOf(error);
    deps.log.warn({ certifiedAccount: account.id, fault }, 'a certified mailbox could not be read');
    await note(deps, account.id, { read_fault: fault });
  }
  return reading;
}

async function readNew(
  deps: Deps,
  work: {
    certifiedAccountId: number;
    subjects: CertifiedSubjects;
    mailbox: ImapFlow;
    account: OpenAccount;
    reading: Reading;
  },
): Promise<void> {
  const { mailbox, account, reading } = work;
  const opened = await mailbox.mailboxOpen(account.folder).catch(() => {
    throw Object.assign(new Error('no such folder'), { mailboxMissing: true });
  });
  const uidValidity = String(opened.uidValidity);
  const last = await readUpTo(deps, account.id, uidValidity);
  let done = last.uid;
  for (const found of await newEmails(mailbox, last)) {
    const taken = await takeEmail(deps, work, asEmail(mailbox, found, deps.clock.now()));
    reading[taken] += 1;
    done = Math.max(done, found.uid);
    if (taken !== 'kept') continue;
    await mailbox.messageFlagsAdd([found.uid], ['\\Seen'], { uid: true });
    if (account.doneFolder !== null) await mailbox.messageMove([found.uid], account.doneFolder, { uid: true });
    await note(deps, account.id, { uid_validity: uidValidity, last_uid: String(done) });
  }
  await note(deps, account.id, { uid_validity: uidValidity, last_uid: String(done) });
}

/** From where to read on. A mailbox that was numbered anew is read from the day the account was entered. */
async function readUpTo(
  deps: Deps,
  id: number,
  uidValidity: string,
): Promise<{ uid: number; since: Date | undefined }> {
  const row = await deps.db
    .selectFrom('certified_account')
    .select(['uid_validity', 'last_uid', 'created_at'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (row.uid_validity === uidValidity) return { uid: Number(row.last_uid), since: undefined };
  return { uid: 0, since: new Date(row.created_at.subtract({ hours: 24 }).epochMilliseconds) };
}

async function newEmails(
  mailbox: ImapFlow,
  { uid, since }: { uid: number; since: Date | undefined },
): Promise<FetchMessageObject[]> {
  const found = await mailbox.search(since ? { since } : { uid: `${uid + 1}:*` }, { uid: true });
  // `n:*` always means the last e-mail too, whatever its number.
  const uids = (found === false || found === undefined ? [] : found).filter((one) => one > uid).slice(0, most);
  if (uids.length === 0) return [];
  const query = { uid: true, size: true, internalDate: true, headers: wanted };
  const emails = await mailbox.fetchAll(uids, query, { uid: true });
  return emails.toSorted((a, b) => a.uid - b.uid);
}

function asEmail(mailbox: ImapFlow, found: FetchMessageObject, now: Temporal.Instant): FoundEmail {
  const arrived = new Date(found.internalDate ?? Number.NaN).getTime();
  return {
    headers: headersOf(found.headers),
    size: found.size ?? 0,
    at: Number.isNaN(arrived) ? now : Temporal.Instant.fromEpochMilliseconds(arrived),
    async source(maxLength) {
      const email = await mailbox.fetchOne(String(found.uid), { source: { maxLength } }, { uid: true });
      const source = email === false ? undefined : email?.source;
      if (source === undefined) throw new Error('an e-mail is gone from the mailbox');
      return source;
    },
  };
}

/** Folded lines are one; the first of a name counts, as nobody can put another before the provider's. */
function headersOf(block: Buffer | undefined): Map<string, string> {
  const lines = (block ?? Buffer.alloc(0))
    .toString('latin1')
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/);
  const headers = new Map<string, string>();
  for (const line of lines) {
    const [, name = '', value = ''] = /^([\w-]{1,60}):\s*(.*)$/.exec(line) ?? [];
    const key = name.toLowerCase();
    if (key !== '' && !headers.has(key)) headers.set(key, withoutControls(value).trim());
  }
  return headers;
}

async function note(
  deps: Deps,
  id: number,
  change: { read_fault: string | null } | { uid_validity: string; last_uid: string },
): Promise<void> {
  await deps.db.updateTable('certified_account').set(change).where('id', '=', id).execute();
}
