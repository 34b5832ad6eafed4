import type { AddressInfo, Socket } from 'node:net';
import type { SMTPServerDataStream } from 'smtp-server';
import type { Deps } from '#platform/deps.ts';
import { readReturnAddress } from './message-mark.ts';
import { largestReport, receiveReport } from './receive-report.ts';

export interface ReportListener {
  readonly port: number;
  close(): Promise<void>;
}

const mostConnections = 20;
/** A report is handed over in seconds: whoever talks on for longer keeps others out. */
const longestConnection = 120_000;
/** E-mails taken in a minute; mail servers come back with the rest. */
const mostPerMinute = 300;

/**
 * A small mail server that takes nothing but what comes back: only addresses that carry a mark of ours, few connections,
 * small e-mails. It relays nothing, and keeps nothing of what it takes but the verdict.
 */
export async function listenForReports(
  deps: Deps,
  where: {
    readonly host: string;
    readonly port: number;
    readonly mostPerMinute?: number;
    /** milliseconds */
    readonly longestConnection?: number;
  },
): Promise<ReportListener> {
  const { log, config, secrets } = deps;
  const mayTake = perMinute(deps, where.mostPerMinute ?? mostPerMinute);
  const { SMTPServer } = await import('smtp-server');
  const server = new SMTPServer({
    banner: 'returned mail only',
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    size: largestReport,
    maxClients: mostConnections,
    socketTimeout: 30_000,
    closeTimeout: 1_000,
    logger: false,
    onRcptTo({ address }, session, done) {
      if (session.envelope.rcptTo.length > 0) return done(refusal(452, 'one recipient at a time'));
      const isOurs =
        config.bounceAddress !== undefined && readReturnAddress(secrets, config.bounceAddress, address) !== undefined;
      if (!isOurs) return done(refusal(550, 'no such address here'));
      return done(mayTake() ? null : refusal(451, 'too many at once, come back later'));
    },
    onData(stream, session, done) {
      const recipients = session.envelope.rcptTo.map((recipient) => recipient.address);
      take(deps, stream, recipients).then(
        (refused) => done(refused),
        (error: unknown) => {
          log.warn({ err: error }, 'a report about an e-mail could not be taken now');
          done(refusal(451, 'try again later'));
        },
      );
    },
  });
  server.server.on('connection', (socket: Socket) => {
    const end = setTimeout(() => socket.destroy(), where.longestConnection ?? longestConnection);
    socket.once('close', () => clearTimeout(end));
  });
  server.on('error', (error) => log.debug({ err: error }, 'a connection to the listener for returned e-mail broke'));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(where.port, where.host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  // A server that listens on TCP has a numeric address.
  const { port } = server.server.address() as AddressInfo;
  return { port, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

async function take(deps: Deps, stream: SMTPServerDataStream, recipients: readonly string[]): Promise<Error | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = chunk as Buffer;
    length += bytes.length;
    // The rest is read, since it cannot be stopped, but not kept.
    if (length <= largestReport) chunks.push(bytes);
  }
  if (length > largestReport) return refusal(552, 'too large');
  await receiveReport(deps, { raw: Buffer.concat(chunks), recipients });
  return null;
}

function refusal(code: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode: code });
}

function perMinute({ clock }: Pick<Deps, 'clock'>, most: number): () => boolean {
  let minute = -1;
  let taken = 0;
  return () => {
    const now = Math.floor(clock.now().epochMilliseconds / 60_000);
    if (now !== minute) [minute, taken] = [now, 0];
    taken += 1;
    return taken <= most;
  };
}
