import type { ImapFlow } from 'imapflow';
import type { OpenAccount } from './account/account.query.ts';
import { isThisMachine } from './connect-smtp.ts';
import { largestEmail } from './rules.ts';

const implicitTls = 993;

/** Logs in to the mailbox, does something there, and logs out whatever happens. TLS as for sending. */
export async function withMailbox<Result>(
  account: OpenAccount,
  work: (mailbox: ImapFlow) => Promise<Result>,
): Promise<Result> {
  const { ImapFlow: Client } = await import('imapflow');
  const client = new Client({
    host: account.imapHost,
    port: account.imapPort,
    secure: account.imapPort === implicitTls,
    // The certificate is asked for by name; an upgrade that the server does not offer is a failure.
    ...(account.imapPort !== implicitTls && { doSTARTTLS: !isThisMachine(account.imapHost) }),
    auth: { user: account.username, pass: account.password },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    maxLiteralSize: largestEmail + 1024,
  });
  // A connection that breaks also fails the command that waits for it; without a listener it would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.logout().catch(() => client.close());
  }
}
