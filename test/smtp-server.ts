import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

interface Refusal {
  code: number;
  words: string;
}

export interface SmtpBehaviour {
  refuseRecipient?: Refusal | undefined;
  refuseMessage?: Refusal | undefined;
  /** Takes the recipient and then never answers. */
  silent?: boolean;
}

export interface TestSmtpServer {
  readonly port: number;
  readonly taken: { from: string; recipients: string[]; dsn: Record<string, unknown>; mail: Email }[];
  /** May be changed while it runs. */
  readonly behaviour: SmtpBehaviour;
  close(): Promise<void>;
}

/** A real mail server on this machine that does as it is told. */
export async function smtpServer(behaviour: SmtpBehaviour): Promise<TestSmtpServer> {
  const taken: TestSmtpServer['taken'] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    hideDSN: false,
    closeTimeout: 100,
    onRcptTo(_address, _session, done) {
      if (behaviour.silent) return;
      done(refusal(behaviour.refuseRecipient));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        void PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
          const refused = refusal(behaviour.refuseMessage);
          const { mailFrom, rcptTo, dsn } = session.envelope;
          const from = mailFrom === false ? '' : mailFrom.address;
          const known = { ...dsn, notify: rcptTo[0]?.dsn?.notify };
          if (!refused) taken.push({ from, recipients: rcptTo.map((to) => to.address), dsn: known, mail });
          done(refused);
        });
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return { port, taken, behaviour, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

function refusal(wanted: Refusal | undefined): Error | null {
  return wanted ? Object.assign(new Error(wanted.words), { responseCode: wanted.code }) : null;
}
