import { afterAll, beforeAll, beforeEach } from 'vitest';
import {
  type AccountSettings,
  type CertifiedNews,
  type CertifiedSubjects,
  certifiedAccountOf,
  certifiedMailTasks,
  certifiedTrails,
  readMailbox,
  saveCertifiedAccount,
} from '#features/certified-mail/index.ts';
import { transact } from '#platform/transaction.ts';
import { buildOffice, type BuiltOffice } from './build-office.ts';
import { buildRole } from './build-role.ts';
import { type CertifiedMailbox, certifiedMailbox, mailboxLogin } from './certified-mailbox.ts';
import { recipient } from './certified-receipts.ts';
import { type CertifiedSmtp, certifiedSmtp } from './certified-smtp.ts';
import type { TestDeps } from './deps.ts';

/** An office with a certified account at a provider on this machine; each test has an empty mailbox and a letter to send. */
export function useCertifiedPost(deps: { readonly current: TestDeps }) {
  const news: CertifiedNews[] = [];
  let smtp: CertifiedSmtp;
  let mailbox: CertifiedMailbox;
  let office: BuiltOffice;
  let accountId = 0;
  let asked = 0;
  let isSilent = false;

  const subjects: CertifiedSubjects = {
    test: {
      write: async () =>
        isSilent
          ? undefined
          : {
              aboutId: asked,
              dedupe: `test:${asked}`,
              officeId: office.officeId,
              to: recipient,
              subject: 'Richiesta di nulla osta',
              text: 'Si chiede il nulla osta.',
              attachments: [
                { filename: 'richiesta.pdf', content: Buffer.from('%PDF'), contentType: 'application/pdf' },
              ],
            },
      changed: async (_tx, what) => void news.push(what),
    },
  };

  beforeAll(async () => {
    smtp = await certifiedSmtp(mailboxLogin);
  });
  afterAll(() => smtp.close());
  beforeEach(async () => {
    news.length = 0;
    smtp.taken.length = 0;
    smtp.mayLogIn = true;
    isSilent = false;
    asked += 1;
    office = await buildOffice(deps.current.db);
    accountId = await buildRole(deps.current.db, 'office-admin', office.officeId);
    mailbox = await certifiedMailbox();
    await save();
    return () => mailbox.close();
  });

  async function save(more: Partial<AccountSettings> = {}, officeId: number | null = office.officeId) {
    const { db, secrets, clock } = deps.current;
    const here = '127.0.0.1';
    const settings = {
      sender: 'ufficio@pec.example',
      smtpHost: here,
      smtpPort: smtp.port,
      imapHost: here,
      imapPort: mailbox.port,
      ...mailboxLogin,
      folder: 'INBOX',
      doneFolder: null,
      active: true,
      ...more,
    };
    return transact(db, (tx) => saveCertifiedAccount(tx, { officeId, settings, secrets, accountId, now: clock.now() }));
  }

  async function task(name: string, payload: unknown = {}): Promise<void> {
    await certifiedMailTasks({ subjects })[name]?.(deps.current, payload);
  }

  async function trail() {
    const { db, secrets } = deps.current;
    const [last] = await certifiedTrails(db, secrets, { about: 'test', aboutId: asked });
    if (last === undefined) throw new Error('nothing was sent');
    return last;
  }

  return {
    news,
    save,
    task,
    trail,
    get taken() {
      return smtp.taken;
    },
    get mailbox() {
      return mailbox;
    },
    get office() {
      return office;
    },
    get accountId() {
      return accountId;
    },
    get aboutId() {
      return String(asked);
    },
    mayLogIn: (may: boolean) => {
      smtp.mayLogIn = may;
    },
    /** The letter has nothing to say any more. */
    silence: () => {
      isSilent = true;
    },
    /** Another letter, about something else. */
    another: () => {
      asked += 1;
    },
    async sent() {
      await task('send-certified', { about: 'test' });
      return trail();
    },
    idOfSent: () => smtp.taken.at(-1)?.messageId ?? '',
    /** One turn of the worker at the office's mailbox, or at another's. */
    async read(officeId = office.officeId) {
      const account = await certifiedAccountOf(deps.current.db, officeId);
      if (account === undefined) throw new Error('no account');
      return readMailbox(deps.current, { certifiedAccountId: account.id, subjects });
    },
  };
}
