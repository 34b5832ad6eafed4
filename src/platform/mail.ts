import { createTransport } from 'nodemailer';
import type { Config } from './config.ts';

/** A finished e-mail. `messageId` stays the same when it is tried again, so that mailboxes can tell a repetition. */
export interface OutgoingMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
  readonly language: string;
  readonly attachments?: readonly {
    readonly filename: string;
    readonly content: string;
    readonly contentType: string;
  }[];
}

export interface Mailer {
  /** @throws when the server refuses it or does not answer in time */
  send(mail: OutgoingMail): Promise<void>;
  close(): void;
}

/** How e-mail leaves: to the administrator's server, to the demo's own catcher, or not at all. */
export type MailWay = 'smtp' | 'caught' | 'none';

export function mailWay(config: Pick<Config, 'demo' | 'smtpUrl'>): MailWay {
  if (config.demo) return 'caught';
  return config.smtpUrl === undefined ? 'none' : 'smtp';
}

// No single attempt may last longer than the shortest pause between two (rules of the messages).
const limits = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, dnsTimeout: 10_000 };
const wholeAttempt = 60_000;

/**
 * Sends over SMTP and nothing else. In the demo set-up only to `catcherPort` on this machine, whatever else is set;
 * undefined when there is no server to hand e-mail to: messages then wait in the database.
 */
export function createMailer(
  config: Pick<Config, 'demo' | 'smtpUrl' | 'mailFrom'>,
  catcherPort?: number,
  timeouts: { attempt?: number } = {},
): Mailer | undefined {
  const server = smtpServer(config, catcherPort);
  if (server === undefined) return undefined;
  const transport = createTransport({
    ...server,
    ...limits,
    pool: true,
    maxConnections: 3,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  // A pooled connection that breaks while idle; the next e-mail opens another.
  transport.on('error', () => undefined);
  return {
    send: (mail) => within(timeouts.attempt ?? wholeAttempt, transport.sendMail(compose(mail, config.mailFrom))),
    close: () => transport.close(),
  };
}

/** What went wrong, for the log and the row: codes only, because servers repeat addresses in their answers. */
export function mailFailure(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'unknown';
  const parts = ['code', 'responseCode', 'command'].flatMap((name) => {
    const value: unknown = Reflect.get(error, name);
    return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
  });
  return parts.join(' ') || (error instanceof Error ? error.name : 'unknown');
}

function smtpServer(config: Pick<Config, 'demo' | 'smtpUrl'>, catcherPort: number | undefined) {
  if (!config.demo) return config.smtpUrl === undefined ? undefined : { url: config.smtpUrl };
  if (catcherPort === undefined) return undefined;
  return { host: '127.0.0.1', port: catcherPort, secure: false, ignoreTLS: true };
}

function compose(mail: OutgoingMail, from: string) {
  return {
    from,
    to: { name: '', address: mail.to },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: mail.messageId,
    attachments: mail.attachments?.map((attachment) => ({ ...attachment })) ?? [],
    // Answering machines leave it alone.
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': mail.language,
    },
  };
}

class TookTooLong extends Error {
  readonly code = 'ETIMEDOUT';
}

async function within(milliseconds: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TookTooLong('the mail server took too long')), milliseconds);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}
