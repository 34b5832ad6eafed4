import type { AddressInfo } from 'node:net';
import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server';
import type { Deps } from '#platform/deps.ts';
import { sendReport } from './send-report.ts';
import type { CaughtAttachment } from './tables.ts';

export interface MailCatcher {
  readonly port: number;
  close(): Promise<void>;
}

const largest = 2 * 1024 * 1024;

/**
 * A mail server for the demo: takes everything on this machine's own address, delivers nothing, keeps it to be shown.
 * What is sent to an address beginning with `bounce` comes back by `reportPort`, to show what happens then.
 */
export async function startMailCatcher(deps: Deps, reportPort?: number): Promise<MailCatcher> {
  const { SMTPServer } = await import('smtp-server');
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    size: largest,
    closeTimeout: 1_000,
    logger: false,
    onData(stream, session, done) {
      keep(deps, stream, session).then(
        () => {
          // The session forgets its envelope with the answer.
          if (reportPort !== undefined) sendBack(deps, session, reportPort);
          done();
        },
        (error: unknown) => {
          deps.log.warn({ err: error }, 'an e-mail could not be kept');
          // Reported as a passing failure, so that it is tried again.
          done(Object.assign(new Error('try again later'), { responseCode: 451 }));
        },
      );
    },
  });
  server.on('error', (error) => deps.log.debug({ err: error }, 'a connection to the demo mail server broke'));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
  // A server that listens on TCP has a numeric address.
  const { port } = server.server.address() as AddressInfo;
  return { port, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

async function keep(deps: Deps, stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const { default: PostalMime } = await import('postal-mime');
  const mail = await PostalMime.parse(Buffer.concat(chunks));
  const recipients = session.envelope.rcptTo.map((recipient) => recipient.address);
  if (recipients.length === 0) return;
  const sentAt = deps.clock.now();
  await deps.db
    .insertInto('caught_mail')
    .values(
      recipients.map((recipient) => ({
        recipient,
        subject: mail.subject ?? '',
        text: mail.text ?? '',
        html: mail.html ?? '',
        attachments: JSON.stringify(mail.attachments.map(readAttachment)),
        sent_at: sentAt,
      })),
    )
    .execute();
}

function sendBack(deps: Deps, session: SMTPServerSession, port: number): void {
  const { mailFrom, rcptTo } = session.envelope;
  const [recipient] = rcptTo.map(({ address }) => address).filter((address) => /^bounce/i.test(address));
  if (recipient === undefined || mailFrom === false || mailFrom.address === '') return;
  sendReport({ port, returnAddress: mailFrom.address, recipient }).catch((error: unknown) =>
    deps.log.warn({ err: error }, 'the demo could not send an e-mail back'),
  );
}

/** Calendar files are text, receipts are not. */
function readAttachment(attachment: { filename: string | null; mimeType: string; content: unknown }): CaughtAttachment {
  const { content } = attachment;
  const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content as ArrayBuffer);
  return {
    filename: attachment.filename ?? 'attachment',
    contentType: attachment.mimeType,
    ...(attachment.mimeType.startsWith('text/')
      ? { content: bytes.toString('utf8').replaceAll('\0', '') }
      : { content: bytes.toString('base64'), encoding: 'base64' as const }),
  };
}
