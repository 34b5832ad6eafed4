import { createRequire } from 'node:module';
import type { AddressInfo, Server, Socket } from 'node:net';

interface StoredEmail {
  readonly raw: string;
  readonly uid: number;
  flags: string[];
}

interface Hoodiecrow {
  readonly server: Server;
  listen(port: number, done: () => void): void;
  close(done: () => void): void;
  getMailbox(path: string): { messages: StoredEmail[] };
  appendMessage(path: string, flags: readonly string[], date: Date, raw: string): void;
}

/** A real IMAP server on this machine, with one mailbox and a folder `Lette`. */
export interface CertifiedMailbox {
  readonly port: number;
  put(...raw: string[]): void;
  /** What lies in a folder now. */
  emails(folder?: string): readonly StoredEmail[];
  close(): Promise<void>;
}

export const mailboxLogin = { username: 'ufficio@pec.example', password: 'una parola della casella' };

export async function certifiedMailbox(plugins: readonly string[] = ['UIDPLUS', 'MOVE']): Promise<CertifiedMailbox> {
  // It has no types, and no default export in the way of modules.
  const hoodiecrow = createRequire(import.meta.url)('hoodiecrow-imap') as (options: object) => Hoodiecrow;
  const server = hoodiecrow({
    plugins,
    users: { [mailboxLogin.username]: { password: mailboxLogin.password } },
    storage: { INBOX: {}, '': { separator: '/', folders: { Lette: {} } } },
  });
  // It writes its answers piece by piece: without this each command would wait for the network's own patience.
  server.server.on('connection', (socket: Socket) => socket.setNoDelay(true));
  await new Promise<void>((resolve) => server.listen(0, resolve));
  // A server that listens on TCP has a numeric address.
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    put(...raws) {
      for (const raw of raws) server.appendMessage('INBOX', [], new Date(), raw.replace(/\r?\n/g, '\r\n'));
    },
    emails: (folder = 'INBOX') => server.getMailbox(folder).messages,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
