import { connectSmtp } from '../connect-smtp.ts';
import { withMailbox } from '../connect-imap.ts';
import { type MailFault, mailFaultOf } from '../mail-fault.ts';
import type { OpenAccount } from './account.query.ts';

/** What happened to each half of an account; null: it works. */
export interface AccountTrial {
  readonly smtp: MailFault | null;
  readonly imap: MailFault | null;
}

/** Logs in to both servers as they are set, opens the folders, and sends nothing. */
export async function tryCertifiedAccount(account: OpenAccount): Promise<AccountTrial> {
  const [smtp, imap] = await Promise.all([trySmtp(account), tryImap(account)]);
  return { smtp, imap };
}

async function trySmtp(account: OpenAccount): Promise<MailFault | null> {
  const transport = connectSmtp(account);
  try {
    await transport.verify();
    return null;
  } catch (error) {
    return mailFaultOf(error);
  } finally {
    transport.close();
  }
}

async function tryImap(account: OpenAccount): Promise<MailFault | null> {
  try {
    return await withMailbox(account, async (mailbox) => {
      for (const folder of [account.folder, account.doneFolder]) {
        if (folder === null) continue;
        const isThere = await mailbox.mailboxOpen(folder, { readOnly: true }).then(
          () => true,
          () => false,
        );
        if (!isThere) return 'folder';
      }
      return null;
    });
  } catch (error) {
    return mailFaultOf(error);
  }
}
