import type nodemailer from 'nodemailer';
import type { Config } from './config.ts';
import { loadLater } from './load-later.ts';

const mailer = loadLater<typeof nodemailer>('nodemailer');

/** A finished e-mail. `messageId` stays the same when it is tried again, so that mailboxes can tell a repetition. */
export interface OutgoingMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
  readonly language: string;
  /** Where it goes when it cannot be delivered; the sender's address when absent. */
  readonly returnTo?: string | undefined;
  /** Comes back in delivery reports, where servers know how (RFC 3461). */
  readonly envelopeId?: string | undefined;
  /** A report is wanted when it has been delivered, too. */
  readonly receipt?: boolean;
  readonly attachments?: readonly {
    readonly filename: string;
    readonly content: string | Buffer;
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
  const transport = mailer().createTransport({
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

/** The server turned this recipient down for good: with the code of RFC 3463 that it gave, or one that says as much. */
export function refusedRecipient(error: unknown): { code: string } | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const reply: unknown = Reflect.get(error, 'response');
  const command: unknown = Reflect.get(error, 'command');
  if (typeof reply !== 'string') return undefined;
  const [, code, enhanced] = /^(5\d\d)[ -](?:(5\.\d{1,3}\.\d{1,3})\b)?/.exec(reply) ?? [];
  if (code === undefined) return undefined;
  // Bad sender addresses (5.1.7, 5.1.8) are our own matter.
  if (enhanced?.startsWith('5.1.')) return /^5\.1\.[78]$/.test(enhanced) ? undefined : { code: enhanced };
  if (command !== 'RCPT TO' || !['550', '551', '553'].includes(code)) return undefined;
  if (enhanced?.startsWith('5.2.')) return { code: enhanced };
  // Everything else with a class of its own is policy, security or routing, which an administrator puts right.
  const isOther = enhanced !== undefined && enhanced !== '5.0.0';
  return isOther || ownFault.test(reply) ? undefined : { code: '5.1.1' };
}

/** Servers without codes of RFC 3463 say in words that it is the sender whom they will not serve. */
const ownFault = /relay|authenti|sender|spf|dkim|dmarc|policy|blocked|blacklist|blocklist|reputation|spam|rate|limit/i;

function smtpServer(config: Pick<Config, 'demo' | 'smtpUrl'>, catcherPort: number | undefined) {
  if (!config.demo) return config.smtpUrl === undefined ? undefined : { url: config.smtpUrl };
  if (catcherPort === undefined) return undefined;
  return { host: '127.0.0.1', port: catcherPort, secure: false, ignoreTLS: true };
}

function compose(mail: OutgoingMail, from: string) {
  const { returnTo, envelopeId } = mail;
  return {
    from,
    ...(returnTo !== undefined && { envelope: { from: returnTo, to: mail.to } }),
    ...(envelopeId !== undefined && { dsn: reportsFor(mail, envelopeId) }),
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

type Report = 'failure' | 'delay' | 'success';

/** What servers that can (RFC 3461) are to report, with the headers only. */
function reportsFor(mail: OutgoingMail, id: string) {
  const notify: Report[] = mail.receipt ? ['failure', 'delay', 'success'] : ['failure', 'delay'];
  return { id, return: 'headers' as const, notify, recipient: mail.to };
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
