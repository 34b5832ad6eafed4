import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A provider's outgoing server on this machine, which asks for a password. */
export interface CertifiedSmtp {
  readonly port: number;
  readonly taken: Email[];
  /** May be changed while it runs. */
  mayLogIn: boolean;
  close(): Promise<void>;
}

export async function certifiedSmtp(login: { username: string; password: string }): Promise<CertifiedSmtp> {
  const taken: Email[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    logger: false,
    closeTimeout: 100,
    onAuth({ username, password }, _session, done) {
      const isKnown = provider.mayLogIn && username === login.username && password === login.password;
      done(isKnown ? null : new Error('no such user'), { user: username });
    },
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        void PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
          taken.push(mail);
          done();
        });
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on TCP has a numeric address.
  const { port } = server.server.address() as AddressInfo;
  const provider: CertifiedSmtp = {
    port,
    taken,
    mayLogIn: true,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return provider;
}
